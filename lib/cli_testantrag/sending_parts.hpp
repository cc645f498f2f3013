// What the commands of send-testantrag share, whatever the way.
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "cli_testantrag/sending.hpp"
#include "testantrag/shelf.hpp"

#include <string>
#include <string_view>

namespace anb::cli_testantrag {

inline constexpr std::string_view k_send_name = "send-testantrag";

/// "send-testantrag 1.2.0"
std::string program();

testantrag::Shelf shelf();

/// @throws Error{usage} ANB-G110
base::Seconds wait_time(const SendingOptions& options);
/// @throws Error{usage} ANB-G107
void require(const std::string& value, const char* option);

/// The environment that the command line names; otherwise sendings of all are looked through.
std::string named_environment(const cli::Io& io);

/// Reads what is to be sent. @throws as testantrag::inspect_data() and inspect_attachment()
void read_package(const SendingOptions& options, testantrag::Package& package);

/// @throws Error{usage} ANB-S130 production without --final-test, ANB-S131 the reverse
void guard_production(const SendingOptions& options, bool production);

/// Asks for the confirmation of a final test.
/// @param target  as Sending::is_for() compares it; its first characters are to be typed
/// @param name    of the receiver, for people
/// @throws Error{usage} ANB-S132 when there was one already and no reason is given
void confirm_final_test(const SendingOptions& options, const std::string& target,
                        const std::string& service, const std::string& name, cli::Io& io);

bool shown_and_accepted(base::Report report, cli::Io& io);
/// Shows what was found; what was not looked at goes to the package, to be said with the outcome.
bool noted_and_accepted(base::Report report, testantrag::Package& package, cli::Io& io);

} // namespace anb::cli_testantrag
