// Plays clamd on a local socket: takes what is sent and says what the test wants.
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "base/file.hpp"
#include "scan/scanner.hpp"

#include <filesystem>
#include <functional>
#include <string>
#include <thread>

namespace anb::test {

/// What clamd does after the command zINSTREAM was read.
struct Behaviour {
    std::string version = std::string("ClamAV 1.4.6/27838/Thu Nov 26 08:24:33 2026") + '\0';
    std::string answer = std::string("stream: OK") + '\0';
    /// Answers after so many bytes of content; otherwise at the end.
    std::size_t answer_after = std::string::npos;
    bool reads_on = true;  ///< goes on reading after an early answer
    bool silent = false;   ///< keeps the connection and says nothing
    bool hangs_up = false; ///< closes without an answer
};

/// Lives as long as the object; `received` is what came as content in the last question.
class FakeClamd {
public:
    explicit FakeClamd(Behaviour behaviour = {});
    ~FakeClamd();
    FakeClamd(const FakeClamd&) = delete;
    FakeClamd& operator=(const FakeClamd&) = delete;

    std::string address() const { return (m_folder / "clamd.ctl").string(); }
    /// Writes a file beside the socket. @return its path
    std::string file(const std::string& content, const std::string& name = "anlage") const;
    scan::Result scan(const std::string& content) const;
    const std::string& received() const { return m_received; }
    std::size_t questions() const { return m_questions; }

private:
    void serve();
    void answer(int connection);
    void take_stream(int connection);

    Behaviour m_behaviour;
    std::filesystem::path m_folder;
    int m_socket = -1;
    int m_stop[2] = {-1, -1};
    std::string m_received;
    std::size_t m_questions = 0;
    std::thread m_thread;
};

/// Short limits, so that a silent scanner does not hold up the tests.
scan::Limits short_limits();

} // namespace anb::test
