// A look at an XML document of any size without building a tree: is it well-formed, and what is its
// root element?
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "base/bytes.hpp"
#include "base/file.hpp"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

namespace anb::xml {

/// Elements may be nested this deep.
inline constexpr std::size_t k_max_depth = 256;

/// What a well-formed document begins with.
struct Root {
    std::string namespace_uri; ///< empty when the element is in no namespace
    std::string local_name;
    std::uint64_t size = 0; ///< bytes of the whole document
};

/// Checks a document that arrives in pieces, so that it can be hashed and encrypted in the same
/// pass. Memory is bounded whatever the size: a start tag of 256 KiB, other markup that does not
/// end (a comment) or distinct names of together 10 MB are over the limit.
///
/// Namespaces are checked too: a prefix must be declared. Nothing is ever loaded, neither files nor
/// addresses; without document type there are no entities but the five (XML 1.0 §4.6).
///
/// update() and finish() throw Error{input}, each with the values file, line and column (counted
/// from 1) and the parser's own words as detail:
/// ANB-X102 not well-formed, ANB-X103 has a document type (DOCTYPE), ANB-X104 over a limit,
/// ANB-X105 bytes do not fit the encoding, or it is none of UTF-8, UTF-16, US-ASCII, ISO-8859-x and
/// windows-125x, ANB-X106 ends before the root
/// element does, ANB-X107 start and end tag differ ({element}, {found}), ANB-X108 entity or
/// namespace prefix not declared ({name}), ANB-X109 another {version} of XML than 1.0.
///
/// Source: XML 1.0 (fifth edition), Namespaces in XML 1.0 (third edition)
class Inspector {
public:
    /// @param origin  name used in messages, such as the path or "-"
    explicit Inspector(std::string origin);
    Inspector(Inspector&&) noexcept;
    ~Inspector();

    void update(base::ByteView piece);
    /// The end of the document. Nothing may follow.
    Root finish();

private:
    struct State;
    std::unique_ptr<State> m_state;
};

/// Reads a file to its end through an Inspector.
Root inspect(base::FileReader& file, std::string_view origin);

/// The same for a document in memory.
Root inspect(base::ByteView document, std::string_view origin);

} // namespace anb::xml
