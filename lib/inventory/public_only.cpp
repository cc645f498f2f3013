// SPDX-License-Identifier: EUPL-1.2

#include "inventory/public_only.hpp"

#include "archive/archive.hpp"
#include "base/error.hpp"
#include "base/text.hpp"
#include "jose/jwk.hpp"
#include "pki/pem.hpp"
#include "pki/pkcs12.hpp"

#include <algorithm>

namespace anb::inventory {

namespace {

constexpr int k_most_archives = 3;
constexpr int k_most_layers = 8;
constexpr std::string_view k_base64 =
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/= \t\n";
constexpr auto k_none = std::string_view::npos;

/// The kind of a DER or BER structure that ought to stay, or empty.
std::string_view kind_of(std::string_view format)
{
    if (format == "PKCS#12") {
        return "pkcs12";
    }
    if (format == "JKS" || format == "JCEKS") {
        return "java_key_store";
    }
    return format == "encrypted private key" ? "encrypted_private_key"
           : format == "private key"         ? "private_key"
                                             : "";
}

std::string_view kind_of_label(std::string_view label)
{
    if (label == "PKCS12") {
        return "pkcs12";
    }
    if (label == "ENCRYPTED PRIVATE KEY") {
        return "encrypted_private_key";
    }
    return label.ends_with("PRIVATE KEY") || label.ends_with("PRIVATE KEY BLOCK") ? "private_key"
                                                                                  : "";
}

bool holds_private_jwk(const json::Value& value)
{
    if (value.is_object() && value.contains("kty")) {
        for (const auto& [name, member] : value.items()) {
            if (jose::is_private_member(name) || name == "k") {
                return true;
            }
        }
    }
    return value.is_structured() && std::ranges::any_of(value, holds_private_jwk);
}

class Search {
public:
    std::vector<Exposure> found;

    void look(base::ByteView bytes, const std::string& place, int depth)
    {
        if (archive::is_archive(bytes)) {
            look_into_archive(bytes, place, depth);
        }
        if (const auto kind = kind_of(pki::detect_format(bytes)); !kind.empty()) {
            return add(kind, place);
        }
        const auto narrowed = pki::from_utf16(bytes);
        look_at_text(narrowed ? std::string_view(*narrowed) : base::as_text(bytes), place, depth);
    }

private:
    void look_into_archive(base::ByteView bytes, const std::string& place, int depth)
    {
        if (depth >= k_most_archives) {
            return add("nested_archives", place);
        }
        const auto before = found.size();
        const bool whole = archive::walk(bytes, {}, [&](archive::Entry&& entry) {
            const auto name = entry.name.empty() ? "?" : entry.name;
            const auto inner = place.empty() ? name : place + "!" + name;
            switch (entry.state) {
            case archive::State::read:
                return look(entry.content.reveal(), inner, depth + 1);
            case archive::State::encrypted:
                return add("encrypted_entry", inner);
            case archive::State::too_large:
                return add("too_large", inner);
            case archive::State::damaged:
                return add("damaged_entry", inner);
            case archive::State::not_regular:
                return;
            }
        });
        if (!whole && found.size() == before) {
            add("damaged_archive", place);
        }
    }

    void look_at_text(std::string_view text, const std::string& place, int depth)
    {
        for (auto at = text.find("-----BEGIN "); at != k_none;
             at = text.find("-----BEGIN ", at + 1)) {
            const auto rest = text.substr(at + 11, 64);
            if (const auto kind = kind_of_label(rest.substr(0, rest.find("-----")));
                !kind.empty()) {
                add(kind, place);
            }
        }
        if (text.find("PuTTY-User-Key-File") != k_none) {
            add("private_key", place);
        }
        if (text.find("\"kty\"") != k_none) {
            look_at_json(text, place);
        }
        look_at_base64(text, place, depth);
    }

    void look_at_json(std::string_view text, const std::string& place)
    {
        try {
            auto document = json::parse(text, "JWK");
            const json::Wiper wiper(document);
            if (holds_private_jwk(document)) {
                add("private_key", place);
            }
        } catch (const base::Error&) {
            if (text.find("\"d\"") != k_none || text.find("\"k\"") != k_none) {
                add("private_key", place);
            }
        }
    }

    /// Bare base64, and the parts of a mail: paragraphs that hold nothing else; and PEM in base64
    /// amid other text.
    void look_at_base64(std::string_view text, const std::string& place, int depth)
    {
        if (text.find('\0') != k_none) {
            return;
        }
        std::string lines(text);
        std::erase(lines, '\r');
        std::string_view rest = lines;
        while (!rest.empty()) {
            const auto end = rest.find("\n\n");
            const auto paragraph = base::trim(rest.substr(0, end));
            rest.remove_prefix(end == k_none ? rest.size() : end + 2);
            if (!look_into_base64(paragraph.substr(0, paragraph.find("\n--")), place, depth)) {
                look_for_pem_in_base64(paragraph, place, depth);
            }
        }
        base::wipe(lines);
    }

    void look_for_pem_in_base64(std::string_view text, const std::string& place, int depth)
    {
        constexpr std::string_view begin = "LS0tLS1CRUdJTi"; // "-----BEGIN"
        for (auto at = text.find(begin); at != k_none; at = text.find(begin, at)) {
            const auto end = std::min(text.find_first_not_of(k_base64, at), text.size());
            const auto run = text.substr(at, end - at);
            if (!look_into_base64(run, place, depth)) {
                look_into_base64(run.substr(0, run.find_first_of(" \t\n")), place, depth);
            }
            at = end;
        }
    }

    /// @return false when the text is no base64
    bool look_into_base64(std::string_view text, const std::string& place, int depth)
    {
        auto decoded = pki::decode_pem(text);
        if (!decoded) {
            return false;
        }
        if (depth >= k_most_layers) {
            add("nested_archives", place);
        } else {
            look(*decoded, place, depth + 1);
        }
        base::wipe(*decoded);
        return true;
    }

    void add(std::string_view kind, const std::string& place)
    {
        const bool known = std::ranges::any_of(
            found, [&](const Exposure& one) { return one.kind == kind && one.place == place; });
        if (!known) {
            found.push_back({std::string(kind), place});
        }
    }
};

} // namespace

std::vector<Exposure> find_private(base::ByteView bytes)
{
    Search search;
    search.look(bytes, {}, 0);
    return std::move(search.found);
}

} // namespace anb::inventory
