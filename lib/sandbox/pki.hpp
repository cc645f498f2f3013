// Keys and certificates of the sandbox: the TLS test PKI, the signing keys of delivery services and
// portals, and two small hierarchies that stand for the Verwaltungs-PKI: the productive one, and
// the one of test certificates. SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "base/secret.hpp"
#include "base/time.hpp"
#include "crypto/key.hpp"
#include "pki/certificate.hpp"

#include <array>
#include <atomic>
#include <filesystem>
#include <latch>
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

namespace anb::sandbox {

/// A key with its certificate.
struct Credential {
    crypto::PrivateKey key;
    pki::Certificate certificate;
};

/// Everything is made once and kept in a folder: private keys as PKCS#8 (0600), certificates as
/// PEM. Keys with 4096 bit are slow to make, so they are made in the background or when first
/// needed.
class Pki {
public:
    /// @param folder  made when absent; a second process may use the same one later, not at once
    /// @param at      certificates hold from a day before until ten years after
    Pki(std::filesystem::path folder, base::UtcTime at);
    ~Pki();
    Pki(const Pki&) = delete;
    Pki& operator=(const Pki&) = delete;

    /// The listener's key; its certificate names localhost, 127.0.0.1 and ::1.
    const Credential& server() { return get("tls-server"); }
    /// Signs the events of an environment's delivery service: RSA-4096, self-signed.
    const Credential& delivery_service(const std::string& environment);
    /// Signs the addressing information of an environment: RSA-4096, self-signed.
    const Credential& portal(const std::string& environment);
    /// The root of the hierarchy that stands for the productive Verwaltungs-PKI.
    const pki::Certificate& administration_root() { return get("v-pki-root").certificate; }

    /// The root of the listener's certificate, PEM.
    std::filesystem::path tls_root_file() const { return file("tls-root", "pem"); }
    /// The root above the certificates of an environment's authorities, PEM: of the Verwaltungs-PKI
    /// for prod, of its test hierarchy for test.
    std::filesystem::path administration_root_file(const std::string& environment) const;

    /// The store of the client that is registered in an environment's directory, and its password;
    /// prepare() begins to make both.
    std::filesystem::path directory_client_store(const std::string& environment) const;
    std::filesystem::path directory_client_password(const std::string& environment) const;
    /// The store of a sender over OSCI-Transport, and its password; prepare() begins to make both.
    std::filesystem::path osci_sender_store(const std::string& environment) const;
    std::filesystem::path osci_sender_password(const std::string& environment) const;
    /// The same for the recipient.
    std::filesystem::path osci_recipient_store(const std::string& environment) const;
    std::filesystem::path osci_recipient_password(const std::string& environment) const;
    /// The keys of an environment's Intermediär.
    const Credential& intermediary_cipher(const std::string& environment);
    const Credential& intermediary_signature(const std::string& environment);
    /// The root above an environment's authorities, and what may stand between.
    std::vector<pki::Certificate> administration(const std::string& environment);
    /// Makes what the built-in directory of an environment names, RSA-3072 below the root of the
    /// environment, where it is not there yet:
    ///
    ///     musterstadt-osci-<env>.p12, .password, .cer   the recipient; signs and decrypts
    ///     dvdv-client-<env>.p12, .password, .cer        the registered client
    ///     absender-osci-<env>.p12, .password, .cer      a sender; signs and decrypts
    ///     intermediaer-<env>-cipher.cer, intermediaer-<env>-signature.cer
    void make_directory_files(const std::string& environment);
    const std::filesystem::path& folder() const { return m_folder; }

    /// Starts making what will be needed, the keys of FIT-Connect first, then the stores of the
    /// registered clients. @param store  also the PKCS#12 store of a municipality
    /// (musterstadt-prod.p12 with musterstadt-prod.password) that the environment prod accepts, and
    /// at last what make_directory_files() makes
    void prepare(bool store);
    /// Waits for what prepare() began, but not for what only make_directory_files() makes.
    void wait();
    /// Waits for everything that prepare() began.
    void finish();

private:
    struct Slot {
        std::once_flag once;
        std::unique_ptr<Credential> credential;
    };

    std::filesystem::path file(const std::string& name, const std::string& ending) const;
    const Credential& get(const std::string& name);
    std::unique_ptr<Credential> load(const std::string& name) const;
    std::unique_ptr<Credential> make(const std::string& name);
    void make_store();
    void make_directory_store(const std::string& name);
    void write_store(const std::string& name, const std::vector<std::string>& above,
                     const std::string& friendly_name);
    void write_certificate(const std::string& name);

    std::filesystem::path m_folder;
    base::UtcTime m_at;
    std::mutex m_mutex;
    std::map<std::string, Slot> m_slots;
    std::mutex m_file_mutex; ///< held while files are made that several may ask for
    std::atomic<bool> m_stopping = false;
    std::array<std::thread, 2> m_workers;
    std::latch m_first{2}; ///< opened by each worker when wait() need not wait for it
};

} // namespace anb::sandbox
