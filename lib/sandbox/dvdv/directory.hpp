// The directory of one environment, as its two servers see it, and the searches in it.
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "base/time.hpp"
#include "crypto/key.hpp"
#include "sandbox/dvdv/folder.hpp"
#include "sandbox/dvdv/query.hpp"

#include <filesystem>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

namespace anb::sandbox {

/// What a server knows at one moment.
class DvdvView {
public:
    std::vector<std::shared_ptr<const DvdvEntry>> entries;
    std::shared_ptr<const DvdvCategories> categories; ///< never null

    /// The client certificate with this SHA-1 fingerprint, computed and not as an entry says it,
    /// when an organization has it.
    const pki::Certificate* client(const std::string& fingerprint) const;

    /// The tree, with the categories of organizations that stand nowhere in it at its end.
    json::Value category_tree() const;
    json::Value intermediaries() const;

    std::vector<const DvdvEntry*> with_key(const std::string& key) const;
    /// Every certificate with this fingerprint, as entries say it; the same content counts once.
    std::vector<const DvdvCertificate*> certificates(const std::string& fingerprint) const;
    std::vector<const DvdvEntry*> with_element(const DvdvQuery& query) const;
    std::vector<std::string> uris_of(const std::string& category) const;
    std::vector<std::string> categories_of(const std::string& fingerprint,
                                           const std::string& key) const;
    bool has_client(const std::string& fingerprint, const std::string& category) const;
};

enum class DvdvInstance { primary, replica };

struct DvdvSettings {
    std::filesystem::path folder; ///< with test, prod, test-replica, prod-replica; empty: built in
    base::Seconds replica_lag{0};
    DvdvComplaint complain;
};

class DvdvDirectory {
public:
    /// @param builtin  gives the one entry of a directory without a folder, called once when needed
    DvdvDirectory(const std::string& environment, const DvdvSettings& settings,
                  std::function<DvdvEntry()> builtin);

    /// The entries as they stand now. The replica shows its own files in place of those of the same
    /// name, and nothing that was entered less than the lag ago. May be called from any thread.
    DvdvView view(DvdvInstance instance, base::UtcTime at);

private:
    void read_builtin();

    std::optional<DvdvFolder> m_folder, m_replica;
    base::Seconds m_lag;
    DvdvComplaint m_complain;
    std::function<DvdvEntry()> m_builtin;
    std::mutex m_mutex;
    DvdvDocuments m_builtin_documents;
};

} // namespace anb::sandbox
