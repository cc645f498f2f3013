// How an inspected OSCI message is shown. SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "cli/io.hpp"
#include "testantrag/osci/inspect.hpp"

namespace anb::cli_testantrag {

/// Tables for people, the member "osci" for programs, and the report.
void show_inspection(const testantrag::OsciInspection& inspection, cli::Io& io);

} // namespace anb::cli_testantrag
