// SPDX-License-Identifier: EUPL-1.2

#include "json/detail/builder.hpp"

#include "base/error.hpp"
#include "base/text.hpp"

#include <algorithm>
#include <iterator>
#include <unordered_set>

namespace anb::json::detail {

namespace {

/// Where the lexer stands, kept up to date by the cursor it reads through.
struct Place {
    std::string_view text;
    std::string_view origin;
    const char* at = nullptr;

    [[noreturn]] void fail(std::string code, base::Values more, std::string detail = {}) const
    {
        const auto before = text.substr(0, static_cast<std::size_t>(at - text.data()));
        const auto line = std::ranges::count(before, '\n') + 1;
        const auto column = base::display_width(before.substr(before.rfind('\n') + 1));
        base::Values values = {{"file", std::string(origin)},
                               {"line", std::to_string(line)},
                               {"column", std::to_string(std::max<std::size_t>(column, 1))}};
        values.insert(values.end(), more.begin(), more.end());
        throw base::Error(base::ErrorKind::input, std::move(code), std::move(values),
                          std::move(detail));
    }
};

class Cursor {
public:
    using iterator_category = std::input_iterator_tag;
    using value_type = char;
    using difference_type = std::ptrdiff_t;
    using pointer = const char*;
    using reference = const char&;

    Cursor(const char* position, Place* place) : m_position(position), m_place(place) {}

    reference operator*() const { return *m_position; }
    Cursor& operator++()
    {
        m_place->at = ++m_position;
        return *this;
    }
    Cursor operator++(int)
    {
        const auto before = *this;
        ++*this;
        return before;
    }
    friend bool operator==(const Cursor& left, const Cursor& right)
    {
        return left.m_position == right.m_position;
    }

private:
    const char* m_position;
    Place* m_place;
};

/// The handler that nlohmann's parser calls; the names are its interface.
class Builder {
public:
    Builder(const Place& place, const Limits& limits) : m_place(place), m_limits(limits) {}

    Value take() { return std::move(m_root); }

    bool null() { return add(nullptr); }
    bool boolean(bool value) { return add(value); }
    bool number_integer(Value::number_integer_t value) { return add(value); }
    bool number_unsigned(Value::number_unsigned_t value) { return add(value); }
    bool number_float(Value::number_float_t value, const std::string&) { return add(value); }
    bool string(std::string& value) { return add(std::move(value)); }
    bool binary(Value::binary_t& value) { return add(std::move(value)); }
    bool start_object(std::size_t) { return open(Value::object()); }
    bool start_array(std::size_t) { return open(Value::array()); }
    bool end_object() { return close(); }
    bool end_array() { return close(); }

    bool key(std::string& name)
    {
        auto& names = m_open.back().names;
        if (!names.insert(name).second) {
            m_place.fail("ANB-G303", {{"name", name}});
        }
        if (names.size() > m_limits.members) {
            exceed("members", m_limits.members);
        }
        m_name = std::move(name);
        return true;
    }

    bool parse_error(std::size_t, const std::string&, const Value::exception& error)
    {
        constexpr std::string_view k_quotes_the_document = "; last read";
        const std::string_view reason = error.what();
        m_place.fail("ANB-G301", {},
                     std::string(reason.substr(0, reason.find(k_quotes_the_document))));
    }

private:
    struct Level {
        Value* value;
        std::unordered_set<std::string> names;
    };

    Value* place(Value value)
    {
        if (m_open.empty()) {
            m_root = std::move(value);
            return &m_root;
        }
        auto& parent = *m_open.back().value;
        if (parent.is_array()) {
            auto& elements = parent.get_ref<Value::array_t&>();
            return &elements.emplace_back(std::move(value));
        }
        auto& members = parent.get_ref<Value::object_t&>();
        return &members.emplace_back(std::move(m_name), std::move(value)).second;
    }

    bool add(Value value)
    {
        place(std::move(value));
        return true;
    }

    bool open(Value value)
    {
        if (m_open.size() == m_limits.depth) {
            exceed("depth", m_limits.depth);
        }
        m_open.push_back({place(std::move(value)), {}});
        return true;
    }

    bool close()
    {
        m_open.pop_back();
        return true;
    }

    [[noreturn]] void exceed(std::string_view what, std::size_t limit) const
    {
        m_place.fail("ANB-G304", {{"what", std::string(what)}, {"limit", std::to_string(limit)}});
    }

    const Place& m_place;
    const Limits& m_limits;
    Value m_root;
    std::vector<Level> m_open;
    std::string m_name;
};

} // namespace

Value build(std::string_view text, std::string_view origin, const Limits& limits)
{
    Place place{text, origin, text.data()};
    if (text.size() > limits.bytes) {
        place.fail("ANB-G304", {{"what", "bytes"}, {"limit", std::to_string(limits.bytes)}});
    }
    if (const auto nul = text.find('\0'); nul != std::string_view::npos) {
        place.at = text.data() + nul;
        place.fail("ANB-G301", {}, "NUL byte");
    }
    Builder builder(place, limits);
    const Cursor begin(text.data(), &place);
    const Cursor end(text.data() + text.size(), &place);
    if (!Value::sax_parse(begin, end, &builder)) {
        place.fail("ANB-G301", {});
    }
    return builder.take();
}

} // namespace anb::json::detail
