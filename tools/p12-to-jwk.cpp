// Turns the .p12 of the Verwaltungs-PKI into the JWK files that FIT-Connect needs.
// SPDX-License-Identifier: EUPL-1.2

#include "base/text.hpp"
#include "cli/tool.hpp"
#include "crypto/openssl.hpp"
#include "fitconnect/conversion.hpp"
#include "fitconnect/local_keys.hpp"

#include <fmt/format.h>

using namespace anb;

namespace {

using fitconnect::KeyRole;

constexpr std::uint64_t k_max_store = 1024 * 1024;

struct Options {
    std::vector<std::string> files, trust;
    std::string out_dir, lint, alias, kid, public_role;
    std::string use = "both";
    std::string subject = "TEST FIT-Connect";
    int days = 365;
    bool new_test_key = false, no_root = false, allow_expired = false;
    cli::SecretSource password;
};

void declare(CLI::App& app, Options& options, cli::Say say)
{
    app.add_option("FILE", options.files,
                   say("Eine oder zwei .p12-Dateien; - ist die Standardeingabe.",
                       "One or two .p12 files; - is standard input."))
        ->expected(0, 2);

    auto* out = app.add_option(
        "--out-dir", options.out_dir,
        say("Schreibt die JWK-Dateien in diesen Ordner.", "Writes the JWK files to this folder."));
    auto* publish = app.add_option(
        "--public", options.public_role,
        say("Gibt nur diesen öffentlichen JWK aus.", "Prints this public JWK only."));
    auto* make = app.add_flag(
        "--new-test-key", options.new_test_key,
        say("Erzeugt selbst signierte Schlüssel für TEST.", "Makes self-signed keys for TEST."));
    auto* lint =
        app.add_option("--lint", options.lint,
                       say("Prüft einen JWK oder Schlüsselsatz; - ist die Standardeingabe.",
                           "Judges a JWK or key set; - is standard input."));
    out->type_name("DIR");
    publish->check(CLI::IsMember({"enc", "sig"}))->excludes(out);
    make->needs(out);
    lint->type_name("FILE")->excludes(out)->excludes(publish)->excludes(make);

    auto* use = app.add_option("--use", options.use,
                               say("Welche Schlüsselpaare entstehen.", "Which key pairs are made."))
                    ->check(CLI::IsMember({"enc", "sig", "both"}))
                    ->excludes(publish);
    app.add_option("--alias", options.alias,
                   say("Welcher von mehreren Schlüsseln: Name, Fingerabdruck oder Nummer.",
                       "Which of several keys: name, fingerprint or number."))
        ->type_name("NAME");
    app.add_option("--kid", options.kid,
                   say("Kennung des Schlüssels statt der abgeleiteten; nur für ein Paar.",
                       "Id of the key instead of the derived one; for one pair only."))
        ->type_name("TEXT");
    app.add_flag("--no-root", options.no_root,
                 say("Lässt die Wurzel in x5c weg.", "Leaves the root out of x5c."));
    app.add_flag("--allow-expired", options.allow_expired,
                 say("Nimmt ein abgelaufenes Zertifikat an, für alte Einreichungen.",
                     "Accepts an expired certificate, for old submissions."));
    app.add_option("--trust", options.trust,
                   say("Wurzeln der Verwaltungs-PKI: Datei oder Ordner; mehrfach möglich.",
                       "Roots of the Verwaltungs-PKI: file or folder; repeatable."))
        ->type_name("FILE")
        ->multi_option_policy(CLI::MultiOptionPolicy::TakeAll);
    app.add_option("--subject", options.subject,
                   say("Name im Testzertifikat.", "Name in the test certificate."))
        ->type_name("TEXT")
        ->needs(make);
    app.add_option("--days", options.days,
                   say("Gültigkeit des Testzertifikats in Tagen.",
                       "Validity of the test certificate in days."))
        ->type_name("N")
        ->check(CLI::Range(1, 3650))
        ->needs(make);
    make->excludes(use);

    app.add_option("--password-file", options.password.file,
                   say("Das Kennwort steht in dieser Datei.", "The password stands in this file."))
        ->type_name("FILE");
    app.add_option("--password-fd", options.password.descriptor,
                   say("Das Kennwort kommt über diesen Dateideskriptor.",
                       "The password comes through this descriptor."))
        ->type_name("N")
        ->check(CLI::NonNegativeNumber);
    app.add_option("--password-env", options.password.variable,
                   say("Das Kennwort steht in dieser Umgebungsvariable.",
                       "The password stands in this variable."))
        ->type_name("NAME");
}

fitconnect::KeyRules rules(const Options& options, const cli::Io& io)
{
    const auto& env = io.common().env;
    return {.production = env == "prod" || env == "stage",
            .allow_expired = options.allow_expired,
            .at = io.judged_at(),
            .anchors = fitconnect::load_anchors(options.trust)};
}

[[noreturn]] void misuse(std::string code, base::Values values = {})
{
    throw base::Error(base::ErrorKind::usage, std::move(code), std::move(values));
}

std::vector<KeyRole> roles(const Options& options)
{
    const auto& use = options.public_role.empty() ? options.use : options.public_role;
    if (use == "both") {
        return {KeyRole::encryption, KeyRole::signature};
    }
    return {use == "enc" ? KeyRole::encryption : KeyRole::signature};
}

fitconnect::Conversion convert(const Options& options, cli::Io& io)
{
    if (!options.kid.empty() && roles(options).size() > 1) {
        misuse("ANB-J139");
    }
    if (!options.alias.empty() && options.files.size() > 1) {
        misuse("ANB-G113", {{"option", "--alias"}, {"other", "FILE FILE"}});
    }
    auto source = options.password;
    source.credential = "p12-password";
    source.file_variable = "ANB_P12_PASSWORD_FILE";
    source.prompt = io.say("Kennwort für ", "Password for ") +
                    base::printable(base::join(options.files, ", ")) + ":";

    std::vector<base::SecretBytes> contents;
    for (const auto& file : options.files) {
        contents.push_back(base::read_secret_file(file, k_max_store));
    }
    const auto password = io.secret(source);
    pki::Pkcs12Options how;
    how.at = io.judged_at();
    if (!options.alias.empty()) {
        how.alias = options.alias;
    }
    std::vector<fitconnect::Store> stores;
    for (std::size_t i = 0; i < contents.size(); ++i) {
        const auto& file = options.files[i];
        stores.push_back({file, pki::load_pkcs12(contents[i].reveal(), password, file, how)});
    }
    return fitconnect::convert(stores,
                               {roles(options), options.kid, !options.no_root, rules(options, io)});
}

void show(const std::vector<fitconnect::KeyFile>& files, cli::Io& io)
{
    std::size_t width = 0;
    for (const auto& file : files) {
        width = std::max(width, base::display_width(file.path.string()));
    }
    auto listed = json::Value::array();
    for (const auto& file : files) {
        const auto path = file.path.string();
        const auto kind = file.is_private ? io.say("PRIVAT 0600", "PRIVATE 0600")
                                          : io.say("öffentlich", "public");
        const auto chain = file.certificates > 1 ? fmt::format("  x5c: {}", file.certificates) : "";
        const auto kind_width = io.common().language == cli::Language::german ? 11 : 12;
        io.line(fmt::format("{}{:{}}   {:{}} {:9}  kid {}{}", path, "",
                            width - base::display_width(path), kind, kind_width, file.operation,
                            fitconnect::brief_kid(file.kid), chain));
        listed.push_back(fitconnect::to_json(file));
    }
    io.document()["files"] = std::move(listed);
}

cli::Exit make_test_key(const Options& options, cli::Io& io)
{
    if (!options.files.empty()) {
        misuse("ANB-G113", {{"option", "--new-test-key"}, {"other", "FILE"}});
    }
    if (io.common().env.empty()) {
        misuse("ANB-G122");
    }
    if (io.common().env != "test") {
        misuse("ANB-J138");
    }
    const auto pairs =
        fitconnect::make_test_keys(options.out_dir, {options.subject, io.now(), options.days});
    for (const auto& pair : pairs) {
        fitconnect::try_out(pair);
    }
    show(fitconnect::write_key_files(options.out_dir, pairs, io.common().dry_run), io);
    const auto until = base::format_date(pairs.front().pair.public_key.x5c.front().not_after());
    io.line(io.say("Selbst signiert, nur für TEST, gültig bis ",
                   "Self-signed, for TEST only, valid until ") +
            until + ".");
    return io.verdict();
}

cli::Exit lint(const Options& options, cli::Io& io)
{
    if (!options.files.empty()) {
        misuse("ANB-G113", {{"option", "--lint"}, {"other", "FILE"}});
    }
    auto report = fitconnect::lint_file(options.lint, rules(options, io));
    cli::Table table;
    for (const auto& fact : report.facts) {
        table.rows.push_back(
            {messages::word(fact.name, io.common().language), base::printable(fact.value)});
    }
    const auto good = report.worst() == base::Severity::note;
    io.line(base::printable(options.lint) + ": " +
            (good ? io.say("entspricht den Regeln", "follows the rules")
                  : io.say("entspricht nicht allen Regeln", "does not follow all rules")));
    io.table(table);
    io.add(std::move(report));
    return io.verdict();
}

/// With --public standard output belongs to the key; what was not checked is said on stderr.
void keep_off_stdout(std::vector<base::Unchecked>& points, cli::Io& io)
{
    const auto language = io.common().language;
    for (const auto& point : points) {
        io.status(fmt::format("{}: {} ({})", io.say("Nicht geprüft", "Not checked"),
                              messages::word(point.element, language),
                              messages::word(point.reason, language)));
    }
    points.clear();
}

cli::Exit run(const Options& options, cli::Io& io)
{
    crypto::start();
    if (!options.lint.empty()) {
        return lint(options, io);
    }
    if (options.new_test_key) {
        return make_test_key(options, io);
    }
    if (options.files.empty()) {
        misuse("ANB-G107", {{"option", "FILE"}});
    }
    if (options.out_dir.empty() && options.public_role.empty()) {
        misuse("ANB-G107", {{"option", "--out-dir"}});
    }
    auto conversion = convert(options, io);
    for (auto& report : conversion.reports) {
        if (!options.public_role.empty()) {
            keep_off_stdout(report.unchecked, io);
        }
        io.add(report);
    }
    if (!conversion.accepted()) {
        return cli::Exit::failed;
    }
    if (options.public_role.empty()) {
        show(fitconnect::write_key_files(options.out_dir, conversion.pairs, io.common().dry_run),
             io);
    } else {
        const auto& key = conversion.pairs.front().pair.public_key;
        io.data(base::as_bytes(json::dump_pretty(jose::to_json(key))));
    }
    return io.verdict();
}

constexpr cli::ToolInfo k_tool{
    .name = "p12-to-jwk",
    .summary = {"Macht aus der .p12 der Verwaltungs-PKI die JWK-Dateien, die FIT-Connect braucht.",
                "Turns the .p12 of the Verwaltungs-PKI into the JWK files that FIT-Connect needs."},
    .examples = "p12-to-jwk --new-test-key --env test --out-dir keys/test\n"
                "p12-to-jwk musterstadt-prod.p12 --env prod --out-dir keys/prod\n"
                "p12-to-jwk --lint keys/test/schluesselsatz.oeffentlich.jwks.json\n"
                "p12-to-jwk musterstadt.p12 --public enc | jose jwk thp -a S256 -i -\n"
                "p12-to-jwk verschluesselung.p12 signatur.p12 --out-dir keys/zwei",
};

} // namespace

int main(int argc, char** argv)
{
    return cli::tool_main<Options>(k_tool, argc, argv, declare, run);
}
