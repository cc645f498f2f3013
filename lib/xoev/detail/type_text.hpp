// The stored form of a type table: one line for each namespace, global element, named type and
// type; the first letter tells which. Cells are separated by tabs.
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string_view>

namespace anb::xoev::detail {

inline constexpr std::string_view k_type_header = "anbindung types 1";
inline constexpr char k_namespace_line = 'N'; ///< URI; numbered from 0
inline constexpr char k_element_line = 'E';   ///< name, namespace, type; sorted by name
inline constexpr char k_name_line = 'Y';      ///< name, namespace, type; sorted by name
/// Numbered from 0, which is the unknown type. Letters: i ID, r IDREF, R IDREFS, b Base64, w
/// wildcard, e enumerated, - none; then "K column", "C namespace name type", "A namespace name
/// letters[ value]" with ! for required and = for a fixed value.
inline constexpr char k_type_line = 'T';

} // namespace anb::xoev::detail
