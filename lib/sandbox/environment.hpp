// One environment that the sandbox plays: what its services share.
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "base/time.hpp"
#include "sandbox/dvdv/builtin.hpp"
#include "sandbox/dvdv/directory.hpp"
#include "sandbox/dvdv/tokens.hpp"
#include "sandbox/fitconnect/callbacks.hpp"
#include "sandbox/fitconnect/clients.hpp"
#include "sandbox/osci/store.hpp"
#include "sandbox/pki.hpp"
#include "sandbox/router.hpp"
#include "sandbox/store.hpp"

#include <cstdint>
#include <filesystem>
#include <functional>
#include <string>

namespace anb::sandbox {

/// Bounds of the delivery service (fit-connect.md §10).
struct Limits {
    std::size_t attachments = 100;
    std::uint64_t attachment_size = 500'000'000;     ///< characters of one encrypted attachment
    std::uint64_t submission_size = 2'000'000'000;   ///< characters of all parts together
    std::uint64_t osci_message = 500'000'000;        ///< bytes of a message to the Intermediär
    std::size_t document = 64 * 1024 * 1024;         ///< body of a request that is JSON
    base::Seconds until_noticed{3 * 24 * 60 * 60};   ///< submitted and not answered: a mail
    base::Seconds until_deleted{24 * 60 * 60};       ///< announced and not submitted
    base::Seconds until_rejected{14 * 24 * 60 * 60}; ///< submitted and not answered
};

class Environment {
public:
    /// @param label   "test" or "prod"; also the first piece of every path
    /// @param folder  where clients and everything received are kept
    Environment(std::string label, const std::filesystem::path& folder, Pki& keys,
                std::function<base::UtcTime()> time, Limits bounds, const DvdvSettings& directory)
        : name(std::move(label)), pki(keys), clock(std::move(time)), limits(bounds),
          clients(folder / "clients"), store(folder), osci(folder / "osci", name),
          dvdv(name, directory, [this] { return builtin_entry(pki, name, intermediary_url()); })
    {
    }

    const std::string name;
    /// "https://127.0.0.1:4711/test"; set when the listener has its port.
    std::string base_url;
    std::string plain_url; ///< "http://127.0.0.1:4712/test"; the Intermediär only
    std::string host;      ///< "127.0.0.1"
    Pki& pki;
    const std::function<base::UtcTime()> clock;
    const Limits limits;
    Clients clients;
    Store store;
    OsciStore osci;
    Callbacks* callbacks = nullptr; ///< null: nobody is called
    DvdvDirectory dvdv;
    DvdvTokens dvdv_primary_tokens, dvdv_replica_tokens;

    bool production() const { return name == "prod"; }
    std::string token_url() const { return base_url + "/auth/token"; }
    std::string submission_url() const { return base_url + "/submission-api"; }
    std::string submission_v1_url() const { return base_url + "/submission-api-v1"; }
    std::string destination_url() const { return base_url + "/destination-api"; }
    std::string routing_url() const { return base_url + "/routing-api"; }
    std::string portal_url() const { return base_url + "/portal"; }
    std::string dvdv_url() const { return base_url + "/dvdv"; }
    std::string dvdv_replica_url() const { return base_url + "/dvdv-replica"; }
    std::string intermediary_url() const { return plain_url + "/osci"; }

    void forget_tokens()
    {
        clients.forget_tokens();
        dvdv_primary_tokens.forget();
        dvdv_replica_tokens.forget();
    }

    /// Address of the Submission API of this version: the issuer of its events.
    std::string issuer(int api_version) const
    {
        return api_version == 1 ? submission_v1_url() : submission_url();
    }

    const Client& require(const Request& request) { return clients.authenticate(request, clock()); }
    const Client& require(const Request& request, Role role)
    {
        return clients.authenticate(request, clock(), role);
    }
};

} // namespace anb::sandbox
