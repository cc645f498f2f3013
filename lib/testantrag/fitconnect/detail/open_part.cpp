// SPDX-License-Identifier: EUPL-1.2

#include "testantrag/fitconnect/detail/open_part.hpp"

#include "base/error.hpp"
#include "crypto/digest.hpp"
#include "json/json.hpp"
#include "testantrag/input.hpp"
#include "xml/inspect.hpp"

#include <algorithm>
#include <functional>

namespace anb::testantrag::detail {

namespace {

constexpr std::uint64_t k_max_text = 32ULL * 1024 * 1024;
constexpr std::uint64_t k_max_plaintext = 512ULL * 1024 * 1024;
constexpr std::size_t k_piece = 64 * 1024;
constexpr std::size_t k_max_tag = 64;

using ReadAll = std::function<void(const std::function<void(std::string_view)>&)>;
using Take = std::function<void(base::ByteView)>;

ReadAll pieces_of(std::string_view text)
{
    return [text](const auto& take) {
        for (std::size_t at = 0; at < text.size(); at += k_piece) {
            take(text.substr(at, k_piece));
        }
    };
}

ReadAll pieces_of(const base::fs::path& file)
{
    return [path = file.string()](const auto& take) {
        base::copy(base::source_of_file(path),
                   [&](base::ByteView piece) { take(base::as_text(piece)); });
    };
}

/// Faults of the document or the key; failures of our own side pass through.
bool is_undecryptable(const base::Error& error)
{
    return error.code().starts_with("ANB-J3");
}

bool decrypt_all(const ReadAll& read, const jose::KeyLookup& keys, const std::string& origin,
                 std::uint64_t limit, const Take& take)
{
    try {
        jose::JweDecryptor decryptor(keys, origin, limit);
        base::Bytes plaintext;
        const auto hand_over = [&] {
            take(plaintext);
            plaintext.clear();
        };
        read([&](std::string_view piece) {
            decryptor.update(piece, plaintext);
            hand_over();
        });
        decryptor.finish(plaintext);
        hand_over();
    } catch (const base::Error& error) {
        if (!is_undecryptable(error)) {
            throw;
        }
        return false;
    }
    return true;
}

std::string fault_of(const base::Error& error)
{
    auto text = error.code();
    for (const auto& [name, value] : error.values()) {
        if (name == "line" || name == "column") {
            text.append(" ").append(name).append(" ").append(value);
        }
    }
    return text;
}

/// Watches a document for being well-formed while it passes by.
class FormWatcher {
public:
    FormWatcher(bool is_xml, std::string origin) : m_origin(std::move(origin))
    {
        if (is_xml) {
            m_inspector.emplace(m_origin);
        }
    }

    void update(base::ByteView piece)
    {
        watch([&] {
            if (m_inspector) {
                m_inspector->update(piece);
            } else {
                m_text.append(base::as_text(piece));
            }
        });
    }

    std::string finish()
    {
        watch([&] {
            if (m_inspector) {
                m_inspector->finish();
            } else {
                json::parse(m_text, m_origin, {.bytes = k_max_plaintext});
            }
        });
        return m_fault;
    }

private:
    template <typename Step>
    void watch(const Step& step)
    {
        if (!m_fault.empty()) {
            return;
        }
        try {
            step();
        } catch (const base::Error& error) {
            if (error.kind() != base::ErrorKind::input) {
                throw;
            }
            m_fault = fault_of(error);
        }
    }

    std::string m_origin;
    std::optional<xml::Inspector> m_inspector;
    std::string m_text;
    std::string m_fault;
};

std::optional<Opened> open_pieces(const ReadAll& read, const jose::KeyLookup& keys,
                                  const std::string& origin, const base::fs::path& target,
                                  FormWatcher* watcher)
{
    Opened opened;
    base::AtomicFile file(target, base::Access::owner_only);
    crypto::Hasher hasher(crypto::DigestAlgorithm::sha512);
    const auto decrypted =
        decrypt_all(read, keys, origin, k_max_plaintext, [&](base::ByteView piece) {
            hasher.update(piece);
            file.write(piece);
            opened.size += piece.size();
            if (watcher != nullptr) {
                watcher->update(piece);
            }
        });
    if (!decrypted) {
        return std::nullopt;
    }
    file.commit();
    opened.sha512 = base::to_hex(hasher.finish());
    opened.fault = watcher != nullptr ? watcher->finish() : "";
    return opened;
}

} // namespace

std::string tag_of(std::string_view compact)
{
    const auto dots = std::count(compact.begin(), compact.end(), '.');
    const auto last = compact.rfind('.');
    return dots == 4 && compact.size() - last - 1 <= k_max_tag
               ? std::string(compact.substr(last + 1))
               : std::string();
}

std::string tag_of_file(const base::fs::path& file)
{
    std::string tail;
    int dots = 0;
    base::copy(base::source_of_file(file.string()), [&](base::ByteView piece) {
        for (const auto c : base::as_text(piece)) {
            if (c == '.') {
                ++dots;
                tail.clear();
            } else if (tail.size() <= k_max_tag) {
                tail.push_back(c);
            }
        }
    });
    return dots == 4 && tail.size() <= k_max_tag ? tail : std::string();
}

std::optional<std::string> open_text(std::string_view compact, const jose::KeyLookup& keys,
                                     const std::string& origin)
{
    std::string text;
    const auto decrypted =
        decrypt_all(pieces_of(compact), keys, origin, k_max_text,
                    [&](base::ByteView piece) { text.append(base::as_text(piece)); });
    return decrypted ? std::optional(std::move(text)) : std::nullopt;
}

std::optional<Opened> open_into(std::string_view compact, const jose::KeyLookup& keys,
                                const std::string& origin, const base::fs::path& target,
                                bool is_xml)
{
    FormWatcher watcher(is_xml, origin);
    return open_pieces(pieces_of(compact), keys, origin, target, &watcher);
}

std::optional<Opened> open_into(const base::fs::path& compact, const jose::KeyLookup& keys,
                                const std::string& origin, const base::fs::path& target)
{
    return open_pieces(pieces_of(compact), keys, origin, target, nullptr);
}

} // namespace anb::testantrag::detail
