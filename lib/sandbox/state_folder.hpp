// Where a sandbox keeps things: a folder of the user's, or a private one that goes with it.
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <filesystem>
#include <optional>
#include <string>

namespace anb::sandbox {

class StateFolder {
public:
    /// @param path  empty: a private temporary folder, removed by the destructor
    /// @throws Error{io} ANB-G206
    explicit StateFolder(const std::filesystem::path& path);
    ~StateFolder();
    StateFolder(const StateFolder&) = delete;
    StateFolder& operator=(const StateFolder&) = delete;

    const std::filesystem::path& path() const { return m_path; }
    bool temporary() const { return m_temporary; }

    /// "https://127.0.0.1:4711", when this state has been served before.
    std::optional<std::string> address() const;
    void remember_address(const std::string& address) const;
    /// "http://127.0.0.1:4712": where the Intermediär is reached without TLS.
    std::optional<std::string> plain_address() const;
    void remember_plain_address(const std::string& address) const;

private:
    std::optional<std::string> read(const char* name) const;

    std::filesystem::path m_path;
    bool m_temporary = false;
};

} // namespace anb::sandbox
