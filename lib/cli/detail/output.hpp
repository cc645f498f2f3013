// Where results go: standard output, or a file that appears in one step.
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "base/file.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace anb::cli::detail {

/// Standard output is buffered; a reader that went away (`| head`) silences it, every other
/// failure to write is Error{io} ANB-G207.
class Output {
public:
    /// @param path  "-" for standard output; a device or pipe is written to as it is
    /// @throws Error{io} ANB-G206
    explicit Output(const std::string& path);
    Output(const Output&) = delete;
    Output& operator=(const Output&) = delete;
    ~Output();

    void write(std::string_view text);
    /// Hands over what is buffered, so that stdout and stderr appear in order.
    void flush();
    /// Publishes the file; without this call none appears.
    void publish();
    bool is_file() const { return m_file.has_value(); }

private:
    std::optional<base::AtomicFile> m_file;
    int m_descriptor;
    std::string m_buffer;
    bool m_reader_gone = false;
};

/// Writes to stderr at once; when that is impossible there is nobody left to tell.
void write_stderr(std::string_view text);

} // namespace anb::cli::detail
