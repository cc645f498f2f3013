// SPDX-License-Identifier: EUPL-1.2
#include "base/error.hpp"
#include "base/file.hpp"
#include "cli/question.hpp"
#include "cli_destination/edit.hpp"
#include "cli_destination/view.hpp"

#include <fmt/format.h>

namespace anb::cli_destination {

namespace {

using fitconnect::KeyRole;

constexpr std::uint64_t k_max_file = 1024 * 1024;

jose::PublicJwk read_key(const std::string& file)
{
    const auto bytes = base::read_file(file, k_max_file);
    const auto document = json::parse(base::as_text(bytes), file);
    return jose::parse_public_jwk(json::Reader(document, file));
}

class Rotation {
public:
    Rotation(const Call& call, cli::Io& io)
        : m_call(call), m_io(io), m_key(read_key(call.file)),
          m_role(m_key.alg == fitconnect::algorithm(KeyRole::signature) ? KeyRole::signature
                                                                        : KeyRole::encryption),
          m_connection(connect(call, io, cli_net::Purpose::changing)),
          m_before(fitconnect::fetch_own_destination(m_connection.api(),
                                                     one_target(call, m_connection).id))
    {
    }

    cli::Exit run();

private:
    bool fit();
    bool is_stored();
    bool must_switch() const
    {
        return m_role == KeyRole::encryption && m_before.encryption_kid != m_key.kid;
    }
    std::string keep_until() const
    {
        return base::format_date(fitconnect::safe_to_delete(m_io.now()));
    }
    void show_steps(bool stored);
    void require_receiver();
    void write(bool stored);
    void finish(bool stored, bool changed);

