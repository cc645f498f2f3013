// Code lists in Genericode 1.0 as the XRepository publishes them (xsozial.md §5.2).
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "base/bytes.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace anb::xoev {

/// Codes of one column, in the order of the list; white space collapsed as xs:token demands.
struct CodeColumn {
    std::string id;
    std::vector<std::string> codes;
};

struct CodeList {
    std::string uri;     ///< CanonicalUri
    std::string version; ///< Version
    std::string name;    ///< ShortName
    /// Columns that are keys; the one recommended for codes first.
    std::vector<CodeColumn> columns;
    /// Names of the codes in the first column, where there is a column for people; else empty.
    std::vector<std::string> names;
};

/// What a bulk download holds in place of a list that cannot be had.
struct UnavailableList {
    std::string status, message;
};

/// True when the document begins like Genericode, or like the error document in its place.
bool is_code_list(base::ByteView document);

/// @return nothing when the document is an UnavailableList; see read_unavailable()
/// @throws Error{input} ANB-V320 when it is no Genericode or lacks uri, version or a key column;
///         otherwise as xml::read_tree()
std::optional<CodeList> read_code_list(base::ByteView document, const std::string& origin);

std::optional<UnavailableList> read_unavailable(base::ByteView document, const std::string& origin);

} // namespace anb::xoev
