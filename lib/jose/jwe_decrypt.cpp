// SPDX-License-Identifier: EUPL-1.2

#include "base/error.hpp"
#include "jose/detail/header.hpp"
#include "jose/detail/inflater.hpp"
#include "jose/jwe.hpp"

#include <algorithm>
#include <array>

namespace anb::jose {

namespace {

using base::ErrorKind;

constexpr std::size_t k_block = 64 * 1024;

enum Segment : std::size_t { header_segment, key_segment, iv_segment, text_segment, tag_segment };
constexpr std::size_t k_segments = 5;

/// Characters that a segment may have; the fourth is not collected.
constexpr std::array<std::size_t, k_segments> k_max_characters = {
    (detail::k_max_header_size + 2) / 3 * 4, 2732, 16, 0, 22};
constexpr std::array<std::string_view, k_segments> k_names = {"header", "encrypted key", "iv",
                                                              "ciphertext", "tag"};

[[noreturn]] void fail(ErrorKind kind, std::string code, const std::string& origin,
                       base::Values more = {})
{
    base::Values values = {{"file", origin}};
    values.insert(values.end(), more.begin(), more.end());
    throw base::Error(kind, std::move(code), std::move(values));
}

[[noreturn]] void malformed(const std::string& origin, std::string_view part)
{
    fail(ErrorKind::input, "ANB-J310", origin, {{"part", std::string(part)}});
}

JweHeader to_header(std::string_view segment, const std::string& origin)
{
    auto json = detail::read_header(segment);
    if (!json || !json->contains("enc")) {
        malformed(origin, k_names[header_segment]);
    }
    JweHeader header{.json = {},
                     .alg = detail::text_member(*json, "alg"),
                     .enc = detail::text_member(*json, "enc"),
                     .kid = detail::text_member(*json, "kid"),
                     .cty = detail::text_member(*json, "cty"),
                     .zip = detail::text_member(*json, "zip")};
    header.json = *std::move(json);
    return header;
}

void demand_profile(const JweHeader& header, const std::string& origin)
{
    const auto demand = [&](bool good, std::string_view name, const std::string& value) {
        if (!good) {
            fail(ErrorKind::input, "ANB-J311", origin,
                 {{"member", std::string(name)}, {"value", value}});
        }
    };
    demand(header.alg == "RSA-OAEP-256", "alg", header.alg);
    demand(header.enc == "A256GCM", "enc", header.enc);
    demand(!header.json.contains("zip") || header.zip == "DEF", "zip", header.zip);
}

base::SecretBytes unwrap(const crypto::PrivateKey& key, base::ByteView wrapped,
                         const std::string& origin)
{
    base::SecretBytes content_key;
    try {
        content_key = key.unwrap_oaep256(wrapped);
    } catch (const base::Error& error) {
        if (error.code() != "ANB-J301") {
            throw;
        }
    }
    if (content_key.size() != crypto::k_aes256_key_size) {
        fail(ErrorKind::input, "ANB-J301", origin);
    }
    return content_key;
}

} // namespace

JweHeader parse_jwe_header(std::string_view compact, std::string_view origin)
{
    const auto end = compact.find('.');
    if (end == std::string_view::npos) {
        malformed(std::string(origin), "segments");
    }
    return to_header(compact.substr(0, end), std::string(origin));
}

struct JweDecryptor::State {
    KeyLookup keys;
    std::string origin;
    std::uint64_t max_plaintext;

    std::size_t segment = header_segment;
    std::array<std::string, k_segments> texts;
    JweHeader header;
    std::optional<crypto::Aes256GcmDecryptor> cipher;
    std::optional<detail::Inflater> inflater;
    detail::Inflater::Result inflated = detail::Inflater::Result::good;
    base::Base64UrlDecoder decoder;
    base::Bytes ciphertext;
    std::uint64_t yielded = 0;

    base::Bytes bytes_of(Segment which) const
    {
        auto bytes = base::from_base64url(texts[which]);
        if (!bytes) {
            malformed(origin, k_names[which]);
        }
        return *std::move(bytes);
    }

    void collect(std::string_view piece)
    {
        texts[segment] += piece.substr(0, k_max_characters[segment] + 1);
        if (texts[segment].size() > k_max_characters[segment]) {
            malformed(origin, k_names[segment]);
        }
    }

