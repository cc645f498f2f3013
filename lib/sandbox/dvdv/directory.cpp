// SPDX-License-Identifier: EUPL-1.2

#include "sandbox/dvdv/directory.hpp"

#include <algorithm>
#include <set>

namespace anb::sandbox {

namespace {

bool fits(const DvdvElement& element, const DvdvQuery& query)
{
    const bool same_type = query.service_element_type.empty()
                               ? element.custom_type == query.custom_service_element_type
                               : element.type == query.service_element_type;
    if (!same_type) {
        return false;
    }
    if (query.parameter_type == "URI") {
        return element.uri == query.parameter_value;
    }
    const auto& certificate =
        query.parameter_type == "CIPHER_CERTIFICATE" ? element.cipher : element.signature;
    return certificate.fingerprint == query.parameter_value;
}

bool registers(const DvdvEntry& entry, const std::string& fingerprint)
{
    return std::ranges::find(entry.clients, fingerprint, &DvdvCertificate::fingerprint) !=
           entry.clients.end();
}

template <typename Visit>
void for_each_element(const DvdvEntry& entry, Visit visit)
{
    for (const auto& service : entry.services) {
        for (const auto& element : service.elements) {
            visit(element);
        }
    }
}

std::vector<std::string> sorted(std::set<std::string> names)
{
    return {names.begin(), names.end()};
}

} // namespace

const pki::Certificate* DvdvView::client(const std::string& fingerprint) const
{
    for (const auto& entry : entries) {
        for (const auto& client : entry->clients) {
            if (client.certificate && base::to_hex(client.certificate->fingerprint(
                                          crypto::DigestAlgorithm::sha1)) == fingerprint) {
                return &*client.certificate;
            }
        }
    }
    return nullptr;
}

json::Value DvdvView::category_tree() const
{
    auto tree = categories->tree;
    std::set<std::string> others;
    for (const auto& entry : entries) {
        if (!entry->category.empty() && !categories->names.contains(entry->category)) {
            others.insert(entry->category);
        }
    }
    if (!others.empty()) {
        auto children = json::Value::array();
        for (const auto& name : others) {
            children.push_back({{"name", name}, {"children", json::Value::array()}});
        }
        tree.push_back({{"name", "Weitere"}, {"children", std::move(children)}});
    }
    return tree;
}

json::Value DvdvView::intermediaries() const
{
    auto list = json::Value::array();
    std::set<json::Value> seen;
    for (const auto& entry : entries) {
        for_each_element(*entry, [&](const DvdvElement& element) {
            const auto& value = element.value;
            if (element.type != "OSCI_INTERMEDIARY" ||
                !seen.insert(value.at("serviceElementId")).second) {
                return;
            }
            list.push_back({{"id", value.at("serviceElementId")},
                            {"orgaProvId", value.at("providerId")},
                            {"provider", true},
                            {"orgaProvName", value.at("providerNameDe")},
                            {"orgaProvAddress", entry->postal_address},
                            {"selName", value.at("serviceElementName")},
                            {"selDescription", value.at("serviceElementDescription")},
                            {"uri", value.at("serviceElementUri")}});
        });
    }
    return list;
}

std::vector<const DvdvEntry*> DvdvView::with_key(const std::string& key) const
{
    std::vector<const DvdvEntry*> found;
    for (const auto& entry : entries) {
        if (std::ranges::find(entry->keys, key) != entry->keys.end()) {
            found.push_back(entry.get());
        }
    }
    return found;
}

std::vector<const DvdvCertificate*> DvdvView::certificates(const std::string& fingerprint) const
{
    std::vector<const DvdvCertificate*> found;
    const auto look_at = [&](const DvdvCertificate& certificate) {
        const bool known = std::ranges::any_of(found, [&](const DvdvCertificate* other) {
            return other->value.at("content") == certificate.value.at("content");
        });
        if (!known) {
            found.push_back(&certificate);
        }
    };
    for (const auto& entry : entries) {
        for (const auto& client : entry->clients) {
            if (client.fingerprint == fingerprint) {
                look_at(client);
            }
        }
        for_each_element(*entry, [&](const DvdvElement& element) {
            for (const auto* certificate : {&element.cipher, &element.signature}) {
                if (certificate->fingerprint == fingerprint) {
                    look_at(*certificate);
                }
            }
        });
    }
    return found;
}

std::vector<const DvdvEntry*> DvdvView::with_element(const DvdvQuery& query) const
{
    std::vector<const DvdvEntry*> found;
    for (const auto& entry : entries) {
        bool hit = false;
        for_each_element(*entry,
                         [&](const DvdvElement& element) { hit = hit || fits(element, query); });
        if (hit) {
            found.push_back(entry.get());
        }
    }
    return found;
}

std::vector<std::string> DvdvView::uris_of(const std::string& category) const
{
    if (const auto given = categories->uris.find(category); given != categories->uris.end()) {
        return given->second;
    }
    std::set<std::string> uris;
    for (const auto& entry : entries) {
        for (const auto& service : entry->services) {
            if (entry->category == category && !service.uri.empty()) {
                uris.insert(service.uri);
            }
        }
    }
    return sorted(std::move(uris));
}

std::vector<std::string> DvdvView::categories_of(const std::string& fingerprint,
                                                 const std::string& key) const
{
    std::set<std::string> names;
    for (const auto* entry : with_key(key)) {
        if (registers(*entry, fingerprint)) {
            names.insert(entry->category);
        }
    }
    return sorted(std::move(names));
}

bool DvdvView::has_client(const std::string& fingerprint, const std::string& category) const
{
    return std::ranges::any_of(entries, [&](const auto& entry) {
        return entry->category == category && registers(*entry, fingerprint);
    });
}

DvdvDirectory::DvdvDirectory(const std::string& environment, const DvdvSettings& settings,
                             std::function<DvdvEntry()> builtin)
    : m_lag(settings.replica_lag), m_complain(settings.complain), m_builtin(std::move(builtin))
{
    if (!settings.folder.empty()) {
        m_folder.emplace(settings.folder / environment);
        m_replica.emplace(settings.folder / (environment + "-replica"));
    }
}

void DvdvDirectory::read_builtin()
{
    if (m_builtin_documents.empty()) {
        m_builtin_documents["musterstadt.json"].entry =
            std::make_shared<const DvdvEntry>(m_builtin());
    }
}

DvdvView DvdvDirectory::view(DvdvInstance instance, base::UtcTime at)
{
    const std::lock_guard lock(m_mutex);
    if (!m_folder) {
        read_builtin();
    }
    const bool replica = instance == DvdvInstance::replica;
    auto documents = m_folder ? m_folder->refresh(m_complain) : m_builtin_documents;
    if (m_replica && replica) {
        for (const auto& [name, document] : m_replica->refresh(m_complain)) {
            documents[name] = document;
        }
    }
    DvdvView view;
    view.categories = usual_categories();
    for (const auto& [name, document] : documents) {
        const auto& entry = document.entry;
        if (document.categories) {
            view.categories = document.categories;
        } else if (!replica || !entry->entered_at || *entry->entered_at + m_lag <= at) {
            view.entries.push_back(entry);
        }
    }
    return view;
}

} // namespace anb::sandbox
