// SPDX-License-Identifier: EUPL-1.2

#include "cli_net/osci_identity.hpp"

#include "base/error.hpp"
#include "base/file.hpp"
#include "cli_net/detail/environment.hpp"
#include "cli_net/directory.hpp"
#include "crypto/digest.hpp"

#include <fmt/format.h>

namespace anb::cli_net {

namespace {

using base::Error;
using base::ErrorKind;

constexpr std::uint64_t k_store_limit = 1024 * 1024;

/// Names of the settings of one store.
struct StoreKeys {
    std::string_view store, password;
};
constexpr StoreKeys k_own{"osci_p12", "osci_password_file"};
constexpr StoreKeys k_recipient{"recipient_certificate", "recipient_password_file"};
constexpr StoreKeys k_signature{"osci_signature_p12", "osci_signature_password_file"};

pki::Identity load_store(const config::Configuration& configuration, std::string_view env,
                         const StoreKeys& keys, cli::Io& io, cli::SecretSource password)
{
    const auto file = configuration.get(env, keys.store);
    detail::refuse_shared_store(env, configuration, *file);
    const auto bytes = base::read_file(file->value, k_store_limit);
    pki::require_pkcs12(bytes, file->value);
    if (password.prompt.empty()) {
        password.prompt =
            fmt::format("{} {}: ", io.say("Kennwort für", "Password for"), file->value);
    }
    const auto secret = store_password(configuration, env, keys.password, std::move(password), io);
    pki::Pkcs12Options options;
    options.at = io.now();
    auto store = pki::load_pkcs12(bytes, secret, file->value, options);
    if (!store.identity.key.is_rsa()) {
        throw Error(ErrorKind::configuration, "ANB-O602",
                    {{"file", file->value}, {"kind", store.identity.key.public_key().type_name()}});
    }
    return std::move(store.identity);
}

bool is_store(const config::Configuration& configuration, std::string_view env)
{
    const auto file = configuration.get(env, k_recipient.store);
    return file && pki::detect_format(base::read_file(file->value, k_store_limit)) == "PKCS#12";
}

} // namespace

OsciOwn load_osci_own(const config::Configuration& configuration, std::string_view env, cli::Io& io,
                      const cli::SecretSource& password)
{
    const bool named = configuration.get(env, k_own.store).has_value();
    if (!named && !is_store(configuration, env)) {
        throw Error(ErrorKind::configuration, "ANB-O601", {{"env", std::string(env)}});
    }
    OsciOwn own{load_store(configuration, env, named ? k_own : k_recipient, io, password), {}};
    if (configuration.get(env, k_signature.store)) {
        own.signature = load_store(configuration, env, k_signature, io, {});
    }
    return own;
}

OsciOwn load_osci_recipient(const config::Configuration& configuration, std::string_view env,
                            cli::Io& io, const cli::SecretSource& password)
{
    if (!is_store(configuration, env)) {
        return load_osci_own(configuration, env, io, password);
    }
    return {load_store(configuration, env, k_recipient, io, password), {}};
}

void check_osci_certificate(const pki::Certificate& certificate, std::string_view point,
                            pki::Use use, const dvdv::CheckRules& rules, base::Report& report)
{
    const auto der = certificate.to_der();
    const auto sha1 = base::to_hex(crypto::digest(crypto::DigestAlgorithm::sha1, der));
    report.facts.push_back({std::string(point), sha1});
    report.facts.push_back(
        {std::string(point) + "_not_after", base::format_time(certificate.not_after())});
    dvdv::Certificate entered;
    entered.content = der;
    entered.fingerprint = sha1;
    base::Report verdict;
    dvdv::check_certificate(entered, point, use, rules, verdict);
    for (auto& finding : verdict.findings) {
        if (finding.code == "ANB-D234") {
            finding.code = "ANB-O606";
        }
    }
    report.take(std::move(verdict));
}

base::Report check_osci_own(const OsciOwn& own, const dvdv::CheckRules& rules)
{
    base::Report report;
    report.subject = "osci:own";
    const bool both = !own.signature;
    check_osci_certificate(own.cipher_certificate(), "own_certificate",
                           both ? pki::Use::osci : pki::Use::osci_enc, rules, report);
    if (!both) {
        check_osci_certificate(own.signer_certificate(), "own_signature", pki::Use::osci_sig, rules,
                               report);
    }
    return report;
}

} // namespace anb::cli_net
