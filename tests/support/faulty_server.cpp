// SPDX-License-Identifier: EUPL-1.2

#include "support/faulty_server.hpp"

#include <array>
#include <cstdio>
#include <fcntl.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

namespace anb::support {

FaultyServer::FaultyServer()
{
    std::array<int, 2> input{};
    std::array<int, 2> output{};
    if (pipe2(input.data(), O_CLOEXEC) != 0 || pipe2(output.data(), O_CLOEXEC) != 0) {
        return;
    }
    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_adddup2(&actions, input[0], STDIN_FILENO);
    posix_spawn_file_actions_adddup2(&actions, output[1], STDOUT_FILENO);
    std::array<std::string, 4> words{"python3", "-Wignore", ANB_FAULTY_SERVER, ""};
    std::array<char*, 4> arguments{words[0].data(), words[1].data(), words[2].data(), nullptr};
    if (posix_spawnp(&m_process, "python3", &actions, nullptr, arguments.data(), environ) != 0) {
        m_process = -1;
    }
    posix_spawn_file_actions_destroy(&actions);
    close(input[0]);
    close(output[1]);
    m_input = input[1];

    FILE* lines = fdopen(output[0], "r");
    std::array<char, 4096> name{};
    std::array<char, 4096> value{};
    while (!ready() && std::fscanf(lines, "%4095s %4095s", name.data(), value.data()) == 2) {
        m_values[name.data()] = value.data();
    }
    std::fclose(lines);
}

FaultyServer::~FaultyServer()
{
    close(m_input);
    if (m_process > 0) {
        waitpid(m_process, nullptr, 0);
    }
}

std::string FaultyServer::url(const std::string& path, const std::string& port) const
{
    return (port == "plain" ? "http" : "https") + ("://127.0.0.1:" + value(port) + path);
}

} // namespace anb::support
