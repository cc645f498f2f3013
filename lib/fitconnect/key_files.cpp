// SPDX-License-Identifier: EUPL-1.2

#include "fitconnect/key_files.hpp"

#include "base/error.hpp"
#include "base/file.hpp"
#include "base/text.hpp"
#include "crypto/digest.hpp"
#include "crypto/random.hpp"
#include "fitconnect/local_keys.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace anb::fitconnect {

namespace {

namespace fs = std::filesystem;
using base::ErrorKind;

constexpr std::uint64_t k_max_size = 1024 * 1024;
constexpr std::array k_roles = {KeyRole::encryption, KeyRole::signature};

[[noreturn]] void refuse(ErrorKind kind, std::string code, const fs::path& file)
{
    throw base::Error(kind, std::move(code), {{"file", file.string()}});
}

/// The permissions as chmod takes them: "640".
std::string mode_of(const fs::path& file)
{
    std::error_code ignored;
    return fmt::format("{:o}", static_cast<unsigned>(fs::status(file, ignored).permissions()));
}

/// A file that is to stand in the folder.
struct Planned {
    fs::path path;
    base::SecretString text;
    base::Access access;
    bool present = false; ///< with this very content
};

/// True when the file is there with this content; anything else in its place is refused.
bool present(const Planned& planned)
{
    std::error_code ignored;
    if (!fs::exists(fs::symlink_status(planned.path, ignored))) {
        return false;
    }
    const bool is_private = planned.access == base::Access::owner_only;
    const auto found = base::read_secret_file(planned.path.string(), k_max_size);
    if (!std::ranges::equal(found.reveal(), base::as_bytes(planned.text.reveal()))) {
        refuse(ErrorKind::exists, is_private ? "ANB-J130" : "ANB-J131", planned.path);
    }
    if (is_private && base::readable_by_others(planned.path)) {
        throw base::Error(ErrorKind::credentials, "ANB-J132",
                          {{"file", planned.path.string()}, {"mode", mode_of(planned.path)}});
    }
    return true;
}

std::string public_text(const jose::PublicJwk& jwk)
{
    return json::dump_pretty(jose::to_json(jwk));
}

/// The public keys that the folder has once the pairs are written, encryption first.
std::vector<jose::PublicJwk> published(const fs::path& folder, std::span<const RolePair> pairs)
{
    std::vector<jose::PublicJwk> keys;
    for (const auto role : k_roles) {
        const auto made = std::ranges::find(pairs, role, &RolePair::role);
        if (made != pairs.end()) {
            keys.push_back(made->pair.public_key);
        } else if (auto local = find_local_key(folder, role)) {
            keys.push_back(std::move(local->jwk));
        }
    }
    return keys;
}

/// The set may grow; keys that it has must stay.
void demand_growth(const fs::path& path, const std::vector<jose::PublicJwk>& keys)
{
    std::error_code ignored;
    if (!fs::exists(path, ignored)) {
        return;
    }
    const auto text = base::read_file(path.string(), k_max_size);
    for (const auto& old : jose::parse_jwk_set(base::as_text(text), path.string())) {
        const auto same = [&](const jose::PublicJwk& key) {
            return key.kid == old.kid && key.key == old.key;
        };
        if (std::ranges::none_of(keys, same)) {
            refuse(ErrorKind::exists, "ANB-J131", path);
        }
    }
}

Planned plan_set(const fs::path& folder, std::span<const RolePair> pairs)
{
    const auto keys = published(folder, pairs);
    json::Value set = {{"keys", json::Value::array()}};
    for (const auto& key : keys) {
        set["keys"].push_back(jose::to_json(key));
    }
    Planned planned{folder / k_set_file_name, base::SecretString(json::dump_pretty(set)),
                    base::Access::everyone};
    demand_growth(planned.path, keys);
    std::error_code ignored;
    planned.present =
        fs::exists(planned.path, ignored) &&
        base::to_text(base::read_file(planned.path.string(), k_max_size)) == planned.text.reveal();
    return planned;
}

void write(const fs::path& folder, std::span<const Planned* const> files)
{
    base::make_folder(folder);
    std::vector<base::AtomicFile> temporaries;
    for (const auto* file : files) {
        const bool may_grow = file->path.filename() == k_set_file_name;
        temporaries.emplace_back(file->path, file->access,
                                 may_grow ? base::AtomicFile::Existing::replace
                                          : base::AtomicFile::Existing::refuse);
        temporaries.back().write(file->text.reveal());
    }
    for (std::size_t i = 0; i < files.size(); ++i) {
        if (!files[i]->present) {
            temporaries[i].commit();
        }
    }
}

KeyFile describe(const Planned& planned, const RolePair& pair, bool is_private)
{
    const auto& key = pair.pair.public_key;
    return {.path = planned.path,
            .role = pair.role,
            .is_private = is_private,
            .operation = std::string(is_private ? private_operation(pair.role)
                                                : public_operation(pair.role)),
            .kid = key.kid,
            .certificates = is_private ? 0 : key.x5c.size(),
            .written = !planned.present};
}

} // namespace

