// Schema files that belong together: found through their includes and imports, and made ready for
// the compiler.
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "base/bytes.hpp"
#include "xml/tree.hpp"

#include <cstdint>
#include <functional>
#include <memory>
#include <span>
#include <string>
#include <vector>

namespace anb::xml {

inline constexpr std::string_view k_schema_namespace = "http://www.w3.org/2001/XMLSchema";
inline constexpr std::string_view k_instance_namespace =
    "http://www.w3.org/2001/XMLSchema-instance";

/// An xs:include or xs:import.
struct SchemaLink {
    bool import = false;
    std::string namespace_uri; ///< of an import; empty for none
    std::string location;      ///< as written; an import may lack it
    std::uint64_t line = 0;
};

/// One schema file, as published.
struct SchemaFile {
    std::string url; ///< where it lies; relative locations are resolved against it
    std::string target_namespace;
    std::string version; ///< xs:schema/@version
    std::vector<SchemaLink> links;
    /// What it declares on its top level, such as "element person"; sorted.
    std::vector<std::string> components;
    std::unique_ptr<Element> root;
};

/// @throws Error{input} ANB-V303 when it is no XML schema or uses xs:redefine or xs:override;
///         otherwise as read_tree()
SchemaFile read_schema_file(base::ByteView bytes, std::string url);

/// `location` seen from `base` (RFC 3986 §5).
std::string resolve_url(const std::string& location, const std::string& base);

/// A file that another one asks for.
struct WantedSchema {
    const SchemaFile& by;
    const SchemaLink& link;
    std::string url; ///< the location in full; empty when the link has none
};

/// A file that could not be found.
struct MissingSchema {
    std::string by; ///< SchemaFile::url of the one that asks
    std::uint64_t line = 0;
    std::string url, namespace_uri;
    bool needed = true; ///< false: an import that nothing refers to
};

/// Text of a file for the compiler, under a name that only it and the other parts know.
struct SchemaPart {
    std::string name, text;
};

/// Without annotations and with short names for namespaces; of each namespace there is one part
/// with all its files in it, so that none is skipped and no location has to be resolved again.
struct SchemaSet {
    std::vector<const SchemaFile*> files; ///< in the order found; copies of one file only once
    std::vector<MissingSchema> missing;
    std::vector<SchemaPart> parts;
};

/// Follows the links of `roots` through `find`, which gives null for what is not there. Everything
/// it gives must outlive the set.
SchemaSet assemble(std::span<const SchemaFile* const> roots,
                   const std::function<const SchemaFile*(const WantedSchema&)>& find);

/// Name of the part that stands for a namespace.
std::string part_of_namespace(std::string_view namespace_uri);

/// The namespaces that have a part, in the order of the parts.
std::vector<std::string> namespaces_of(std::span<const SchemaPart> parts);

} // namespace anb::xml
