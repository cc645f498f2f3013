// SPDX-License-Identifier: EUPL-1.2

#include "schematron/detail/lexer.hpp"

#include "base/error.hpp"

#include <array>

namespace anb::schematron::detail {

namespace {

bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

bool starts_name(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' ||
           static_cast<unsigned char>(c) >= 0x80;
}

bool continues_name(char c)
{
    return starts_name(c) || is_digit(c) || c == '-' || c == '.';
}

class Lexer {
public:
    explicit Lexer(std::string_view text) : m_text(text) {}

    std::vector<Token> run()
    {
        std::vector<Token> tokens;
        while (skip_blanks()) {
            tokens.push_back(next());
        }
        tokens.push_back({});
        return tokens;
    }

private:
    char peek(std::size_t ahead = 0) const
    {
        return m_at + ahead < m_text.size() ? m_text[m_at + ahead] : '\0';
    }

    bool skip_blanks()
    {
        while (m_at < m_text.size() &&
               std::string_view(" \t\r\n").find(m_text[m_at]) != std::string_view::npos) {
            ++m_at;
        }
        if (m_text.substr(m_at).starts_with("(:")) {
            unsupported("(: :)");
        }
        return m_at < m_text.size();
    }

    Token next()
    {
        const char c = peek();
        if (c == '"' || c == '\'') {
            return literal(c);
        }
        if (is_digit(c) || (c == '.' && is_digit(peek(1)))) {
            return number();
        }
        if (starts_name(c) || (c == '*' && peek(1) == ':' && starts_name(peek(2)))) {
            return name();
        }
        constexpr std::array<std::string_view, 26> k_symbols = {
            "//", "::", "..", "!=", "<=", ">=", "<<", ">>", "/", "(", ")", "[", "]",
            ",",  "@",  "$",  "=",  "<",  ">",  "+",  "-",  "*", "|", ".", "?", "!"};
        for (const auto symbol : k_symbols) {
            if (m_text.substr(m_at).starts_with(symbol)) {
                m_at += symbol.size();
                return {Token::Kind::symbol, std::string(symbol)};
            }
        }
        malformed(m_text.substr(m_at, 1));
    }

    /// A quote inside is written twice.
    Token literal(char quote)
    {
        Token token{Token::Kind::literal, {}};
        for (++m_at; m_at < m_text.size(); ++m_at) {
            if (m_text[m_at] != quote) {
                token.text += m_text[m_at];
            } else if (peek(1) == quote) {
                token.text += quote;
                ++m_at;
            } else {
                ++m_at;
                return token;
            }
        }
        malformed(std::string(1, quote));
    }

    Token number()
    {
        const auto begin = m_at;
        while (is_digit(peek()) || peek() == '.') {
            ++m_at;
        }
        if (starts_name(peek())) {
            malformed(m_text.substr(begin, m_at - begin + 1));
        }
        return {Token::Kind::number, std::string(m_text.substr(begin, m_at - begin))};
    }

    /// "a", "p:a", "p:*" or "*:a"; but "a::" is an axis.
    Token name()
    {
        const auto begin = m_at;
        m_at += peek() == '*' ? 1U : 0U;
        while (continues_name(peek())) {
            ++m_at;
        }
        if (peek() == ':' && peek(1) != ':' && (starts_name(peek(1)) || peek(1) == '*')) {
            m_at += 2;
            if (m_text[m_at - 1] != '*') {
                while (continues_name(peek())) {
                    ++m_at;
                }
            }
        }
        return {Token::Kind::name, std::string(m_text.substr(begin, m_at - begin))};
    }

    std::string_view m_text;
    std::size_t m_at = 0;
};

} // namespace

std::vector<Token> tokenize(std::string_view text)
{
    return Lexer(text).run();
}

void unsupported(std::string_view construct)
{
    throw base::Error(base::ErrorKind::input, "ANB-V182", {{"construct", std::string(construct)}});
}

void malformed(std::string_view found)
{
    throw base::Error(base::ErrorKind::input, "ANB-V183", {{"found", std::string(found)}});
}

} // namespace anb::schematron::detail
