// SPDX-License-Identifier: EUPL-1.2
#include "base/error.hpp"
#include "base/text.hpp"
#include "cli_destination/edit.hpp"
#include "cli_destination/results.hpp"
#include "cli_destination/view.hpp"

#include <fmt/format.h>

#include <filesystem>

namespace anb::cli_destination {

namespace {

using base::Error;
using base::ErrorKind;

/// What one Zustellpunkt is to become.
struct Plan {
    const Member* member;
    fitconnect::Destination before;
    fitconnect::Edit edit;
    std::vector<base::Fact> facts; ///< from, to
};

/// With --service or --all-services the only bare word is the version.
Call understood(Call call)
{
    if (call.to.empty()) {
        call.to = call.version;
    }
    const auto many = call.all || !call.profiles.empty();
    if (call.to.empty() && (many || !call.service.empty())) {
        std::swap(call.to, call.id);
    }
    if (call.to.empty() || (many && !call.id.empty())) {
        throw Error(ErrorKind::usage, "ANB-F276");
    }
    return call;
}

class Change {
public:
    Change(const Call& call, cli::Io& io)
        : m_call(call), m_io(io), m_versions(cli_net::schema_versions()),
          m_fleet(call, io, cli_net::Purpose::changing)
    {
    }

    cli::Exit run();

private:
    void plan(const Member& member);
    void show(const Member& member, const Plan& plan);
    void write(const Plan& plan);
    void undo(const Plan& plan);
    void document(const fitconnect::Destination& destination, bool changed);

    const Call& m_call;
    cli::Io& m_io;
    fitconnect::SchemaVersions m_versions;
    Fleet m_fleet;
    std::vector<Plan> m_plans;
};

void Change::document(const fitconnect::Destination& destination, bool changed)
{
    if (!m_fleet.several()) {
        m_io.document()["changed"] = changed;
        m_io.document()["destination"] = fitconnect::to_json(destination);
    }
}

void Change::plan(const Member& member)
{
    auto before = fitconnect::fetch_own_destination(member.connection->api(), member.target.id);
    auto at_hand = fitconnect::schema_uris(before);
    const auto offered = base::join(at_hand, ", ");
    if (member.target.service != nullptr) {
        at_hand.push_back(member.target.service->schema_uri);
    }
    const auto to = fitconnect::resolve_schema(m_call.to, at_hand, m_versions);
    if (!m_call.accept_unknown_version) {
        fitconnect::require_known(to, m_versions, m_io.judged_at());
    }
    std::optional<fitconnect::SchemaName> from;
    if (!m_call.from.empty()) {
        from = fitconnect::resolve_schema(m_call.from, at_hand, m_versions);
    }
    Plan plan{&member, std::move(before), {}, {{"from", offered}, {"to", to.uri()}}};
    plan.edit = fitconnect::edit_schema(plan.before, from, to);
    show(member, plan);
    if (plan.edit.patch.is_null()) {
        add_result(m_io, member, "already_set", plan.facts);
        document(plan.before, false);
    } else if (m_io.common().dry_run) {
        add_result(m_io, member, "would_change", plan.facts);
    }
    m_plans.push_back(std::move(plan));
}

void Change::show(const Member& member, const Plan& plan)
{
    const auto nothing = plan.edit.patch.is_null();
    if (m_fleet.several()) {
        m_io.line(fmt::format("{}  {}", member.label, member.target.id.str()));
    }
    if (nothing) {
        m_io.line(m_io.say("Bereits gesetzt.", "Set already."));
        return;
    }
    auto changes = show_changes(m_io, plan.edit.changes);
    if (!m_fleet.several()) {
        m_io.document()["changes"] = std::move(changes);
    }
}

void Change::undo(const Plan& plan)
{
    auto call = m_call;
    if (!call.undo_file.empty() && m_fleet.several()) {
        std::filesystem::create_directories(call.undo_file);
        call.undo_file =
            (std::filesystem::path(call.undo_file) / (plan.before.id.str() + ".json")).string();
    }
    save_undo(call, m_io, plan.member->connection->environment(), plan.before);
}

void Change::write(const Plan& plan)
{
    undo(plan);
    const auto after = settled(m_io, plan.member->subject(), [&] {
        return fitconnect::patch_destination(plan.member->connection->api(), plan.before,
                                             plan.edit.patch);
    });
    add_result(m_io, *plan.member, "changed", plan.facts);
    document(after, true);
}

cli::Exit Change::run()
{
    const auto failed = [this](const Member& member, const Error& error) {
        add_failure(m_io, member, error);
    };
    m_fleet.each([this](const Member& member) { plan(member); }, failed);
    std::erase_if(m_plans, [](const Plan& plan) { return plan.edit.patch.is_null(); });
    if (m_plans.empty()) {
        return m_io.verdict();
    }
    std::vector<fitconnect::DestinationId> ids;
    for (const auto& plan : m_plans) {
        ids.push_back(plan.before.id);
    }
    const auto& environment = m_plans.front().member->connection->environment();
    if (m_io.common().dry_run) {
        m_io.document()["changed"] = false;
        m_io.line(m_io.say("Nichts geändert (--dry-run).", "Nothing changed (--dry-run)."));
        if (environment.is_production()) {
            m_io.status(m_io.say("Zum Ausführen: --confirm ", "To carry it out: --confirm ") +
                        fitconnect::confirmation(ids));
        }
        return m_io.verdict();
    }
    confirm(m_io, environment, ids);
    std::size_t written = 0;
    for (const auto& plan : m_plans) {
        if (m_io.cancelled()) {
            throw Error(ErrorKind::try_later, "ANB-N308", {{"host", "-"}});
        }
        try {
            write(plan);
            ++written;
        } catch (const Error& error) {
            if (!m_fleet.several() || m_io.cancelled()) {
                throw;
            }
            add_failure(m_io, *plan.member, error);
        }
    }
    if (m_fleet.several()) {
        m_io.document()["changed"] = written > 0;
    }
    m_io.line(
        m_io.say("Geändert. Kein Update im Landesredaktionssystem nötig (nur Fachdatenschema).",
                 "Changed. No update in the system of the Landesredaktion is needed (data "
                 "schema only)."));
    return m_io.verdict();
}

} // namespace

cli::Exit set_schema(const Call& typed, cli::Io& io)
{
    const auto call = understood(typed);
    return Change(call, io).run();
}

} // namespace anb::cli_destination