std::string_view private_file_name(KeyRole role)
{
    return role == KeyRole::encryption ? "verschluesselung.privat.jwk.json"
                                       : "signatur.privat.jwk.json";
}

bool allows(const pki::Certificate& certificate, KeyRole role)
{
    const auto usage = certificate.key_usage();
    const auto wanted = role == KeyRole::encryption ? pki::key_encipherment
                                                    : pki::digital_signature | pki::non_repudiation;
    return !usage || (*usage & wanted) != 0;
}

void try_out(const RolePair& pair)
{
    const auto& [public_key, private_key] = pair.pair;
    const auto trial = crypto::random_bytes(32);
    bool good = false;
    try {
        if (pair.role == KeyRole::encryption) {
            const auto back = private_key.key.unwrap_oaep256(public_key.key.wrap_oaep256(trial));
            good = crypto::equal_constant_time(back.reveal(), trial);
        } else {
            good = public_key.key.verify_ps512(trial, private_key.key.sign_ps512(trial));
        }
    } catch (const base::Error& error) {
        if (error.kind() != ErrorKind::input) {
            throw;
        }
    }
    if (!good) {
        throw base::Error(ErrorKind::input, "ANB-J135",
                          {{"role", std::string(algorithm(pair.role))}});
    }
}

json::Value to_json(const KeyFile& file)
{
    return {{"path", file.path.string()},
            {"use", file.role == KeyRole::encryption ? "enc" : "sig"},
            {"private", file.is_private},
            {"operation", file.operation},
            {"kid", file.kid},
            {"certificates", file.certificates},
            {"written", file.written}};
}

std::vector<KeyFile> write_key_files(const fs::path& folder, std::span<const RolePair> pairs,
                                     bool dry_run)
{
    std::vector<Planned> private_files, public_files;
    for (const auto& [role, pair] : pairs) {
        private_files.push_back({folder / private_file_name(role), jose::to_text(pair.private_key),
                                 base::Access::owner_only});
        public_files.push_back({folder / public_file_name(role),
                                base::SecretString(public_text(pair.public_key)),
                                base::Access::everyone});
    }
    std::vector<const Planned*> order;
    for (auto* files : {&private_files, &public_files}) {
        for (auto& file : *files) {
            file.present = present(file);
            order.push_back(&file);
        }
    }
    const auto set = plan_set(folder, pairs);
    order.push_back(&set);
    if (!dry_run && !std::ranges::all_of(order, &Planned::present)) {
        write(folder, order);
    }
    std::vector<KeyFile> files;
    for (std::size_t i = 0; i < pairs.size(); ++i) {
        files.push_back(describe(public_files[i], pairs[i], false));
        files.push_back(describe(private_files[i], pairs[i], true));
    }
    return files;
}

} // namespace anb::fitconnect
