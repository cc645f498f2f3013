// JSON, read strictly: UTF-8, no duplicate names, bounded depth and size. Faults name their place
// by line and column, and in members by JSON Pointer (RFC 6901).
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "base/bytes.hpp"
#include "base/report.hpp"

#include <nlohmann/json.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace anb::json {

/// Members keep the order in which they were written.
using Value = nlohmann::ordered_json;

struct Limits {
    std::size_t bytes = 32 * 1024 * 1024;
    std::size_t depth = 64;
    std::size_t members = 4096; ///< of one object
};

/// Reads one document; nothing but white space may follow it. Integers beyond 64 bits become
/// floating point: what must survive to the digit is hashed or compared as text, not as a Value.
///
/// @param origin  name used in messages
/// @throws Error{input} ANB-G301 no well-formed JSON or UTF-8, ANB-G303 a name occurs twice in one
///         object, ANB-G304 a limit is exceeded; each with line and column (RFC 8259, RFC 7493 §2)
Value parse(std::string_view text, std::string_view origin, const Limits& limits = {});

/// One line without blanks; invalid UTF-8 in strings becomes U+FFFD.
std::string dump(const Value& value);

/// Indented by two blanks, with a final newline.
std::string dump_pretty(const Value& value);

/// Overwrites every text in a document that holds secrets when the scope ends.
class Wiper {
public:
    explicit Wiper(Value& value) : m_value(value) {}
    Wiper(const Wiper&) = delete;
    Wiper& operator=(const Wiper&) = delete;
    ~Wiper();

private:
    Value& m_value;
};

/// A value together with its place in the document, for readers that want specific members. Each
/// getter throws Error{input} ANB-G302 naming document, JSON Pointer and what was expected there.
class Reader {
public:
    Reader(const Value& value, std::string origin, std::string pointer = {});

    const Value& value() const { return *m_value; }
    const std::string& origin() const { return m_origin; }
    const std::string& pointer() const { return m_pointer; }

    bool has(std::string_view name) const;
    /// The member `name`, which must exist.
    Reader at(std::string_view name) const;
    std::optional<Reader> find(std::string_view name) const;
    /// The elements of an array.
    std::vector<Reader> elements() const;
    /// The members of an object, in order.
    std::vector<std::pair<std::string, Reader>> members() const;

    std::string string() const;
    std::int64_t integer() const;
    bool boolean() const;

    std::string string(std::string_view name) const { return at(name).string(); }
    std::int64_t integer(std::string_view name) const { return at(name).integer(); }
    /// Nothing when the member is absent; a member of another type is refused.
    std::optional<std::string> find_string(std::string_view name) const;
    std::optional<std::int64_t> find_integer(std::string_view name) const;
    /// The member `name`, which must be an array of strings.
    std::vector<std::string> strings(std::string_view name) const;

    /// Refuses this value: Error{input} ANB-G302.
    /// @param expected  in the words of JSON, the same in every language: "string", "https://…"
    [[noreturn]] void fail(std::string_view expected) const;

private:
    const Value* m_value;
    std::string m_origin;
    std::string m_pointer;
};

} // namespace anb::json
