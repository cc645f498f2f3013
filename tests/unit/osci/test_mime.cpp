// Tests of osci/mime.hpp.
// SPDX-License-Identifier: EUPL-1.2

#include "base/error.hpp"
#include "base/file.hpp"
#include "base/text.hpp"
#include "crypto/random.hpp"
#include "osci/mime.hpp"

#include <doctest/doctest.h>

#include <filesystem>
#include <string>
#include <vector>

using namespace anb;

namespace {

struct Part {
    osci::PartHead head;
    std::string text;
    std::uint64_t offset = 0;
};

/// A source that gives at most `piece` bytes at once.
base::Source in_pieces(std::string_view text, std::size_t piece)
{
    return [whole = base::source_of(base::as_bytes(text)), piece](std::span<std::byte> buffer) {
        return whole(buffer.first(std::min(buffer.size(), piece)));
    };
}

std::vector<Part> parts_of(std::string_view text, std::size_t piece = 4096, std::size_t buffer = 77)
{
    osci::MimeReader reader(in_pieces(text, piece), "probe.mime");
    std::vector<Part> parts;
    while (auto head = reader.next()) {
        Part part{std::move(*head), {}, reader.offset()};
        base::copy(
            [&, read = reader.source()](std::span<std::byte> to) {
                return read(to.first(std::min(to.size(), buffer)));
            },
            [&](base::ByteView bytes) { part.text += base::as_text(bytes); });
        parts.push_back(std::move(part));
    }
    CHECK_FALSE(reader.next().has_value());
    return parts;
}

std::string refusal(std::string_view text, std::size_t piece = 4096)
{
    try {
        parts_of(text, piece);
    } catch (const base::Error& error) {
        CHECK(error.kind() == base::ErrorKind::input);
        REQUIRE(error.values().size() == 2);
        CHECK(error.values()[0] == std::pair<std::string, std::string>("file", "probe.mime"));
        return error.code() + " " + error.values()[1].second;
    }
    return "accepted";
}

const std::string k_top = "MIME-Version: 1.0\r\n"
                          "Content-Type: Multipart/Related; boundary=b/+=1; type=text/xml\r\n"
                          "\r\n";
const std::string k_mark = "--b/+=1\r\n";
const std::string k_end = "--b/+=1--\r\n";

std::string part(const std::string& id, const std::string& text, const std::string& more = "")
{
    return k_mark + "Content-Type: text/plain\r\nContent-Transfer-Encoding: 8bit\r\nContent-ID: <" +
           id + ">\r\n" + more + "\r\n" + text + "\r\n";
}

std::string replaced(std::string text, std::string_view from, std::string_view to)
{
    for (auto at = text.find(from); at != std::string::npos; at = text.find(from, at + to.size())) {
        text.replace(at, from.size(), to);
    }
    return text;
}

} // namespace

TEST_CASE("osci::MimeReader: parts with their heads, bytes and places")
{
    const auto text = k_top + part("osci@message", "<a/>\r\n\n") +
                      part("x.pdf", std::string("\0\r\n--b/+=\r\n--b/+=12\n\r", 20),
                           "content-LENGTH: 20\r\nX-Other: 1\r\n") +
                      part("empty", "") + k_end;
    const auto parts = parts_of(text);
    REQUIRE(parts.size() == 3);
    CHECK(parts[0].head.id == "osci@message");
    CHECK(parts[0].head.media_type == "text/plain");
    CHECK(parts[0].head.encoding == "8bit");
    CHECK_FALSE(parts[0].head.length.has_value());
    CHECK(parts[0].text == "<a/>\r\n\n");
    CHECK(parts[1].head.id == "x.pdf");
    CHECK(parts[1].head.length == 20);
    CHECK(parts[1].text == std::string("\0\r\n--b/+=\r\n--b/+=12\n\r", 20));
    CHECK(parts[2].text.empty());
    for (const auto& each : parts) {
        CHECK(text.substr(each.offset, each.text.size()) == each.text);
    }
}

