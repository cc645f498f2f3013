// SPDX-License-Identifier: EUPL-1.2

#include "xmldsig/ids.hpp"

#include "base/error.hpp"

#include <set>

namespace anb::xmldsig {

namespace {

struct Collector {
    const std::function<bool(const xml::Node&)>& is_payload;
    std::map<std::string, xml::Node>& nodes;
    std::set<std::string> in_payload{};

    void collect(const xml::Node& node, bool payload)
    {
        if (auto id = node.attribute("Id")) {
            if (payload) {
                in_payload.insert(*id);
            } else if (!nodes.emplace(*id, node).second) {
                refuse(*id);
            }
        }
        const auto inside = payload || is_payload(node);
        for (const auto& child : node.children()) {
            collect(child, inside);
        }
    }

    [[noreturn]] static void refuse(const std::string& id)
    {
        throw base::Error(base::ErrorKind::trust, "ANB-O304", {{"id", id}});
    }
};

} // namespace

IdTable::IdTable(const xml::Document& document,
                 const std::function<bool(const xml::Node&)>& is_payload)
{
    Collector collector{.is_payload = is_payload, .nodes = m_nodes};
    collector.collect(document.root(), false);
    for (const auto& id : collector.in_payload) {
        if (m_nodes.contains(id)) {
            Collector::refuse(id);
        }
    }
}

std::optional<xml::Node> IdTable::find(const std::string& id) const
{
    const auto found = m_nodes.find(id);
    return found == m_nodes.end() ? std::nullopt : std::optional(found->second);
}

} // namespace anb::xmldsig
