// SPDX-License-Identifier: EUPL-1.2

#include "sandbox/pki.hpp"

#include "base/file.hpp"
#include "crypto/random.hpp"
#include "pki/issue.hpp"

#include <algorithm>
#include <functional>

namespace anb::sandbox {

namespace {

constexpr std::uint64_t k_largest_file = 1024 * 1024;
constexpr base::Seconds k_day{24 * 60 * 60};
constexpr std::size_t k_password_bytes = 12;

constexpr auto k_service = "Anbindung Sandbox FIT-Connect";
constexpr auto k_recipient = "GRP: Stadt Musterstadt Sozialamt OSCI";
constexpr auto k_sender = "GRP: Koordinierende Stelle OSCI";
constexpr auto k_client = "GRP: Stadt Musterstadt DVDV-Client";
constexpr auto k_cipher = "GRP: Musterland Intermediaer Chiffrierung";
constexpr auto k_signature = "GRP: Musterland Intermediaer Signatur";

/// The stores that environments.toml names.
constexpr std::array k_stores = {"dvdv-client-", "absender-osci-", "musterstadt-osci-"};

using Task = std::function<void()>;

/// How one key is made.
struct Plan {
    std::string_view name;
    const char* common_name;
    int bits;
    const char* issuer; ///< null: self-signed
    bool ca;
    bool server;
    unsigned usage;
};

constexpr unsigned k_authority = pki::key_cert_sign | pki::crl_sign;
constexpr unsigned k_member = pki::digital_signature | pki::non_repudiation | pki::key_encipherment;
constexpr unsigned k_both = pki::digital_signature | pki::key_encipherment | pki::data_encipherment;

constexpr Plan k_plans[] = {
    {"tls-root", "Anbindung Sandbox TLS Root", 2048, nullptr, true, false, k_authority},
    {"tls-server", "localhost", 2048, "tls-root", false, true,
     pki::digital_signature | pki::key_encipherment},
    {"v-pki-root", "Anbindung Sandbox PCA-Verwaltung", 2048, nullptr, true, false, k_authority},
    {"v-pki-ca", "Anbindung Sandbox CA-Verwaltung", 2048, "v-pki-root", true, false, k_authority},
    {"test-pki-root", "Anbindung Sandbox TEST PCA-Verwaltung", 2048, nullptr, true, false,
     k_authority},
    {"musterstadt-prod", "Stadt Musterstadt", 4096, "v-pki-ca", false, false, k_both},
    {"test-delivery-service", k_service, 4096, nullptr, false, false, pki::digital_signature},
    {"test-portal", k_service, 4096, nullptr, false, false, pki::digital_signature},
    {"prod-delivery-service", k_service, 4096, nullptr, false, false, pki::digital_signature},
    {"prod-portal", k_service, 4096, nullptr, false, false, pki::digital_signature},
    {"musterstadt-osci-test", k_recipient, 3072, "test-pki-root", false, false, k_member},
    {"musterstadt-osci-prod", k_recipient, 3072, "v-pki-root", false, false, k_member},
    {"absender-osci-test", k_sender, 3072, "test-pki-root", false, false, k_member},
    {"absender-osci-prod", k_sender, 3072, "v-pki-root", false, false, k_member},
    {"dvdv-client-test", k_client, 3072, "test-pki-root", false, false, k_member},
    {"dvdv-client-prod", k_client, 3072, "v-pki-root", false, false, k_member},
    {"intermediaer-test-cipher", k_cipher, 3072, "test-pki-root", false, false, k_member},
    {"intermediaer-prod-cipher", k_cipher, 3072, "v-pki-root", false, false, k_member},
    {"intermediaer-test-signature", k_signature, 3072, "test-pki-root", false, false, k_member},
    {"intermediaer-prod-signature", k_signature, 3072, "v-pki-root", false, false, k_member},
};

const Plan& plan_for(const std::string& name)
{
    return *std::ranges::find(k_plans, name, &Plan::name);
}

} // namespace

Pki::Pki(std::filesystem::path folder, base::UtcTime at) : m_folder(std::move(folder)), m_at(at)
{
    base::make_folder(m_folder);
    for (const auto& plan : k_plans) {
        m_slots.try_emplace(std::string(plan.name));
    }
    std::thread administration([this] {
        get("v-pki-root");
        get("test-pki-root");
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
    const auto& plan = plan_for(name);
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

void Pki::write_store(const std::string& name, const std::vector<std::string>& above,
                      const std::string& friendly_name)
{
    const auto target = file(name, "p12");
    if (std::filesystem::exists(target)) {
        return;
    }
    const auto& own = get(name);
    std::vector<pki::Certificate> chain{own.certificate};
    for (const auto& issuer : above) {
        chain.push_back(get(issuer).certificate);
    }
    auto word = base::to_base64url(crypto::random_bytes(k_password_bytes));
    const base::SecretString password(word);
    base::write_file(file(name, "password"), base::as_bytes(word), base::Access::owner_only);
    base::wipe(word);
    const auto store = pki::to_pkcs12(own.key, chain, password, friendly_name);
    base::write_file(target, store.reveal(), base::Access::owner_only);
}

void Pki::write_certificate(const std::string& name)
{
    const auto target = file(name, "cer");
    if (!std::filesystem::exists(target)) {
        base::write_file(target, get(name).certificate.to_der(), base::Access::everyone);
    }
}

void Pki::make_store()
{
    write_store("musterstadt-prod", {"v-pki-ca", "v-pki-root"}, "musterstadt");
}

void Pki::make_directory_store(const std::string& name)
{
    get(name);
    const std::lock_guard lock(m_file_mutex);
    write_store(name, {plan_for(name).issuer}, name);
    write_certificate(name);
}

std::filesystem::path Pki::administration_root_file(const std::string& environment) const
{
    return file(environment == "prod" ? "v-pki-root" : "test-pki-root", "pem");
}

std::filesystem::path Pki::directory_client_store(const std::string& environment) const
{
    return file("dvdv-client-" + environment, "p12");
}

std::filesystem::path Pki::directory_client_password(const std::string& environment) const
{
    return file("dvdv-client-" + environment, "password");
}

std::filesystem::path Pki::osci_sender_store(const std::string& environment) const
{
    return file("absender-osci-" + environment, "p12");
}

std::filesystem::path Pki::osci_sender_password(const std::string& environment) const
{
    return file("absender-osci-" + environment, "password");
}

std::filesystem::path Pki::osci_recipient_store(const std::string& environment) const
{
    return file("musterstadt-osci-" + environment, "p12");
}

std::filesystem::path Pki::osci_recipient_password(const std::string& environment) const
{
    return file("musterstadt-osci-" + environment, "password");
}

const Credential& Pki::intermediary_cipher(const std::string& environment)
{
    return get("intermediaer-" + environment + "-cipher");
}

const Credential& Pki::intermediary_signature(const std::string& environment)
{
    return get("intermediaer-" + environment + "-signature");
}

std::vector<pki::Certificate> Pki::administration(const std::string& environment)
{
    if (environment != "prod") {
        return {get("test-pki-root").certificate};
    }
    return {get("v-pki-root").certificate, get("v-pki-ca").certificate};
}

void Pki::make_directory_files(const std::string& environment)
{
    for (const auto* name : k_stores) {
        if (!m_stopping) {
            make_directory_store(name + environment);
        }
    }
    for (const auto* role : {"-cipher", "-signature"}) {
        if (!m_stopping) {
            const auto name = "intermediaer-" + environment + role;
            get(name);
            const std::lock_guard lock(m_file_mutex);
            write_certificate(name);
        }
    }
}

void Pki::prepare(bool store)
{
    const auto work = [this](const std::string& environment, std::vector<Task> tasks, bool rest) {
        for (const auto& task : tasks) {
            if (!m_stopping) {
                task();
            }
        }
        for (const auto* name : k_stores) {
            if (!m_stopping) {
                make_directory_store(name + environment);
            }
        }
        m_first.count_down();
        if (rest) {
            make_directory_files(environment);
        }
    };
    std::vector<Task> first{[this] { delivery_service("test"); }};
    std::vector<Task> second{[this] { portal("test"); }};
    if (store) {
        first.emplace_back([this] { make_store(); });
        first.emplace_back([this] { delivery_service("prod"); });
        second.emplace_back([this] { portal("prod"); });
    }
    m_workers[0] = std::thread(work, "test", std::move(first), store);
    m_workers[1] = std::thread(work, "prod", std::move(second), store);
}

void Pki::wait()
{
    m_first.wait();
}

} // namespace anb::sandbox
