// Failure: why there is no answer.
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <exception>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace anb::base {

/// One for each exit code from 64 on; `cli/exit.hpp` maps them.
enum class ErrorKind {
    usage,         ///< 64: wrong call
    input,         ///< 65: input is not what it claims
    missing,       ///< 66: file or entry does not exist
    unavailable,   ///< 69: name not found, connection refused, blocked
    internal,      ///< 70: a bug of ours
    exists,        ///< 73: target exists or may not be overwritten
    io,            ///< 74: disk full, read error
    try_later,     ///< 75: temporary; state saved
    trust,         ///< 76: signature, certificate or protocol of the other side is wrong
    credentials,   ///< 77: wrong password, login refused, no permission
    configuration, ///< 78: profile or configuration wrong
};

/// What a message names: name of the placeholder and its text, such as {"file", "stadt.p12"}.
using Values = std::vector<std::pair<std::string, std::string>>;

/// The one exception of this library. It is thrown by the room that noticed and caught once,
/// by `cli::tool_main`. Its sentence comes from the table of messages (room `messages`), which
/// has an entry for every code.
class Error : public std::exception {
public:
    /// @param code    stable code of the message, such as "ANB-J101"
    /// @param values  what the message's text names
    /// @param detail  what a lower layer said, in its own words; shown with -v only
    Error(ErrorKind kind, std::string code, Values values = {}, std::string detail = {});

    ErrorKind kind() const noexcept { return m_kind; }
    const std::string& code() const noexcept { return m_code; }
    const Values& values() const noexcept { return m_values; }
    const std::string& detail() const noexcept { return m_detail; }

    /// Names the place in front of what is already said; used while rethrowing.
    Error& in(std::string_view where);
    const std::string& where() const noexcept { return m_where; }

    /// Code, place, values and detail in one line, for logs and debuggers.
    const char* what() const noexcept override { return m_what.c_str(); }

private:
    void compose();

    ErrorKind m_kind;
    std::string m_code;
    Values m_values;
    std::string m_detail;
    std::string m_where;
    std::string m_what;
};

/// A broken promise inside our own code: throws Error{internal} with code ANB-G900.
[[noreturn]] void fail_internal(std::string_view what);

} // namespace anb::base
