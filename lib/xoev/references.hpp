// ID and IDREF over a whole document; libxml2 checks neither when it streams (xsozial.md §6.4).
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "xml/violation.hpp"
#include "xoev/types.hpp"

#include <functional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace anb::xoev {

class References {
public:
    /// A value of an attribute or element that means something.
    /// @param path  asked for only when it has to be kept
    /// @return place of the first ID when this one is a duplicate
    const xml::Place* add(Meaning meaning, std::string_view value, xml::Place place,
                          const std::function<std::string()>& path);

    /// A reference to an ID that the document does not have.
    struct Dangling {
        std::string value;
        xml::Place place; ///< of the first reference with this value
        std::string path;
    };
    /// One for each value, in the order of the document.
    std::vector<Dangling> dangling() const;

    void clear();

private:
    std::unordered_map<std::string, xml::Place> m_ids;
    std::unordered_map<std::string, Dangling> m_open; ///< not seen as an ID yet
};

} // namespace anb::xoev
