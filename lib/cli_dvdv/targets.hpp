// Which services a call means, and what is expected of each.
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "cli_dvdv/commands.hpp"
#include "config/config.hpp"
#include "dvdv/check.hpp"

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace anb::cli_dvdv {

/// One service of one organisation.
struct Target {
    std::string label;   ///< "hzl", or the Dienste-URI; with several profiles "musterstadt/hzl"
    std::string profile; ///< name of the profile it comes from; may be empty
    dvdv::ServiceQuestion question;
    std::string category;         ///< from the profile; may be empty
    std::string intermediary_url; ///< may be empty
    /// Files with the certificates that ought to be entered; empty: not known.
    std::string recipient, recipient_password, content, intermediary_cipher, intermediary_signature;
};

/// The organisation of a call: --org, or the profile's.
/// @throws Error{usage} ANB-D305 when neither is given; as dvdv::OrganizationKey::parse()
std::string organization_key(const Call& call, const config::Configuration& configuration);

/// The same, or an empty text when neither is given.
std::string organization_key_or_none(const Call& call, const config::Configuration& configuration);

/// Services by name from the profile, by URI, or with --all every one of the profile that has a
/// Dienste-URI; with --profiles those of every profile named.
/// @throws Error{usage} ANB-D306 nothing named; Error{configuration} ANB-D307 a service without
///         dvdv_uri; as organization_key() and config::Configuration::leistung()
std::vector<Target> find_targets(const Call& call, const config::Configuration& configuration,
                                 std::string_view env);

/// Reads the files of targets, each once.
class LocalFiles {
public:
    explicit LocalFiles(cli::Io& io) : m_io(io) {}

    /// @throws as read_certificate_file()
    dvdv::Expectation expectation(const Target& target);

private:
    std::optional<dvdv::LocalCertificate> read(const std::string& file,
                                               const std::string& password_file);

    cli::Io& m_io;
    std::map<std::string, dvdv::LocalCertificate> m_known;
};

/// The holder's certificate in a file: that of the key in a store, else the first that is no CA.
/// @param password  asked only for stores
/// @throws as pki::load_certificates(), pki::load_pkcs12()
dvdv::LocalCertificate read_certificate_file(const std::string& file, base::UtcTime at,
                                             const std::function<base::SecretString()>& password);

} // namespace anb::cli_dvdv
