// SPDX-License-Identifier: EUPL-1.2

#include "sandbox/pki.hpp"

#include "base/file.hpp"
#include "crypto/random.hpp"
#include "pki/issue.hpp"

namespace anb::sandbox {

namespace {

constexpr std::uint64_t k_largest_file = 1024 * 1024;
constexpr base::Seconds k_day{24 * 60 * 60};
constexpr std::size_t k_password_bytes = 12;

/// How one key is made.
struct Plan {
    const char* common_name;
    int bits;
    const char* issuer; ///< null: self-signed
    bool ca;
    bool server;
    unsigned usage;
};

Plan plan_for(const std::string& name)
{
    constexpr unsigned k_authority = pki::key_cert_sign | pki::crl_sign;
    constexpr unsigned k_both =
        pki::digital_signature | pki::key_encipherment | pki::data_encipherment;
    if (name == "tls-root") {
        return {"Anbindung Sandbox TLS Root", 2048, nullptr, true, false, k_authority};
    }
    if (name == "tls-server") {
        return {"localhost", 2048, "tls-root",
                false,       true, pki::digital_signature | pki::key_encipherment};
    }
    if (name == "v-pki-root") {
        return {"Anbindung Sandbox PCA-Verwaltung", 2048, nullptr, true, false, k_authority};
    }
    if (name == "v-pki-ca") {
        return {"Anbindung Sandbox CA-Verwaltung", 2048, "v-pki-root", true, false, k_authority};
    }
    if (name == "musterstadt-prod") {
        return {"Stadt Musterstadt", 4096, "v-pki-ca", false, false, k_both};
    }
    return {"Anbindung Sandbox FIT-Connect", 4096, nullptr, false, false, pki::digital_signature};
}

} // namespace

Pki::Pki(std::filesystem::path folder, base::UtcTime at) : m_folder(std::move(folder)), m_at(at)
{
    base::make_folder(m_folder);
    for (const auto* name :
         {"tls-root", "tls-server", "v-pki-root", "v-pki-ca", "musterstadt-prod",
          "test-delivery-service", "test-portal", "prod-delivery-service", "prod-portal"}) {
        m_slots.try_emplace(name);
    }
    std::thread administration([this] {
        get("v-pki-root");
        get("v-pki-ca");
    });
    get("tls-server");
    administration.join();
}

Pki::~Pki()
{
    m_stopping = true;
    finish();
}

void Pki::finish()
{
    for (auto& worker : m_workers) {
        if (worker.joinable()) {
            worker.join();
        }
    }
}

const Credential& Pki::delivery_service(const std::string& environment)
{
    return get(environment + "-delivery-service");
}

const Credential& Pki::portal(const std::string& environment)
{
    return get(environment + "-portal");
}

std::filesystem::path Pki::file(const std::string& name, const std::string& ending) const
{
    return m_folder / (name + "." + ending);
}

const Credential& Pki::get(const std::string& name)
{
    auto& slot = m_slots.at(name);
    std::call_once(slot.once, [&] {
        slot.credential = load(name);
        if (!slot.credential) {
            slot.credential = make(name);
        }
    });
    return *slot.credential;
}

std::unique_ptr<Credential> Pki::load(const std::string& name) const
{
    if (!std::filesystem::exists(file(name, "pem"))) {
        return nullptr;
    }
    const auto key = base::read_secret_file(file(name, "key").string(), k_largest_file);
    const auto pem_file = file(name, "pem").string();
    const auto certificates =
        pki::load_certificates(base::read_file(pem_file, k_largest_file), pem_file);
    return std::make_unique<Credential>(
        Credential{crypto::PrivateKey::from_pkcs8(key.reveal()), certificates.front()});
}

std::unique_ptr<Credential> Pki::make(const std::string& name)
{
    const auto plan = plan_for(name);
    pki::CertificateRequest request;
    request.common_name = plan.common_name;
    request.organization = "Anbindung Sandbox";
    request.not_before = m_at - k_day;
    request.not_after = m_at + 3650 * k_day;
    request.ca = plan.ca;
    request.key_usage = static_cast<std::uint16_t>(plan.usage);
    request.server_auth = plan.server;
    if (plan.server) {
        request.dns_names = {"localhost"};
        request.ip_addresses = {"127.0.0.1", "::1"};
    }
    auto key = crypto::PrivateKey::generate_rsa(plan.bits);
    const auto* issuer = plan.issuer == nullptr ? nullptr : &get(plan.issuer);
    auto certificate =
        issuer == nullptr ? pki::self_sign(key, request)
                          : pki::issue(key.public_key(), request, issuer->certificate, issuer->key);
    base::write_file(file(name, "key"), key.to_pkcs8().reveal(), base::Access::owner_only);
    base::write_file(file(name, "pem"), base::as_bytes(certificate.to_pem()),
                     base::Access::everyone);
    return std::make_unique<Credential>(Credential{std::move(key), std::move(certificate)});
}

void Pki::make_store()
{
    const auto target = file("musterstadt-prod", "p12");
    if (std::filesystem::exists(target)) {
        return;
    }
    const auto& own = get("musterstadt-prod");
    auto word = base::to_base64url(crypto::random_bytes(k_password_bytes));
    const base::SecretString password(word);
    base::write_file(file("musterstadt-prod", "password"), base::as_bytes(word),
                     base::Access::owner_only);
    base::wipe(word);
    const auto store = pki::to_pkcs12(
        own.key, {own.certificate, get("v-pki-ca").certificate, administration_root()}, password,
        "musterstadt");
    base::write_file(target, store.reveal(), base::Access::owner_only);
}

void Pki::prepare(bool store)
{
    m_workers[0] = std::thread([this, store] {
        delivery_service("test");
        if (store && !m_stopping) {
            make_store();
        }
        if (store && !m_stopping) {
            delivery_service("prod");
        }
    });
    m_workers[1] = std::thread([this, store] {
        portal("test");
        if (store && !m_stopping) {
            portal("prod");
        }
    });
}

} // namespace anb::sandbox