TEST_CASE("osci::MimeReader: the same for pieces and buffers of every size")
{
    std::string content;
    for (int i = 0; i < 60; ++i) {
        content += "\r\n--b/+=1" + std::string(static_cast<std::size_t>(i % 7), 'x') + "-\r\r\n-";
    }
    const auto text = k_top + part("a", content) + part("b", "\r\n" + content) + k_end;
    for (std::size_t piece = 1; piece < 90; ++piece) {
        CAPTURE(piece);
        const auto parts = parts_of(text, piece, piece % 11 + 1);
        REQUIRE(parts.size() == 2);
        CHECK(parts[0].text == content);
        CHECK(parts[1].text == "\r\n" + content);
    }
    for (std::size_t shift = 0; shift < 300; ++shift) {
        CAPTURE(shift);
        const std::string filling(64 * 1024 - 400 + shift, '\r');
        const auto parts = parts_of(k_top + part("a", filling) + k_end, 1 << 20, 1 << 20);
        REQUIRE(parts.size() == 1);
        CHECK(parts[0].text == filling);
    }
}

TEST_CASE("osci::MimeReader: passes over what was not read")
{
    const auto text =
        k_top + part("a", std::string(200'000, 'x')) + part("b", "two") + part("c", "3") + k_end;
    osci::MimeReader reader(in_pieces(text, 1000), "probe.mime");
    base::Bytes buffer(10);
    CHECK(reader.read(buffer) == 0);
    CHECK(reader.next()->id == "a");
    CHECK(reader.read(buffer) == 10);
    CHECK(reader.next()->id == "b");
    CHECK(reader.next()->id == "c");
    CHECK_FALSE(reader.next().has_value());
    CHECK(reader.read(buffer) == 0);
}

TEST_CASE("osci::MimeReader: other spellings are understood")
{
    const auto good = k_top + part("a", "one\r") + part("b", "two") + k_end;
    const auto same = [](const std::string& text, std::string_view first) {
        CAPTURE(text);
        const auto parts = parts_of(text);
        REQUIRE(parts.size() == 2);
        CHECK(parts[0].text == first);
        CHECK(parts[1].text == "two");
    };
    same(good, "one\r");
    same("\r\n" + good, "one\r");
    same("\n\r\n" + good, "one\r");
    same(replaced(good, "boundary=b/+=1", "boundary=\"b/+=1\""), "one\r");
    same(replaced(good, "boundary=b/+=1", "BOUNDARY = \"b\\/+=1\" "), "one\r");
    same(replaced(good, "; type=text/xml", ""), "one\r");
    same(replaced(good, "boundary=", "start=\"a;boundary=x\"; boundary="), "one\r");
    same(replaced(good, "boundary=", "\r\n\tboundary="), "one\r");
    same(replaced(good, "Multipart/Related", "multipart/RELATED"), "one\r");
    same(replaced(good, "MIME-Version: 1.0\r\n", ""), "one\r");
    same(replaced(good, "--b/+=1\r\n", "--b/+=1 \t\r\n"), "one\r");
    same(replaced(good, "\r\n\r\n--b", "\r\n\r\n\r\n\r\n--b"), "one\r");
    same(replaced(good, "<a>", "a"), "one\r");
    same(good.substr(0, good.size() - 1), "one\r");
    same(good.substr(0, good.size() - 2), "one\r");
    same(good + " \r\n\t\r\n", "one\r");
    same(replaced(good, "\r\n", "\n"), "one\r");
    same(replaced(good, "\r\n--b", "\n--b"), "one");
}

TEST_CASE("osci::MimeReader: a text that ends too early is noticed at every byte")
{
    const auto text = k_top + part("osci@message", "<a/>", "Content-Length: 2027\r\n") +
                      part("b", "two", "Content-Length: 3\r\n") + "--b/+=1--";
    for (std::size_t size = 1; size < text.size(); ++size) {
        CAPTURE(size);
        CHECK(refusal(text.substr(0, size)).starts_with("ANB-O102"));
        CHECK(refusal(text.substr(0, size), 1).starts_with("ANB-O102"));
    }
    CHECK(refusal(text) == "accepted");
    CHECK(refusal(text, 1) == "accepted");
}

TEST_CASE("osci::MimeReader: what is no message at all")
{
    for (const std::string text :
         {"", "\r\n\r\n", "<html></html>", "HTTP/1.1 200 OK\r\n\r\n", "PK\3\4", "{}"}) {
        CAPTURE(text);
        CHECK(refusal(text) == "ANB-O101 mime_no_header");
    }
    CHECK(refusal(std::string(100'000, 'x')) == "ANB-O101 mime_no_header");
    CHECK(refusal("MIME-Version: 1.0\r\n\r\n") == "ANB-O101 mime_not_related");
    CHECK(refusal(replaced(k_top, "Related", "Mixed")) == "ANB-O101 mime_not_related");
    CHECK(refusal(replaced(k_top, "boundary", "border")) == "ANB-O101 mime_no_boundary");
    CHECK(refusal(replaced(k_top, "b/+=1", "")) == "ANB-O101 mime_no_boundary");
    CHECK(refusal(replaced(k_top, "b/+=1", std::string(201, 'b'))) == "ANB-O101 mime_no_boundary");
    CHECK(refusal(replaced(k_top, "b/+=1", "\"b \"")) == "ANB-O101 mime_no_boundary");
}

TEST_CASE("osci::MimeReader: what is damaged")
{
    const auto good = part("a", "one");
    const auto damaged = [&](const std::string& reason, const std::string& text) {
        CAPTURE(text);
        CHECK(refusal(text) == "ANB-O102 " + reason);
    };
    damaged("mime_bad_header", replaced(k_top, "MIME-Version:", "MIME-Version: 1\r\nVersion"));
    damaged("mime_bad_header", k_top + replaced(good, "Content-Type:", "Content-Type"));
    damaged("mime_bad_header", k_top + replaced(good, "Content-Type:", "Content Type:"));
    damaged("mime_bad_header", k_top + replaced(good, "Content-Type:", ":"));
    damaged("mime_bad_header", k_top + replaced(good, "Content-Type:", " Content-Type:"));
    damaged("mime_bad_header", k_top + replaced(good, "<a>", "<a\x01>"));
    damaged("mime_bad_header", k_top + replaced(good, "<a>", "<a\r>"));
    damaged("mime_header_twice", k_top + part("a", "1", "Content-Id: b\r\n") + k_end);
    damaged("mime_no_content_id", k_top + part("", "1") + k_end);
    damaged("mime_no_content_id", k_top + replaced(good, "Content-ID", "X-ID") + k_end);
    damaged("mime_content_id_twice", k_top + good + part("b", "2") + good + k_end);
    damaged("mime_unknown_encoding", k_top + replaced(good, "8bit", "quoted-printable") + k_end);
    damaged("mime_wrong_length", k_top + part("a", "1", "Content-Length: 2\r\n") + k_end);
    damaged("mime_wrong_length", k_top + part("a", "123", "Content-Length: 2\r\n") + k_end);
    damaged("mime_wrong_length", k_top + part("a", "", "Content-Length: 2\r\n") + k_end);
    damaged("mime_bad_length", k_top + part("a", "1", "Content-Length: -1\r\n") + k_end);
    damaged("mime_bad_length", k_top + part("a", "1", "Content-Length: 1 \r\n 0\r\n") + k_end);
    damaged("mime_bad_length",
            k_top + part("a", "1", "Content-Length: 18446744073709551617\r\n") + k_end);
    damaged("mime_text_in_front", k_top + "This is a message.\r\n" + good + k_end);
    damaged("mime_no_part", k_top + k_end);
    damaged("mime_bytes_behind", k_top + good + k_end + good);
    damaged("mime_bytes_behind", k_top + good + k_end + std::string(100'000, ' ') + "x");
    damaged("mime_ends_early", k_top + good + replaced(k_end, "--\r", "--x\r"));
    damaged("mime_ends_early", k_top + good);
}

TEST_CASE("osci::MimeReader: headers and parts are bounded")
{
    const std::string much = "X-Much: " + std::string(17 * 1024, 'x') + "\r\n";
    std::string many;
    for (int i = 0; i < 2000; ++i) {
        many += "X-" + std::to_string(i) + ": value\r\n";
    }
    CHECK(refusal("MIME-Version: " + std::string(20'000, '1')) == "ANB-O103 16 KiB");
    CHECK(refusal(replaced(k_top, "Content-Type", much + "Content-Type")) == "ANB-O103 16 KiB");
    CHECK(refusal(k_top + part("a", "1", much)) == "ANB-O103 16 KiB");
    CHECK(refusal(k_top + part("a", "1", many)) == "ANB-O103 16 KiB");
    std::string parts;
    for (int i = 0; i < 1000; ++i) {
        parts += part(std::to_string(i), "");
    }
    CHECK(refusal(k_top + parts + k_end) == "accepted");
    CHECK(refusal(k_top + parts + part("more", "") + k_end) == "ANB-O103 1000");
}

TEST_CASE("osci::MimeReader: an envelope is UTF-8")
{
    const auto with = [](const std::string& id, const std::string& type) {
        return refusal(k_top + replaced(part(id, "<a/>"), "text/plain", type) + k_end);
    };
    CHECK(with("osci@message", "text/xml; charset=UTF-8") == "accepted");
    CHECK(with("osci@message", "text/xml; charset=\"utf-8\"") == "accepted");
    CHECK(with("osci@message", "text/xml") == "accepted");
    CHECK(with("osci@message", "text/xml; charset=ISO-8859-1") == "ANB-O106 ISO-8859-1");
    CHECK(with("brief.txt", "text/plain; charset=ISO-8859-1") == "accepted");
}

TEST_CASE("osci::MimeReader: the golden messages")
{
    const std::filesystem::path folder = ANB_REFERENCE "/osci/samples";
    if (!std::filesystem::exists(folder)) {
        MESSAGE("the reference osci is not here");
        return;
    }
    int files = 0;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(folder)) {
        if (entry.path().extension() != ".mime") {
            continue;
        }
        CAPTURE(entry.path().string());
        ++files;
        const auto text = base::to_text(base::read_file(entry.path().string(), 1 << 20));
        for (const std::size_t piece : {std::size_t{1}, std::size_t{100'000}}) {
            const auto parts = parts_of(text, piece);
            REQUIRE_FALSE(parts.empty());
            CHECK(parts[0].head.id == "osci@message");
            CHECK(parts[0].text.starts_with("<?xml "));
            CHECK(base::trim(parts[0].text).ends_with("</soap:Envelope>"));
            for (const auto& part : parts) {
                CHECK(part.head.length.value_or(part.text.size()) == part.text.size());
                CHECK(text.substr(part.offset, part.text.size()) == part.text);
            }
        }
        for (std::size_t size = 3; size + 2 < text.size(); size += text.size() / 50 + 1) {
            CHECK(refusal(text.substr(0, size)).starts_with("ANB-O102"));
        }
    }
    CHECK(files > 70);
}

TEST_CASE("osci::MimeReader: a part of 100 MB in constant memory")
{
    const auto front = k_top + part("osci@message", "<a/>") + k_mark +
                       "Content-ID: <big>\r\nContent-Length: 100000000\r\n\r\n";
    const auto behind = "\r\n" + k_end;
    std::uint64_t left = 100'000'000, largest = 0;
    const auto first = base::source_of(base::as_bytes(front));
    const auto last = base::source_of(base::as_bytes(behind));
    osci::MimeReader reader(
        [&](std::span<std::byte> buffer) {
            largest = std::max<std::uint64_t>(largest, buffer.size());
            if (const auto count = first(buffer)) {
                return count;
            }
            const auto count = std::min<std::uint64_t>(buffer.size(), left);
            std::fill_n(buffer.begin(), count, std::byte('\n'));
            left -= count;
            return count > 0 ? static_cast<std::size_t>(count) : last(buffer);
        },
        "probe.mime");
    CHECK(reader.next()->id == "osci@message");
    CHECK(reader.next()->id == "big");
    CHECK(base::copy(reader.source(), [](base::ByteView) {}) == 100'000'000);
    CHECK_FALSE(reader.next().has_value());
    CHECK(largest <= 128 * 1024);
}

TEST_CASE("osci::MimeWriter: what it writes is read again")
{
    std::string text;
    const auto random = base::to_text(crypto::random_bytes(10'000)) + "\r\n";
    osci::MimeWriter writer([&](base::ByteView piece) { text += base::as_text(piece); });
    writer.begin({"osci@message", "text/xml; charset=UTF-8", "8bit", {}});
    writer.write("<a/>");
    writer.begin({"x.bin", "application/octet-stream", "binary", random.size()});
    writer.write(base::as_bytes(random));
    writer.begin({"empty", "", "", 0});
    writer.finish();

    CHECK(text.starts_with("MIME-Version: 1.0\r\n"
                           "Content-Type: Multipart/Related; boundary=MIME_boundary_"));
    CHECK(text.find("; type=text/xml\r\n\r\n--MIME_boundary_") != std::string::npos);
    CHECK(text.find("\r\nContent-Type: text/xml; charset=UTF-8\r\nContent-Transfer-Encoding: 8bit"
                    "\r\nContent-ID: <osci@message>\r\n\r\n<a/>\r\n--") != std::string::npos);
    const auto parts = parts_of(text);
    REQUIRE(parts.size() == 3);
    CHECK(parts[1].head.id == "x.bin");
    CHECK(parts[1].head.media_type == "application/octet-stream");
    CHECK(parts[1].head.encoding == "binary");
    CHECK(parts[1].text == random);
    CHECK(parts[2].head.id == "empty");
    CHECK(parts[2].text.empty());

    std::string other;
    osci::MimeWriter again([&](base::ByteView piece) { other += base::as_text(piece); });
    CHECK(other != text.substr(0, other.size()));
    CHECK_THROWS_AS(again.begin({"a\r\nX: 1", "", "", {}}), base::Error);
}

TEST_CASE("osci::decoded_base64: lines of any length, nothing else")
{
    const auto decoded = [](std::string_view text, std::size_t piece) -> std::string {
        try {
            const auto bytes =
                base::read_all(osci::decoded_base64(in_pieces(text, piece), "probe.mime"), 1 << 20);
            return base::to_text(bytes.value());
        } catch (const base::Error& error) {
            return error.code();
        }
    };
    for (const std::size_t piece : {1U, 2U, 3U, 5U, 1000U}) {
        CAPTURE(piece);
        CHECK(decoded("", piece).empty());
        CHECK(decoded("YWJj", piece) == "abc");
        CHECK(decoded("YW\r\nJ\njZ\r\n\r\nA==\r\n", piece) == "abcd");
        for (const auto* text :
             {"YWJ", "YW=j", "YWJjZA==YWJj", "YWJjZA==\nY", "YWJjZA=", "YW-j", "YWJjZB=="}) {
            CAPTURE(text);
            CHECK(decoded(text, piece) == "ANB-O102");
        }
    }
    const auto large = crypto::random_bytes(300'000);
    CHECK(decoded(base::to_base64(large), 777) == base::to_text(large));
}
