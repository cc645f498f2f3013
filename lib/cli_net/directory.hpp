// The DVDV of one environment, with the login of the profile.
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "cli_net/network.hpp"
#include "dvdv/directory.hpp"
#include "pki/pkcs12.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace anb::cli_net {

/// What a command works with that asks the directory. Its parts refer to one another, so it stays
/// where it is.
class DirectoryConnection {
public:
    /// Opens the environment; nobody is contacted yet.
    ///
    /// @param password  where the password of the client's store comes from when neither the
    ///                  setting dvdv_client_password_file nor the environment says so
    /// @throws as open_line(); Error{configuration} ANB-G406 without dvdv_servers, ANB-G409 an
    ///         address without https, ANB-G101 a server that production shares with another
    ///         environment
    DirectoryConnection(const NetworkOptions& options, cli::Io& io, std::string_view tool,
                        const cli::SecretSource& password);
    /// The same for an environment that is open already.
    DirectoryConnection(Line line, cli::Io& io, const cli::SecretSource& password);
    DirectoryConnection(const DirectoryConnection&) = delete;
    DirectoryConnection& operator=(const DirectoryConnection&) = delete;

    /// Reads the client certificate, logs in and prints the environment line, which names the
    /// server and says until when the login is good. Everything below but configuration() and
    /// environment() comes after it.
    /// @throws as pki::load_pkcs12() and dvdv::Servers::log_in(); Error{configuration} ANB-G101 a
    ///         client certificate that production shares with another environment, ANB-D206 without
    ///         one, ANB-D242 a key that is not RSA
    void open();
    /// The same without a line about the environment, for callers that have more to say in it.
    void log_in();

    const config::Configuration& configuration() const { return m_line.configuration; }
    const std::string& environment() const { return m_line.environment_name; }
    dvdv::Directory& directory() { return *m_directory; }
    /// The registered client certificate; nothing with the access "intern".
    const std::optional<pki::Identity>& client() const { return m_client; }
    /// SHA-1 of its DER, lower-case hexadecimal; empty without one.
    const std::string& client_fingerprint() const { return m_fingerprint; }
    std::optional<base::UtcTime> logged_in_until() const { return m_until; }

private:
    void prepare();

    cli::Io& m_io;
    const cli::SecretSource& m_password;
    Line m_line;
    dvdv::Settings m_settings;
    std::optional<pki::Identity> m_client;
    std::string m_fingerprint;
    std::optional<dvdv::Servers> m_servers;
    std::optional<dvdv::Directory> m_directory;
    std::optional<base::UtcTime> m_until;
};

/// Dienste-URI of a service: of the profile by its name, or as it stands.
/// @throws Error{configuration} ANB-D307 a service of the profile without one, ANB-G405 none of
///         that name
std::string specification_of(const config::Configuration& configuration,
                             const std::string& service);

/// The password of a PKCS#12 store: from the options in `source`, else from the file that a setting
/// names, else from where every tool looks. @throws as cli::Io::secret()
base::SecretString store_password(const config::Configuration& configuration, std::string_view env,
                                  std::string_view setting, cli::SecretSource source, cli::Io& io);

} // namespace anb::cli_net
