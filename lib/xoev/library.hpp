// All standards and code lists at hand, compiled when they are first needed.
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "base/report.hpp"
#include "schematron/rules.hpp"
#include "xml/schema.hpp"
#include "xoev/code_list.hpp"
#include "xoev/standard.hpp"
#include "xoev/store.hpp"

#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace anb::xoev {

/// A namespace that documents can be validated against.
struct Edition {
    std::optional<Identity> identity;
    std::string namespace_uri;
    std::vector<std::string> elements; ///< that it declares; sorted
    bool complete = true;
    std::string package;                           ///< name of the package, or the folder
    std::vector<std::filesystem::path> rule_files; ///< Schematron of the same publisher

    std::string title() const;
    bool declares(std::string_view element) const;
};

/// An edition with everything that validation needs.
struct Ready {
    Standard standard;
    xml::Schema schema;
};

/// A code list made for looking up.
class CodeTable {
public:
    explicit CodeTable(CodeList list);

    /// @param column  genutzteCodeSpalte; empty or unknown: the recommended key
    bool contains(std::string_view code, std::string_view column) const;
    /// The name beside a code of the recommended key; empty when the list has none.
    std::string_view name_of(std::string_view code) const;

private:
    using Rows = std::unordered_map<std::string_view, std::size_t>;
    CodeList m_list;
    std::vector<Rows> m_columns;
};

/// Whether a list can be asked.
enum class ListState { installed, other_versions, absent };

/// Shared by threads.
class Library {
public:
    /// @param folders  stores, or folders with schemas and lists as they are. First comes first
    /// @param own      the user's own store, which comes last and need not exist
    /// @throws as require_folder() for `folders`, Store::list() and SchemaPool::add_package()
    explicit Library(const std::vector<std::filesystem::path>& folders,
                     const std::filesystem::path& own = {});
    ~Library();
    Library(const Library&) = delete;
    Library& operator=(const Library&) = delete;

    const std::vector<Edition>& editions() const;
    /// Those of a namespace, the newest and complete ones first.
    std::vector<const Edition*> of_namespace(std::string_view uri) const;

    /// Compiles it the first time.
    /// @throws Error{missing} ANB-V302 when a file that it needs is not there, Error{input}
    ///         ANB-V304 when it does not compile
    const Ready& ready(const Edition& edition) const;

    /// Business rules of an edition that can be evaluated.
    struct BusinessRules {
        std::vector<schematron::Rules> rules;
        std::vector<base::Finding> refused; ///< ANB-V182 and V183, notes: files that cannot
    };
    const BusinessRules& business_rules(const Edition& edition) const;

    ListState state_of(std::string_view uri, std::string_view version) const;
    /// Null unless it is installed.
    const CodeTable* list(std::string_view uri, std::string_view version) const;
    /// Versions of a list that are installed.
    std::vector<std::string> versions_of(std::string_view uri) const;

private:
    struct State;
    std::unique_ptr<State> m_state;
};

} // namespace anb::xoev
