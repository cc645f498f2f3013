// SPDX-License-Identifier: EUPL-1.2

#include "base/error.hpp"

namespace anb::base {

Error::Error(ErrorKind kind, std::string code, Values values, std::string detail)
    : m_kind(kind), m_code(std::move(code)), m_values(std::move(values)),
      m_detail(std::move(detail))
{
    compose();
}

Error& Error::in(std::string_view where)
{
    m_where = m_where.empty() ? std::string(where) : std::string(where) + ": " + m_where;
    compose();
    return *this;
}

void Error::compose()
{
    m_what = m_code;
    if (!m_where.empty()) {
        m_what += " " + m_where;
    }
    for (const auto& [name, value] : m_values) {
        m_what += " " + name + "=" + value;
    }
    if (!m_detail.empty()) {
        m_what += ": " + m_detail;
    }
}

void fail_internal(std::string_view what)
{
    throw Error(ErrorKind::internal, "ANB-G900", {{"what", std::string(what)}});
}

} // namespace anb::base
