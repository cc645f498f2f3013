// Tests of archive::walk_plain_zip().
// SPDX-License-Identifier: EUPL-1.2

#include "archive/archive.hpp"
#include "base/file.hpp"

#include <doctest/doctest.h>

#include <string>
#include <vector>

using namespace anb;

namespace {

base::Bytes zip_of(const std::string& name)
{
    return base::read_file(ANB_TESTDATA "/fuzz/package/" + name, 1 << 20);
}

/// Number of entries, or -1 when there is no end.
int count(base::ByteView zip)
{
    int entries = 0;
    const bool whole = archive::walk_plain_zip(zip, {}, [&](archive::Entry&& entry) {
        CHECK(entry.state != archive::State::damaged);
        ++entries;
    });
    return whole ? entries : -1;
}

std::string number(std::size_t value, int bytes)
{
    std::string text;
    for (; bytes > 0; --bytes, value >>= 8U) {
        text += static_cast<char>(value & 0xFFU);
    }
    return text;
}

const std::string k_body = "text";
constexpr std::size_t k_checksum = 0x3B8B'A7C7; ///< CRC-32

constexpr unsigned k_utf8 = 0x800; ///< flag: the name is UTF-8

std::string local(unsigned method, const std::string& name, unsigned flags = 0)
{
    return "PK\x03\x04" + number(20, 2) + number(flags, 2) + number(method, 2) + number(0, 4) +
           number(k_checksum, 4) + number(k_body.size(), 4) + number(k_body.size(), 4) +
           number(name.size(), 2) + number(0, 2) + name + k_body;
}

std::string entry(unsigned method, const std::string& name, std::size_t at,
                  const std::string& comment = {}, unsigned flags = 0)
{
    return "PK\x01\x02" + number(20, 2) + number(20, 2) + number(flags, 2) + number(method, 2) +
           number(0, 8) + number(k_body.size(), 4) + number(k_body.size(), 4) +
           number(name.size(), 2) + number(0, 2) + number(comment.size(), 2) + number(0, 8) +
           number(at, 4) + name + comment;
}

std::string end(std::size_t entries, std::size_t size, std::size_t at)
{
    return "PK\x05\x06" + number(0, 4) + number(entries, 2) + number(entries, 2) + number(size, 4) +
           number(at, 4) + number(0, 2);
}

std::string zip_with(const std::vector<std::string>& names, unsigned flags)
{
    std::string files, directory;
    for (const auto& name : names) {
        directory += entry(0, name, files.size(), {}, flags);
        files += local(0, name, flags);
    }
    return files + directory + end(names.size(), directory.size(), files.size());
}

std::vector<std::string> names_in(const std::string& zip)
{
    std::vector<std::string> names;
    CHECK(archive::walk_plain_zip(base::as_bytes(zip), {}, [&](archive::Entry&& entry) {
        CHECK(base::as_text(entry.content.reveal()) == k_body);
        names.push_back(entry.name);
    }));
    return names;
}

int count(const std::string& zip)
{
    return count(base::as_bytes(zip));
}

} // namespace

TEST_CASE("archive::walk_plain_zip: stored and deflated entries, nothing else")
{
    auto zip = zip_of("bausteine.zip");
    CHECK(count(zip) > 0);
    CHECK(count(zip_of("stored.zip")) > 0);
    CHECK(count(zip_of("lzma-4-gib.zip")) == -1);
    CHECK(count(base::ByteView()) == -1);
    CHECK(count(end(0, 0, 0)) == 0);
    for (std::size_t size = 0; size < zip.size(); ++size) {
        CHECK(count(base::ByteView(zip).first(size)) == -1);
    }
    constexpr std::size_t k_method = 8;
    zip[k_method] = std::byte{14};
    CHECK(count(zip) == -1);
}

TEST_CASE("archive::walk_plain_zip: only the directory counts, and there is only one")
{
    const auto plain = local(0, "a");
    const auto listed = entry(0, "a", 0);
    CHECK(count(plain + listed + end(1, listed.size(), plain.size())) == 1);

    // An entry that no directory lists, read by those who go from entry to entry.
    const auto hidden = local(14, "b");
    CHECK(count(hidden + end(0, 0, hidden.size())) == 0);
    CHECK(count(hidden + end(0, 0, 0)) == -1);
    CHECK(count(hidden + end(0, 0xFFFF'FFFF, 0xFFFF'FFFF)) == -1);

    // Another directory, reached by a shift, by a number that is too small, or by the 64 bit form.
    const auto both = plain + hidden;
    const auto other = entry(14, "b", plain.size());
    CHECK(count(both + listed + other + end(1, listed.size(), both.size())) == -1);
    CHECK(count(both + listed + other + end(1, listed.size() + other.size(), both.size())) == -1);
    const auto locator = "PK\x06\x07" + number(0, 4) + number(0, 8) + number(1, 4);
    const auto disguised = entry(0, "a", 0, locator);
    CHECK(count(plain + disguised + end(1, disguised.size(), plain.size())) == -1);
}

TEST_CASE("archive::walk_plain_zip: names as they stand, in any characters")
{
    using Names = std::vector<std::string>;
    const Names german{"Anträge/größe.xsd", "b"};
    CHECK(names_in(zip_with(german, k_utf8)) == german);
    CHECK(names_in(zip_with(german, 0)) == german);
    const Names old{"Antr\x84ge.txt"};
    CHECK(names_in(zip_with(old, 0)) == old);
    CHECK(names_in(zip_with(old, k_utf8)) == Names{""});
}

TEST_CASE("archive::walk_plain_zip: exactly as many entries as allowed")
{
    const auto zip = zip_with({"a", "b", "c"}, 0);
    const auto whole = [&](std::size_t most) {
        return archive::walk_plain_zip(base::as_bytes(zip), {.entries = most},
                                       [](archive::Entry&&) {});
    };
    CHECK(whole(3));
    CHECK_FALSE(whole(2));
}
