// SPDX-License-Identifier: EUPL-1.2

#include "cli_keys/commands.hpp"

#include "base/error.hpp"
#include "base/text.hpp"
#include "cli_certificates/trust.hpp"
#include "cli_keys/view.hpp"
#include "config/config.hpp"
#include "crypto/openssl.hpp"
#include "fitconnect/conversion.hpp"

#include <cstdlib>

namespace anb::cli_keys {

namespace {

using fitconnect::KeyRole;

constexpr std::uint64_t k_max_store = 1024 * 1024;

/// The anchors given and those of the setting `trust`, as cert-check takes them.
std::vector<pki::Certificate> anchors(const Options& options, const cli::Io& io)
{
    const auto* file = std::getenv("ANB_CONFIG");
    const auto configuration =
        config::Configuration::load({.profile = io.common().profile,
                                     .config_file = file == nullptr ? "" : file,
                                     .environments_file = {}});
    auto paths = options.trust;
    if (const auto setting = configuration.get(io.common().env, "trust")) {
        cli_certificates::load_trust({}, &configuration);
        paths.push_back(setting->value);
    }
    return fitconnect::load_anchors(paths);
}

fitconnect::KeyRules rules(const Options& options, const cli::Io& io)
{
    const auto& env = io.common().env;
    return {.production = env == "prod" || env == "stage",
            .allow_expired = options.allow_expired,
            .at = io.judged_at(),
            .anchors = anchors(options, io)};
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
        pki::require_pkcs12(contents.back().reveal(), file);
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

cli::Exit make_test_key(const Options& options, cli::Io& io)
{
    if (!options.files.empty()) {
        misuse("ANB-G113", {{"option", "--new-test-key"}, {"other", "FILE"}});
    }
    if (io.common().env.empty()) {
        misuse("ANB-G122", {{"env", "test"}});
    }
    if (io.common().env != "test") {
        misuse("ANB-J138");
    }
    const auto pairs =
        fitconnect::make_test_keys(options.out_dir, {options.subject, io.now(), options.days});
    for (const auto& pair : pairs) {
        fitconnect::try_out(pair);
    }
    show_files(fitconnect::write_key_files(options.out_dir, pairs, io.common().dry_run), io);
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
    show_verdict(options.lint, fitconnect::lint_file(options.lint, rules(options, io)), io);
    return io.verdict();
}

cli::Exit convert_files(const Options& options, cli::Io& io)
{
    if (options.files.empty()) {
        misuse("ANB-G107", {{"option", "FILE"}});
    }
    const bool publish = !options.public_role.empty();
    if (options.out_dir.empty() && !publish) {
        misuse("ANB-G107", {{"option", "--out-dir"}});
    }
    auto conversion = convert(options, io);
    for (auto& report : conversion.reports) {
        if (publish) {
            add_beside_data(report, io);
        } else {
            io.add(report);
        }
    }
    if (!conversion.accepted()) {
        return cli::Exit::failed;
    }
    if (publish) {
        const auto& key = conversion.pairs.front().pair.public_key;
        io.data(base::as_bytes(json::dump_pretty(jose::to_json(key))));
    } else {
        const bool dry_run = io.common().dry_run;
        show_files(fitconnect::write_key_files(options.out_dir, conversion.pairs, dry_run), io);
    }
    return io.verdict();
}

} // namespace

cli::Exit run(const Options& options, cli::Io& io)
{
    crypto::start();
    if (!options.lint.empty()) {
        return lint(options, io);
    }
    return options.new_test_key ? make_test_key(options, io) : convert_files(options, io);
}

} // namespace anb::cli_keys
