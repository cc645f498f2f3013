// Profiles, configuration files and environments, read from TOML (user-journeys §7.4, §7.6). A key
// that is not known is an error with its line: typing errors must not pass.
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "base/error.hpp"

#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace anb::config {

/// A value and where it came from: "~/.config/anbindung/musterstadt.toml:14".
struct Setting {
    std::string value;
    std::string source;
};

using Settings = std::map<std::string, Setting, std::less<>>;

/// One service of an authority: `[leistung.<name>]`.
struct Leistung {
    std::string name;
    std::string leika;                                                 ///< 14 digits
    std::string schema_uri;                                            ///< of the Fachdaten
    std::string destination_test, destination_stage, destination_prod; ///< ids, may be empty
    std::string dvdv_uri; ///< Dienste-URI, compared letter by letter; may be empty
    /// Absolute paths of the certificate that the DVDV should name, `.cer` or `.p12`; empty: that
    /// of the environment.
    std::string recipient_certificate_test, recipient_certificate_stage, recipient_certificate_prod;
    std::string source; ///< file and line of its table
};

/// Which files to read; empty members mean the defaults of §7.6.
struct Places {
    std::string profile;           ///< --profile or ANB_PROFILE: a name or a path
    std::string config_file;       ///< ANB_CONFIG
    std::string environments_file; ///< --environments
};

/// Everything configured, the layers already merged.
class Configuration {
public:
    /// Reads profile, user's and system's config.toml, and environments.toml. ANB_CA_FILE and
    /// ANB_CLIENT_SECRET_FILE win over all of them.
    /// @throws Error{configuration} ANB-G401 syntax, ANB-G402 unknown key with its line and the
    ///         nearest known one, ANB-G403 wrong type or impossible value, ANB-G404 profile or
    ///         named file not found, ANB-G408 unknown environment
    static Configuration load(const Places& places);

    const std::string& profile_name() const { return m_profile_name; }

    /// A value of the profile's `[env.<env>]`, else of environments.toml's `[<env>]`, else nothing.
    /// Keys: fitconnect_client_id, fitconnect_secret_file, fitconnect_sender_client_id,
    /// fitconnect_sender_secret_file, keys, token_url, submission_url, submission_v1_url,
    /// destination_url, routing_url, portal_url, ca_file, trust, trust_sha256 (fingerprints of the
    /// only anchors allowed: hexadecimal, between commas), dvdv_servers (base addresses in their
    /// order, a blank between two), dvdv_access, dvdv_token_url, dvdv_client_p12,
    /// dvdv_client_password_file, recipient_certificate, recipient_password_file,
    /// content_certificate, intermediary_url, intermediary_cipher_certificate,
    /// intermediary_signature_certificate, osci_p12, osci_password_file, osci_signature_p12,
    /// osci_signature_password_file, osci_network. Relative paths are made absolute against the
    /// file they stand in.
    std::optional<Setting> get(std::string_view env, std::string_view key) const;

    /// A value of `[mandant]`: name, ars, mail, address, phone, organisation (the key with its
    /// prefix), category.
    std::optional<Setting> mandant(std::string_view key) const;
    /// A value outside any table of profile or config.toml: env, proxy, proxy_secret_file,
    /// ca_file. `env` is what reading commands use when nothing else is said.
    std::optional<Setting> general(std::string_view key) const;

    /// @throws Error{configuration} ANB-G405 when the profile has no such service
    const Leistung& leistung(std::string_view name) const;
    const std::vector<Leistung>& leistungen() const { return m_leistungen; }

    /// Names of the environments for which the profile has a table.
    std::vector<std::string> environments() const;

    /// Everything with its source, for --show-config; secrets are file names only.
    std::vector<std::pair<std::string, Setting>> effective() const;

private:
    std::string m_profile_name;
    std::map<std::string, Settings, std::less<>> m_profile_env;
    std::map<std::string, Settings, std::less<>> m_environments;
    Settings m_variables, m_mandant, m_general;
    std::vector<Leistung> m_leistungen;
};

/// Folders of §7.6, by XDG: where configuration, state, installed schemas and what can be fetched
/// again live.
std::filesystem::path config_folder();
std::filesystem::path state_folder();
std::filesystem::path data_folder();
std::filesystem::path cache_folder();

} // namespace anb::config
