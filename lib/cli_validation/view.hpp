// What validate-xsozial says about a document.
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "cli/io.hpp"
#include "xoev/check.hpp"

#include <set>
#include <string>
#include <vector>

namespace anb::cli_validation {

/// "antrag.xml: gültig (XSozial-basis 2.3.1), nur Testdaten erkannt"
std::string headline(const std::string& name, const xoev::Verdict& verdict, bool testdata,
                     const cli::Io& io);

/// Everything a program wants to know, as facts of the report.
void add_facts(xoev::Verdict& verdict);

/// What the layers covered over all documents of a run.
class Coverage {
public:
    void take(const xoev::Verdict& verdict, bool testdata);
    /// The last lines: which layers were checked, and what was not.
    void show(cli::Io& io) const;
    std::vector<std::string> lines(const cli::Io& io) const;

private:
    xoev::ListUses m_lists;
    std::set<std::string> m_rules; ///< why business rules were not checked
    bool m_asked_rules = false;
    std::size_t m_checked = 0;
    std::size_t m_unfollowed = 0; ///< documents whose references could not be followed
    bool m_testdata = false;
};

} // namespace anb::cli_validation
