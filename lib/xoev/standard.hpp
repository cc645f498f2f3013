// One namespace of a package, made ready to validate messages against.
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "xml/schema_set.hpp"
#include "xoev/identity.hpp"
#include "xoev/schema_pool.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace anb::xoev {

struct Standard {
    std::optional<Identity> identity; ///< nothing: the schemas do not say
    std::string namespace_uri;
    std::vector<std::string> elements; ///< that may be the root of a document; sorted
    std::vector<SourceFile> sources;
    std::vector<xml::MissingSchema> missing; ///< `by` is a path here
    std::vector<xml::SchemaPart> parts;
    std::string types; ///< a TypeTable

    /// Nothing that is needed is missing.
    bool complete() const;
    /// "XSozial-basis 2.3.1", or the namespace.
    std::string title() const;
    /// Every source is there and as it was.
    bool is_fresh() const;
};

/// Gathers what messages of this namespace need, beginning with the files of one folder.
Standard prepare(const SchemaPool& pool, const SchemaFolder& folder,
                 const std::string& namespace_uri);

/// The stored form, and back.
std::string pack(const Standard& standard);
/// @throws Error{input} ANB-V305 when it was not written by pack()
Standard unpack(std::string_view text, const std::string& origin);

} // namespace anb::xoev
