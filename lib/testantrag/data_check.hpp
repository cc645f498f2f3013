// The business data of a test application, judged by the engine of validate-xsozial: valid against
// their schema, test data only?
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "base/bytes.hpp"
#include "base/file.hpp"
#include "base/report.hpp"
#include "base/time.hpp"
#include "testantrag/input.hpp"
#include "xoev/check.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace anb::testantrag {

struct DataRules {
    /// Stores of packages, or folders with schemas; the first comes first.
    std::vector<base::fs::path> schema_folders;
    base::fs::path own_schemas{}; ///< store that comes last and need not exist; empty: none
    bool testdata = false;        ///< look for values that seem to belong to a real person too
    std::string exceptions;       ///< file with exceptions from that; empty: none
    std::size_t max_findings = 20;
    base::UtcTime at{}; ///< day that the rules for the message's head are judged by
};

/// Checks one document after another. What a finding says of the content is what validate-xsozial
/// would say. Facts: "schema_valid" ("true", "false") and "standard" when a schema was asked.
///
/// `unchecked`: "schema" ("not_installed" no package for the schema, "schema_uri_unknown" it is not
/// the URN of a standard's version, "no_check_for_json"); with it "code_lists" and
/// "business_rules"; otherwise what xoev::add_unchecked() says; "testdata" ("not_requested").
class DataChecker {
public:
    /// Looks through the folders and reads the exceptions. @throws as xoev::Library,
    /// xoev::TestExceptions::read() and base::read_file()
    explicit DataChecker(const DataRules& rules);
    DataChecker(const DataChecker&) = delete;
    DataChecker& operator=(const DataChecker&) = delete;

    /// @param schema_uri  as the metadata or the destination name it
    /// @throws Error{missing} ANB-V302, Error{input} ANB-V304 when an installed schema cannot be
    ///         used – no fault of the data; failures of reading
    base::Report check(const Data& data, std::string_view schema_uri) const;
    /// @param name  for messages; empty: the file's
    base::Report check_file(const base::fs::path& file, Form form, std::string_view schema_uri,
                            std::string name = {}) const;
    /// @param name  for messages
    base::Report check_bytes(base::ByteView bytes, Form form, std::string_view schema_uri,
                             const std::string& name) const;

private:
    base::Report check_xml(const std::string& name, const xoev::ReadPiece& read,
                           std::string_view schema_uri) const;
    base::Report check_json(const std::string& name, base::ByteView bytes) const;
    bool has_package(const xoev::Identity& wanted) const;

    xoev::Library m_library;
    xoev::TestRules m_test_rules;
    xoev::TestExceptions m_exceptions;
    DataRules m_rules;
};

} // namespace anb::testantrag