    void begin_text()
    {
        const auto* key = keys(header.kid);
        if (key == nullptr) {
            fail(ErrorKind::input, "ANB-J312", origin, {{"kid", header.kid}});
        }
        const auto wrapped = bytes_of(key_segment);
        const auto iv = bytes_of(iv_segment);
        if (iv.size() != crypto::k_gcm_iv_size) {
            malformed(origin, k_names[iv_segment]);
        }
        cipher.emplace(unwrap(*key, wrapped, origin), iv, base::as_bytes(texts[header_segment]));
        if (header.zip == "DEF") {
            inflater.emplace(max_plaintext);
        }
    }

    void end_segment()
    {
        if (segment == header_segment) {
            header = to_header(texts[header_segment], origin);
            demand_profile(header, origin);
        } else if (segment == iv_segment) {
            begin_text();
        }
        if (++segment == k_segments) {
            malformed(origin, "segments");
        }
    }

    void too_large() const
    {
        fail(ErrorKind::input, "ANB-J314", origin, {{"limit", std::to_string(max_plaintext)}});
    }

    void decrypt_block(base::Bytes& plaintext)
    {
        if (inflater) {
            cipher->update(ciphertext, ciphertext);
            inflated = inflater->update(ciphertext, plaintext);
            if (inflated == detail::Inflater::Result::too_large) {
                too_large();
            }
            return;
        }
        yielded += ciphertext.size();
        if (yielded > max_plaintext) {
            too_large();
        }
        const auto before = plaintext.size();
        plaintext.resize(before + ciphertext.size());
        cipher->update(ciphertext, std::span(plaintext).subspan(before));
    }

    void decode_text(std::string_view text, base::Bytes& plaintext)
    {
        while (!text.empty()) {
            const auto piece = text.substr(0, k_block);
            text.remove_prefix(piece.size());
            ciphertext.clear();
            if (!decoder.update(piece, ciphertext)) {
                malformed(origin, k_names[text_segment]);
            }
            decrypt_block(plaintext);
        }
    }

    void end_text(base::Bytes& plaintext)
    {
        ciphertext.clear();
        if (!decoder.finish(ciphertext)) {
            malformed(origin, k_names[text_segment]);
        }
        decrypt_block(plaintext);
    }
};

JweDecryptor::JweDecryptor(KeyLookup keys, std::string origin, std::uint64_t max_plaintext)
    : m_state(std::make_unique<State>())
{
    m_state->keys = std::move(keys);
    m_state->origin = std::move(origin);
    m_state->max_plaintext = max_plaintext;
}

JweDecryptor::JweDecryptor(JweDecryptor&&) noexcept = default;
JweDecryptor::~JweDecryptor() = default;

void JweDecryptor::update(std::string_view compact, base::Bytes& plaintext)
{
    auto& state = *m_state;
    for (;;) {
        const auto end = compact.find('.');
        const auto piece = compact.substr(0, end);
        if (state.segment == text_segment) {
            state.decode_text(piece, plaintext);
        } else {
            state.collect(piece);
        }
        if (end == std::string_view::npos) {
            return;
        }
        if (state.segment == text_segment) {
            state.end_text(plaintext);
        }
        state.end_segment();
        compact.remove_prefix(end + 1);
    }
}

void JweDecryptor::finish(base::Bytes&)
{
    auto& state = *m_state;
    if (state.segment != tag_segment) {
        malformed(state.origin, "segments");
    }
    const auto tag = state.bytes_of(tag_segment);
    if (tag.size() != crypto::k_gcm_tag_size) {
        malformed(state.origin, k_names[tag_segment]);
    }
    if (!state.cipher->finish(tag)) {
        fail(ErrorKind::trust, "ANB-J313", state.origin);
    }
    if (state.inflater && !state.inflater->complete()) {
        fail(ErrorKind::input, "ANB-J315", state.origin);
    }
}

const JweHeader& JweDecryptor::header() const
{
    return m_state->header;
}

const std::string& JweDecryptor::tag() const
{
    return m_state->texts[tag_segment];
}

Decrypted decrypt(std::string_view compact, const KeyLookup& keys, const std::string& origin,
                  std::uint64_t max_plaintext)
{
    JweDecryptor decryptor(keys, origin, max_plaintext);
    base::Bytes plaintext;
    plaintext.reserve(std::min<std::uint64_t>(compact.size() / 4 * 3, max_plaintext));
    decryptor.update(compact, plaintext);
    decryptor.finish(plaintext);
    return {decryptor.header(), decryptor.tag(), std::move(plaintext)};
}

} // namespace anb::jose
