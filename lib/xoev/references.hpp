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

    struct Dangling {
        std::string value;
        xml::Place place;
        std::string path; ///< empty beyond the first thousand references
    };
    /// References to IDs that the document does not have, in its order.
    std::vector<Dangling> dangling() const;

    void clear();

private:
    std::unordered_map<std::string, xml::Place> m_ids;
    std::vector<Dangling> m_references;
};

} // namespace anb::xoev
