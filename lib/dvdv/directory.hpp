// The functions of the Directory API: what may be asked, and what the answers mean (dvdv.md §5).
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "dvdv/model.hpp"
#include "dvdv/servers.hpp"

#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace anb::dvdv {

struct ServiceQuestion {
    std::string organization_key;
    std::string specification_uri; ///< Dienste-URI
};

enum class Presence {
    found,
    not_valid,       ///< entered, but not valid now
    no_service,      ///< the organisation has no such service
    no_organization, ///< the directory does not know the key
};

struct ServiceAnswer {
    Presence presence = Presence::no_service;
    Service service;    ///< when found
    std::string reason; ///< not_valid: the server's own words; may be empty
};

/// How the functions of one version of the interface are called. A later version is a second
/// constant; what it answers is read by the same tolerant readers.
struct Dialect {
    std::string_view version; ///< "v2": a piece of every path
    std::string_view service, description, descriptions, categories_of, certificate,
        organizations_by_element, uris_by_category, verify_category, all_categories, intermediaries,
        server_version;
    std::size_t most_in_batch;
};

/// Directory API v2 – 2.15.0.
const Dialect& dialect_v2();

/// Which organisations have an element with this certificate or address?
struct ElementQuestion {
    std::string element_type;   ///< "OSCI_ADDRESSEE"
    std::string parameter_type; ///< "CIPHER_CERTIFICATE", "SIGNATURE_CERTIFICATE", "URI"
    std::string value;          ///< SHA-1 fingerprint, or an address
};

class Directory {
public:
    /// @param only  the one server to ask; nothing: whichever is in charge
    explicit Directory(Servers& servers, std::optional<std::size_t> only = std::nullopt,
                       const Dialect& dialect = dialect_v2());

    ServiceAnswer find_service(const ServiceQuestion& question);
    /// Any number of questions in requests of at most Dialect::most_in_batch. Those without a hit
    /// are asked again singly, since only then does the directory say why. An answer that would be
    /// too large is asked for in halves.
    /// @param take  gets each answer in the order of the questions
    void find_services(std::span<const ServiceQuestion> questions,
                       const std::function<void(std::size_t index, ServiceAnswer answer)>& take);

    /// Every organisation with this key, usually one.
    std::vector<OrganizationDescription> find_organizations(std::string_view key);
    /// The organisation of this category with this key.
    std::optional<OrganizationDescription> find_organization(std::string_view category,
                                                             std::string_view key);
    /// The same for many, by position; keys of one category.
    std::vector<std::optional<OrganizationDescription>>
    find_organizations(std::string_view category, std::span<const std::string> keys);

    /// Categories of the organisations with this key that have the client certificate.
    std::vector<std::string> find_categories(std::string_view fingerprint, std::string_view key);
    bool verify_category(std::string_view fingerprint, std::string_view category);
    std::optional<Certificate> find_certificate(std::string_view fingerprint);
    std::vector<Organization> find_by_element(const ElementQuestion& question);
    std::vector<std::vector<Organization>>
    find_by_element(std::span<const ElementQuestion> questions);
    /// Dienste-URIs that organisations of this category may offer.
    std::vector<std::string> uris_of_category(std::string_view category);
    std::vector<Category> categories();
    /// As the directory gives them.
    json::Value intermediaries();
    /// Version of the server's software, such as "2.15.0"; "-" when it does not say.
    std::string server_version();

    /// Base address of the server that answered last.
    const std::string& server() const;
    Servers& servers() { return m_servers; }
    const Dialect& dialect() const { return m_dialect; }

    /// All functions throw Error{input} ANB-D207 when an answer is none of the directory's,
    /// Error{usage} ANB-D209 {reason} when it refuses the question (400), Error{credentials}
    /// ANB-D205 (403), Error{try_later} ANB-D208 (429) or Error{input} ANB-D207 for any other
    /// status; otherwise as Servers::send().

private:
    http::Response send(http::Request request, const std::string& path);
    http::Response get(std::string_view function, const json::Value& question);
    json::Value ask(std::string_view function, const json::Value& question);
    json::Value ask_batch(std::string_view function, const json::Value& questions);
    std::string path(std::string_view function, const json::Value& question) const;
    void find_chunk(std::span<const ServiceQuestion> questions, std::size_t offset,
                    const std::function<void(std::size_t, ServiceAnswer)>& take);

    Servers& m_servers;
    std::optional<std::size_t> m_only;
    const Dialect& m_dialect;
};

/// The service itself.
/// @throws Error{missing} ANB-D201 unknown organisation, ANB-D202 not valid now, ANB-D203 no such
///         service; otherwise as Directory::find_service()
Service demand_service(Directory& directory, const ServiceQuestion& question);
/// Says why there is none. @throws as demand_service()
[[noreturn]] void refuse_absent(Directory& directory, const ServiceQuestion& question,
                                const ServiceAnswer& answer);

/// Decodes the encoded words of a header (RFC 2047); what is no encoded word stays as it is, and
/// Latin-1 and UTF-8 are known.
std::string decode_header_words(std::string_view text);

} // namespace anb::dvdv
