// Finds out whether a PDF is encrypted, while it passes by.
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "base/bytes.hpp"

#include <string>

namespace anb::scan::detail {

/// Reads the tokens of a PDF (ISO 32000-1 §7.2) as they come and remembers no more than one of
/// them. Encrypted means: a dictionary behind the word `trailer`, or one with /Type /XRef, has the
/// key /Encrypt with a reference or a dictionary (§7.5.5, §7.5.8, §7.6.1). Contents of streams and
/// of strings, and comments, are passed over; names are unescaped (/#45ncrypt). A string that goes
/// on for more than 64 KiB is taken for damage and ended.
class PdfReader {
public:
    void update(base::ByteView bytes);
    bool is_encrypted() const { return m_encrypted; }

private:
    enum class Mode { token, comment, string, hex, stream };

    void take(char c);
    void take_outside(char c);
    void take_string(char c);
    void take_stream(char c);
    void finish_token();
    void finish_name(const std::string& name);
    void open_dictionary();
    void close_dictionary();
    void begin_value();

    Mode m_mode = Mode::token;
    std::string m_token;    ///< word or name that is being read; too long a one keeps its beginning
    char m_previous = '\0'; ///< a '<' or '>' that may be doubled
    int m_string_depth = 0;
    bool m_escaped = false;
    std::size_t m_string_size = 0;
    std::size_t m_matched = 0; ///< characters of "endstream"

    int m_depth = 0;
    bool m_after_trailer = false; ///< the next dictionary is a trailer
    bool m_is_trailer = false;    ///< the outermost open dictionary is one
    bool m_type_pending = false, m_encrypt_pending = false; ///< their value comes next
    bool m_has_encrypt = false;
    bool m_encrypted = false;
};

} // namespace anb::scan::detail
