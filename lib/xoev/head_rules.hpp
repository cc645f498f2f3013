// What the head of a message should say beyond its schema (xsozial.md §4.2). Matched by local
// names, since the Basisnachricht G2G comes qualified and unqualified.
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "base/report.hpp"
#include "base/time.hpp"
#include "xml/violation.hpp"

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace anb::xoev {

/// Collects the head of one message.
class HeadRules {
public:
    /// Local names that value() may take.
    static bool is_wanted(std::string_view name)
    {
        return name == "code" || name == "erstellungszeitpunkt" || name == "nachrichtenUUID";
    }

    void clear();
    /// The end of an element without children. @param names  of the open elements, innermost last
    /// @param path  asked for only when the value is one of the head's
    void value(const std::vector<std::string_view>& names, std::string_view text, xml::Place place,
               const std::function<std::string()>& path);
    /// Notes and warnings: ANB-V160 number and root differ, ANB-V161 no time zone, ANB-V162 in the
    /// future, ANB-V163 nil UUID.
    std::vector<base::Finding> judge(std::string_view root, base::UtcTime now) const;
    /// nachrichtenUUID in lower case; empty when the message has none.
    std::string uuid() const;

private:
    struct Value {
        std::string text;
        xml::Place place;
        std::string path;
    };
    std::optional<Value> m_type, m_time, m_uuid;
};

} // namespace anb::xoev
