// SPDX-License-Identifier: EUPL-1.2

#include "archive/archive.hpp"

#include <doctest/doctest.h>

#include <string>

using namespace anb;
using namespace anb::archive;

namespace {

/// A TAR of one entry, made by hand (POSIX.1-1988, ustar).
std::string tar(const std::string& name, const std::string& content, char type = '0')
{
    std::string head(512, '\0');
    const auto put = [&](std::size_t at, const std::string& text) {
        head.replace(at, text.size(), text);
    };
    char size[12];
    std::snprintf(size, sizeof size, "%011zo", content.size());
    put(0, name);
    put(100, "0000644");
    put(108, "0000000");
    put(116, "0000000");
    put(124, size);
    put(136, "00000000000");
    put(148, "        ");
    head[156] = type;
    put(257, std::string("ustar\00000", 8));
    unsigned sum = 0;
    for (const char c : head) {
        sum += static_cast<unsigned char>(c);
    }
    char text[8];
    std::snprintf(text, sizeof text, "%06o", sum);
    put(148, std::string(text, 7) + " ");
    auto padded = content;
    padded.resize((content.size() + 511) / 512 * 512);
    return head + padded;
}

const std::string k_end(1024, '\0');

/// "name:content" of each entry, or "name:#state".
std::string listing(const std::string& bytes, const Limits& limits = {}, bool whole = true)
{
    std::string text;
    CHECK(walk(base::as_bytes(bytes), limits, [&](Entry&& entry) {
              text += entry.name + ":";
              text += entry.state == State::read
                          ? std::string(base::as_text(entry.content.reveal()))
                          : "#" + std::to_string(static_cast<int>(entry.state));
              text += " ";
          }) == whole);
    return text;
}

} // namespace

TEST_CASE("archive::walk: entries in order, links and folders named only")
{
    const auto bytes =
        tar("a", "one") + tar("../b", "two") + tar("/etc", "", '5') + tar("link", "", '2') + k_end;
    CHECK(is_archive(base::as_bytes(bytes)));
    CHECK(listing(bytes) == "a:one ../b:two /etc:#2 link:#2 ");
}

TEST_CASE("archive::walk: limits stop what would grow without end")
{
    const auto bytes = tar("a", std::string(1000, 'x')) + tar("b", "y") + k_end;
    CHECK(listing(bytes, {.entry = 999}) == "a:#3 b:y ");
    CHECK(listing(bytes, {.entries = 1}, false) == "a:" + std::string(1000, 'x') + " ");
    CHECK(listing(bytes, {.total = 1000}, false) == "a:" + std::string(1000, 'x') + " ");
}

TEST_CASE("archive::walk: what is cut off or of another kind has no end")
{
    const auto bytes = tar("a", std::string(2000, 'x')) + k_end;
    CHECK(listing(bytes.substr(0, 700), {}, false) == "a:#4 ");
    CHECK(listing("Rar!\x1a\x07 and more", {}, false).empty());
    CHECK(listing("PK\x03\x04", {}, false).empty());
    CHECK(is_archive(base::as_bytes("Rar!\x1a\x07")));
    CHECK_FALSE(is_archive(base::as_bytes("-----BEGIN CERTIFICATE-----")));
    CHECK_FALSE(is_archive({}));
}
