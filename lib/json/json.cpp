// SPDX-License-Identifier: EUPL-1.2

#include "json/json.hpp"

#include "base/error.hpp"
#include "base/secret.hpp"
#include "json/detail/builder.hpp"

#include <limits>

namespace anb::json {

namespace {

std::string escape(std::string_view name)
{
    std::string token;
    for (const char c : name) {
        if (c == '~') {
            token += "~0";
        } else if (c == '/') {
            token += "~1";
        } else {
            token += c;
        }
    }
    return token;
}

void wipe_texts(Value& value)
{
    if (value.is_string()) {
        base::wipe(value.get_ref<std::string&>());
    } else if (value.is_structured()) {
        for (auto& element : value) {
            wipe_texts(element);
        }
    }
}

} // namespace

Value parse(std::string_view text, std::string_view origin, const Limits& limits)
{
    return detail::build(text, origin, limits);
}

std::string dump(const Value& value)
{
    return value.dump(-1, ' ', false, Value::error_handler_t::replace);
}

std::string dump_pretty(const Value& value)
{
    return value.dump(2, ' ', false, Value::error_handler_t::replace) + "\n";
}

Wiper::~Wiper()
{
    wipe_texts(m_value);
}

Reader::Reader(const Value& value, std::string origin, std::string pointer)
    : m_value(&value), m_origin(std::move(origin)), m_pointer(std::move(pointer))
{
}

bool Reader::has(std::string_view name) const
{
    return m_value->is_object() && m_value->contains(name);
}

std::optional<Reader> Reader::find(std::string_view name) const
{
    if (!m_value->is_object()) {
        fail("object");
    }
    const auto member = m_value->find(name);
    if (member == m_value->end()) {
        return std::nullopt;
    }
    return Reader(*member, m_origin, m_pointer + "/" + escape(name));
}

Reader Reader::at(std::string_view name) const
{
    if (auto member = find(name)) {
        return *std::move(member);
    }
    throw base::Error(base::ErrorKind::input, "ANB-G302",
                      {{"file", m_origin},
                       {"pointer", m_pointer + "/" + escape(name)},
                       {"expected", "value"},
                       {"found", "-"}});
}

std::vector<Reader> Reader::elements() const
{
    if (!m_value->is_array()) {
        fail("array");
    }
    std::vector<Reader> readers;
    readers.reserve(m_value->size());
    for (const auto& element : *m_value) {
        readers.emplace_back(element, m_origin, m_pointer + "/" + std::to_string(readers.size()));
    }
    return readers;
}

std::vector<std::pair<std::string, Reader>> Reader::members() const
{
    if (!m_value->is_object()) {
        fail("object");
    }
    std::vector<std::pair<std::string, Reader>> readers;
    readers.reserve(m_value->size());
    for (const auto& [name, member] : m_value->items()) {
        readers.emplace_back(name, Reader(member, m_origin, m_pointer + "/" + escape(name)));
    }
    return readers;
}

std::string Reader::string() const
{
    if (!m_value->is_string()) {
        fail("string");
    }
    return m_value->get<std::string>();
}

std::int64_t Reader::integer() const
{
    constexpr auto k_largest = std::uint64_t(std::numeric_limits<std::int64_t>::max());
    if (!m_value->is_number_integer() ||
        (m_value->is_number_unsigned() && m_value->get<std::uint64_t>() > k_largest)) {
        fail("integer");
    }
    return m_value->get<std::int64_t>();
}

bool Reader::boolean() const
{
    if (!m_value->is_boolean()) {
        fail("boolean");
    }
    return m_value->get<bool>();
}

std::optional<std::string> Reader::find_string(std::string_view name) const
{
    const auto member = find(name);
    return member ? std::optional(member->string()) : std::nullopt;
}

std::optional<std::int64_t> Reader::find_integer(std::string_view name) const
{
    const auto member = find(name);
    return member ? std::optional(member->integer()) : std::nullopt;
}

std::vector<std::string> Reader::strings(std::string_view name) const
{
    std::vector<std::string> texts;
    for (const auto& element : at(name).elements()) {
        texts.push_back(element.string());
    }
    return texts;
}

void Reader::fail(std::string_view expected) const
{
    throw base::Error(base::ErrorKind::input, "ANB-G302",
                      {{"file", m_origin},
                       {"pointer", m_pointer.empty() ? "/" : m_pointer},
                       {"expected", std::string(expected)},
                       {"found", m_value->type_name()}});
}

} // namespace anb::json
