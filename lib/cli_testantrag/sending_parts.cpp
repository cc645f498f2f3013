// SPDX-License-Identifier: EUPL-1.2

#include "cli_testantrag/sending_parts.hpp"

#include "base/text.hpp"
#include "cli_testantrag/sending_view.hpp"

#include <fmt/format.h>

namespace anb::cli_testantrag {

namespace {

std::string case_of(const testantrag::Sending& sending)
{
    const auto* entry = sending.fitconnect();
    return entry != nullptr ? entry->standing.case_id.brief() : sending.brief();
}

} // namespace

std::string program()
{
    return fmt::format("{} {}", k_send_name, cli::version());
}

testantrag::Shelf shelf()
{
    return {config::state_folder() / "testantrag", base::now};
}

base::Seconds wait_time(const SendingOptions& options)
{
    const auto wait = base::parse_duration(options.wait.empty() ? "0" : options.wait);
    if (!wait) {
        throw base::Error(
            base::ErrorKind::usage, "ANB-G110",
            {{"option", "--wait"}, {"value", options.wait}, {"expected", "90s, 30m, 8h"}});
    }
    return *wait;
}

void require(const std::string& value, const char* option)
{
    if (value.empty()) {
        throw base::Error(base::ErrorKind::usage, "ANB-G107", {{"option", option}});
    }
}

std::string named_environment(const cli::Io& io)
{
    return io.common().env_from_command_line ? io.common().env : "";
}

void read_package(const SendingOptions& options, testantrag::Package& package)
{
    package.final_test = options.final_test;
    package.reason = options.reason;
    package.data = testantrag::inspect_data(options.data);
    for (const auto& path : options.attachments) {
        package.attachments.push_back(testantrag::inspect_attachment(path));
    }
}

void guard_production(const SendingOptions& options, bool production)
{
    if (production != options.final_test) {
        throw base::Error(base::ErrorKind::usage, options.final_test ? "ANB-S131" : "ANB-S130");
    }
}

void confirm_final_test(const SendingOptions& options, const std::string& target,
                        const std::string& service, const std::string& name, cli::Io& io)
{
    const auto before = shelf().final_test("prod", target, service);
    if (before && options.reason.empty()) {
        throw base::Error(
            base::ErrorKind::usage, "ANB-S132",
            {{"id", case_of(*before)}, {"date", base::format_date(before->standing().since)}});
    }
    show_damaged(shelf().list("prod").damaged, io);
    io.confirm(target, fmt::format("{} {}",
                                   io.say("Dies erzeugt einen echten Vorgang im Fachverfahren von",
                                          "This makes a real case in the receiving system of"),
                                   name));
}

bool shown_and_accepted(base::Report report, cli::Io& io)
{
    const auto accepted = report.accepted();
    io.add(std::move(report));
    return accepted;
}

bool noted_and_accepted(base::Report report, testantrag::Package& package, cli::Io& io)
{
    if (report.accepted()) {
        package.unchecked.insert(package.unchecked.end(), report.unchecked.begin(),
                                 report.unchecked.end());
        report.unchecked.clear();
    }
    return shown_and_accepted(std::move(report), io);
}

} // namespace anb::cli_testantrag