    const Call& m_call;
    cli::Io& m_io;
    jose::PublicJwk m_key;
    KeyRole m_role;
    cli_net::Connection m_connection;
    fitconnect::Destination m_before;
};

/// The new key must be fit before anything is sent.
bool Rotation::fit()
{
    const auto rules = cli_net::key_rules(m_connection.session(), m_io.judged_at());
    auto report = fitconnect::check_key(m_key, m_role, rules, "destination:" + m_before.id.str());
    for (auto& finding : report.findings) {
        finding.where = m_call.file + finding.where;
    }
    report.facts.clear();
    const auto accepted = report.accepted();
    m_io.add(std::move(report));
    return accepted;
}

bool Rotation::is_stored()
{
    for (const auto& jwk : fitconnect::fetch_own_keys(m_connection.api(), m_before.id)) {
        if (jwk.kid == m_key.kid) {
            if (jwk.key != m_key.key || jwk.alg != m_key.alg) {
                throw base::Error(base::ErrorKind::input, "ANB-F258", {{"kid", m_key.kid}});
            }
            return true;
        }
    }
    return false;
}

void Rotation::show_steps(bool stored)
{
    cli::Table table;
    const auto kid = "kid " + fitconnect::brief_kid(m_key.kid);
    const auto done = m_io.say(" – schon geschehen", " – done already");
    table.rows.push_back({m_io.say("1. neuen Schlüssel hinzufügen", "1. add the new key"),
                          stored ? kid + done : kid});
    if (m_role == KeyRole::encryption) {
        const auto old = "kid " + fitconnect::brief_kid(m_before.encryption_kid);
        table.rows.push_back(
            {m_io.say("2. neuen Schlüssel aktiv setzen", "2. make the new key the active one"),
             must_switch() ? m_io.say("bisher ", "until now ") + old : kid + done});
        if (must_switch()) {
            table.rows.push_back(
                {m_io.say("3. alten Schlüssel stehen lassen", "3. keep the old key"),
                 fmt::format(fmt::runtime(m_io.say("bis {} – so lange können noch damit",
                                                   "until {} – so long applications encrypted")),
                             keep_until())});
            table.rows.push_back({"", m_io.say("verschlüsselte Anträge zur Abholung bereitliegen",
                                               "with it may lie ready to be fetched")});
        }
    } else {
        table.rows.push_back(
            {m_io.say("2. alten Signaturschlüssel nicht löschen", "2. do not delete the old "
                                                                  "signature key"),
             m_io.say("frühere Ereignisse bleiben damit prüfbar",
                      "earlier events remain verifiable with it")});
    }
    m_io.table(table);
}

void Rotation::require_receiver()
{
    const auto kid = fitconnect::brief_kid(m_key.kid);
    if (m_call.receiver_ready || m_role == KeyRole::signature || !must_switch() ||
        cli::agrees(m_io, fmt::format(fmt::runtime(m_io.say(
                                          "Hat das Fachverfahren den privaten Schlüssel zu {} "
                                          "schon?",
                                          "Does the specialist application already have the "
                                          "private key of {}?")),
                                      kid))) {
        return;
    }
    throw base::Error(base::ErrorKind::usage, "ANB-F256", {{"kid", kid}});
}

void Rotation::write(bool stored)
{
    confirm(m_io, m_connection.environment(), {m_before.id});
    save_undo(m_call, m_io, m_connection.environment(), m_before);
    const auto subject = "destination:" + m_before.id.str();
    if (!stored) {
        settled(m_io, subject,
                [&] { fitconnect::add_key(m_connection.api(), m_before.id, m_key); });
    }
    if (must_switch()) {
        const auto after = settled(m_io, subject, [&] {
            return fitconnect::patch_destination(m_connection.api(), m_before,
                                                 {{"encryptionKid", m_key.kid}});
        });
        m_io.document()["destination"] = fitconnect::to_json(after);
    }
}

void Rotation::finish(bool stored, bool changed)
{
    auto& rotation = m_io.document()["rotation"] = json::Value::object();
    rotation["role"] = m_role == KeyRole::encryption ? "encryption" : "signature";
    rotation["new_kid"] = m_key.kid;
    rotation["key_was_stored"] = stored;
    rotation["switches"] = must_switch();
    if (must_switch()) {
        rotation["old_kid"] = m_before.encryption_kid;
        rotation["keep_old_key_until"] = keep_until();
    }
    rotation["landesredaktion_must_be_told"] = must_switch();
    m_io.document()["changed"] = changed;
    if (must_switch()) {
        m_io.line(m_io.say("  Danach nötig: Adressierungsinformationen im Landesredaktionssystem "
                           "erneuern.",
                           "  Needed afterwards: renew the addressing information in the system "
                           "of the Landesredaktion."));
    } else {
        m_io.line(m_io.say("  Kein Update im Landesredaktionssystem nötig.",
                           "  No update in the system of the Landesredaktion is needed."));
    }
}

cli::Exit Rotation::run()
{
    if (!fit()) {
        return cli::Exit::failed;
    }
    const auto stored = is_stored();
    if (stored && !must_switch()) {
        m_io.document()["changed"] = false;
        m_io.line(
            m_role == KeyRole::encryption
                ? m_io.say("Schlüssel ist bereits aktiv.", "The key is active already.")
                : m_io.say("Schlüssel ist bereits hinterlegt.", "The key is stored already."));
        return m_io.verdict();
    }
    show_steps(stored);
    if (must_switch()) {
        m_io.document()["changes"] = {{{"member", "encryptionKid"},
                                       {"before", m_before.encryption_kid},
                                       {"after", m_key.kid}}};
    }
    if (m_io.common().dry_run) {
        finish(stored, false);
        m_io.line(m_io.say("Nichts geändert (--dry-run).", "Nothing changed (--dry-run)."));
        return m_io.verdict();
    }
    require_receiver();
    write(stored);
    finish(stored, true);
    return m_io.verdict();
}

} // namespace

cli::Exit rotate_key(const Call& call, cli::Io& io)
{
    return Rotation(call, io).run();
}

} // namespace anb::cli_destination
