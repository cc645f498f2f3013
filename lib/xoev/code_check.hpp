// Looks up the codes of one document in the lists they name (xsozial.md §5).
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "base/report.hpp"
#include "xml/validator.hpp"
#include "xoev/library.hpp"
#include "xoev/types.hpp"

#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace anb::xoev {

/// How the codes of one list version fared in a document.
struct ListUse {
    ListState state = ListState::absent;
    bool in_schema = false; ///< the schema itself lists the values
    std::uint64_t codes = 0;
    std::uint64_t unknown = 0;
};

/// By URI and version.
using ListUses = std::map<std::pair<std::string, std::string>, ListUse>;

class CodeCheck {
public:
    explicit CodeCheck(const Library& library) : m_library(library) {}

    void clear();
    /// An element whose type is a code; its list comes from the document or from the schema.
    void start(const ElementType& type, const xml::StartTag& tag, std::size_t depth);
    /// An element at this depth stands in a code.
    bool is_inside(std::size_t depth) const { return m_open && depth == m_open->depth + 1; }
    /// The end of an element inside a code. @param path  asked for only when something is wrong
    void value(std::string_view name, std::string_view text, xml::Place place, std::size_t depth,
               const std::function<std::string()>& path);
    void end(std::size_t depth);

    /// ANB-V150 code in no row of its list; ANB-V153 (note) another name beside the right code.
    std::vector<base::Finding> take_findings() { return std::exchange(m_findings, {}); }
    bool has_findings() const { return !m_findings.empty(); }
    const ListUses& uses() const { return m_uses; }

private:
    /// A list as a type and a document name it.
    struct Source {
        std::string uri, version;
        const CodeTable* table = nullptr;
        ListUse* use = nullptr;
    };
    struct Open {
        std::size_t depth = 0;
        const ElementType* type = nullptr;
        const Source* source = nullptr;
        std::string_view prefix, local;
        std::string code{}; ///< when it is in the list

        std::string element() const;
    };

    const Source& source(const ElementType& type, const xml::StartTag& tag);

    const Library& m_library;
    std::optional<Open> m_open;
    std::map<const ElementType*, std::vector<Source>> m_sources;
    std::vector<base::Finding> m_findings;
    ListUses m_uses;
};

} // namespace anb::xoev
