// SPDX-License-Identifier: EUPL-1.2

#include "osci/mime.hpp"

#include "base/error.hpp"
#include "base/text.hpp"
#include "osci/detail/mime_headers.hpp"
#include "osci/names.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <set>
#include <string_view>

namespace anb::osci {

namespace {

using detail::fail_damaged;
using detail::fail_mime;
using detail::MimeHeaders;
using detail::MimeWindow;

constexpr std::size_t k_max_parts = 1000;
constexpr std::size_t k_max_boundary = 200; ///< RFC 2046 §5.1.1 knows 70
constexpr std::size_t k_padding = 64;       ///< white space behind a boundary

/// What a line that begins like a boundary is.
enum class Mark { none, part, end };

bool is_boundary(std::string_view text)
{
    return !text.empty() && text.size() <= k_max_boundary && text.back() != ' ' &&
           std::ranges::all_of(text, [](char c) { return c >= ' ' && c < 127; });
}

/// The text may be cut anywhere: what is there must begin like the headers of a message.
void require_message(MimeWindow& window, const std::string& origin)
{
    detail::skip_line_ends(window);
    for (const std::string_view name : {"mime-version:", "content-"}) {
        window.want(name.size());
        const auto front = base::to_lower_ascii(window.text().substr(0, name.size()));
        if (!front.empty() && name.starts_with(front)) {
            return;
        }
    }
    fail_mime("ANB-O101", origin, "reason", "mime_no_header");
}

std::string read_boundary(const MimeHeaders& headers, const std::string& origin)
{
    const auto type = headers.get("content-type");
    if (detail::media_type(type) != "multipart/related") {
        fail_mime("ANB-O101", origin, "reason", "mime_not_related");
    }
    auto boundary = detail::parameter(type, "boundary");
    if (!boundary || !is_boundary(*boundary)) {
        fail_mime("ANB-O101", origin, "reason", "mime_no_boundary");
    }
    return std::move(*boundary);
}

std::optional<std::uint64_t> read_length(const std::string& text, const std::string& origin)
{
    if (text.empty()) {
        return std::nullopt;
    }
    std::uint64_t length = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), length);
    if (error != std::errc() || end != text.data() + text.size()) {
        fail_damaged(origin, "mime_bad_length");
    }
    return length;
}

PartHead read_head(MimeWindow& window, const std::string& origin)
{
    const auto headers = detail::read_headers(window, origin);
    PartHead head{.id = headers.get("content-id"),
                  .media_type = headers.get("content-type"),
                  .encoding = base::to_lower_ascii(headers.get("content-transfer-encoding")),
                  .length = std::nullopt};
    if (head.id.starts_with('<') && head.id.ends_with('>')) {
        head.id = head.id.substr(1, head.id.size() - 2);
    }
    if (head.id.empty()) {
        fail_damaged(origin, "mime_no_content_id");
    }
    if (head.id != k_envelope_id) {
        head.length = read_length(headers.get("content-length"), origin);
    }
    constexpr std::array<std::string_view, 6> k_encodings = {"",      "7bit",   "8bit",
                                                             "8-bit", "binary", "base64"};
    if (std::ranges::find(k_encodings, head.encoding) == k_encodings.end()) {
        fail_damaged(origin, "mime_unknown_encoding");
    }
    const auto charset = detail::parameter(head.media_type, "charset");
    if (head.id == k_envelope_id && charset && base::to_lower_ascii(*charset) != "utf-8") {
        fail_mime("ANB-O106", origin, "charset", base::printable(*charset, 40));
    }
    return head;
}

} // namespace

struct MimeReader::State {
    State(base::Source source, std::string name)
        : window(std::move(source)), origin(std::move(name))
    {
    }

    MimeWindow window;
    std::string origin;
    std::string line_mark; ///< line feed, two hyphens, boundary
    bool crlf = true;      ///< what ends the lines of this text
    std::set<std::string> ids;
    bool begun = false, ended = false;
    std::optional<std::uint64_t> length;
    std::uint64_t count = 0;   ///< bytes of the part so far
    std::size_t safe = 0;      ///< bytes in sight that are the part's
    bool mark_follows = false; ///< behind those
    bool at_start = false;     ///< of the part: a boundary needs no line break in front

    std::string_view mark() const { return std::string_view(line_mark).substr(1); }
    std::size_t look() const { return line_mark.size() + k_padding; }

    Mark mark_at(std::size_t place) const;
    std::size_t content();
    void look_ahead();
    std::size_t read(std::span<std::byte> buffer);
    Mark pass_mark();
    void begin(const PartHead& head);
    void finish();
};

