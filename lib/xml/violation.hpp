// What a document does wrong against its schema, in terms a sentence can be made of.
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace anb::xml {

/// Counted from 1; the column in bytes.
struct Place {
    std::uint64_t line = 1, column = 1;
};

/// The rules of XML Schema that messages tell apart.
enum class Rule {
    element_unexpected, ///< stands where it may not; `expected` could stand there
    element_missing,    ///< the element ends before `expected` came
    root_unknown,       ///< no declaration for the root element
    type,               ///< no value of `type`, or of a type without name
    enumeration,        ///< none of `allowed`
    pattern,            ///< does not match `bound`
    length,             ///< `actual` characters where `bound` are demanded
    min_length,         ///< too short: `actual`, `bound`
    max_length,         ///< too long: `actual`, `bound`
    too_small,          ///< below `bound`
    too_large,          ///< above `bound`
    digits,             ///< more digits than `bound`
    attribute_missing,  ///< `attribute` is required
    attribute_unknown,  ///< `attribute` is not allowed here
    fixed,              ///< another value than `bound`
    text_forbidden,     ///< text where only elements may stand
    element_forbidden,  ///< elements where only text may stand
    content_forbidden,  ///< anything where nothing may stand
    key,                ///< xs:key, xs:unique or xs:keyref named `bound`; `value` as in "'a', 'b'"
    type_unknown,       ///< xsi:type names no type, or one that does not fit
    nil,                ///< xsi:nil against the declaration
    declaration,        ///< an element or type that may not be used as it is (abstract)
    wildcard,           ///< xs:any finds no declaration
    other,              ///< `detail` says what
};

struct ExpandedName {
    std::string namespace_uri, local;
};

/// Values are the document's own and may be personal data: never logged, cut before they are shown.
struct Violation {
    Rule rule = Rule::other;
    int code = 0; ///< xmlParserErrors of libxml2; 0 for checks of our own
    /// The start tag, or the last line of one that has several; the first character of the text;
    /// the end tag. Of an xs:keyref the element that demands it; the path ends with "//" and a
    /// name.
    Place place;
    std::uint64_t parent_line = 0; ///< element_missing: where the element begins
    std::string path;              ///< in the document's prefixes: "/a:antrag/person[2]/name"
    std::string element;           ///< in the document's prefixes
    ExpandedName name;             ///< of the element
    std::string attribute;         ///< local name; empty when the element itself is meant
    std::string value;             ///< the whole value
    std::string bound, actual, type;
    std::vector<ExpandedName> expected;
    bool more_expected = false;       ///< the list was cut
    std::vector<std::string> allowed; ///< values of an enumeration
    std::string detail;               ///< libxml2's own words, without values where possible
};

} // namespace anb::xml