Mark MimeReader::State::mark_at(std::size_t place) const
{
    auto line = window.text().substr(place);
    if (!line.starts_with(mark())) {
        return Mark::none;
    }
    line = line.substr(mark().size(), k_padding);
    const bool ends = line.starts_with("--");
    line.remove_prefix(ends ? 2 : 0);
    line.remove_prefix(std::min(line.find_first_not_of(" \t"), line.size()));
    if (ends) {
        return line.empty() || line.front() == '\r' || line.front() == '\n' ? Mark::end
                                                                            : Mark::none;
    }
    return line.starts_with('\n') || line.starts_with("\r\n") ? Mark::part : Mark::none;
}

/// Finds out how much of what is in sight is the part's. What might be the beginning of a boundary
/// waits until all of it is in sight.
void MimeReader::State::look_ahead()
{
    window.want(look());
    if (at_start && mark_at(0) != Mark::none) {
        mark_follows = true;
        return;
    }
    at_start = false;
    const auto found = window.text().find(line_mark);
    if (found == std::string_view::npos) {
        if (window.text().size() <= line_mark.size()) {
            fail_damaged(origin, "mime_ends_early");
        }
        safe = window.text().size() - line_mark.size();
        return;
    }
    window.want(found + 1 + look());
    mark_follows = mark_at(found + 1) != Mark::none;
    const bool ends_in_crlf = crlf && found > 0 && window.text()[found - 1] == '\r';
    safe = mark_follows ? found - (ends_in_crlf ? 1 : 0) : found + 1;
}

std::size_t MimeReader::State::content()
{
    if (safe == 0 && !mark_follows) {
        look_ahead();
    }
    if (safe == 0 && length && count != *length) {
        fail_damaged(origin, "mime_wrong_length");
    }
    return safe;
}

std::size_t MimeReader::State::read(std::span<std::byte> buffer)
{
    if (!begun || ended) {
        return 0;
    }
    const auto size = std::min(content(), buffer.size());
    window.take(buffer.first(size));
    safe -= size;
    count += size;
    return size;
}

Mark MimeReader::State::pass_mark()
{
    detail::skip_line_ends(window);
    window.want(look());
    const auto found = mark_at(0);
    if (found == Mark::part) {
        window.skip(window.text().find('\n') + 1);
    } else if (found == Mark::end) {
        window.skip(mark().size() + 2);
    }
    return found;
}

void MimeReader::State::begin(const PartHead& head)
{
    if (!ids.insert(head.id).second) {
        fail_damaged(origin, "mime_content_id_twice");
    }
    begun = at_start = true;
    length = head.length;
    count = 0;
    mark_follows = false;
}

void MimeReader::State::finish()
{
    while (window.want(1)) {
        if (window.text().find_first_not_of(" \t\r\n") != std::string_view::npos) {
            fail_damaged(origin, "mime_bytes_behind");
        }
        window.skip(window.text().size());
    }
    if (ids.empty()) {
        fail_damaged(origin, "mime_no_part");
    }
    ended = true;
}

MimeReader::MimeReader(base::Source source, std::string origin)
    : m_state(std::make_unique<State>(std::move(source), std::move(origin)))
{
    require_message(m_state->window, m_state->origin);
    const auto headers = detail::read_headers(m_state->window, m_state->origin);
    m_state->crlf = headers.crlf;
    m_state->line_mark = "\n--" + read_boundary(headers, m_state->origin);
}

MimeReader::MimeReader(MimeReader&&) noexcept = default;
MimeReader::~MimeReader() = default;

std::optional<PartHead> MimeReader::next()
{
    auto& state = *m_state;
    if (state.ended) {
        return std::nullopt;
    }
    while (state.begun && state.content() > 0) {
        state.window.skip(state.safe);
        state.count += std::exchange(state.safe, 0);
    }
    const auto mark = state.pass_mark();
    if (mark == Mark::none) {
        fail_damaged(state.origin, state.window.text().find('\n') != std::string_view::npos
                                       ? "mime_text_in_front"
                                       : "mime_ends_early");
    }
    if (mark == Mark::end) {
        state.finish();
        return std::nullopt;
    }
    if (state.ids.size() == k_max_parts) {
        fail_mime("ANB-O103", state.origin, "limit", std::to_string(k_max_parts));
    }
    auto head = read_head(state.window, state.origin);
    state.begin(head);
    return head;
}

std::size_t MimeReader::read(std::span<std::byte> buffer)
{
    return m_state->read(buffer);
}

base::Source MimeReader::source()
{
    return [state = m_state.get()](std::span<std::byte> buffer) { return state->read(buffer); };
}

std::uint64_t MimeReader::offset() const
{
    return m_state->window.offset();
}

} // namespace anb::osci
