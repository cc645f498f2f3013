// A tool that exists only here, called in a process of its own as a user would call it.
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "cli/tool.hpp"

#include <filesystem>
#include <functional>
#include <map>
#include <string>
#include <vector>

namespace fake {

struct Options {
    std::vector<std::string> files;
    std::string kind = "leaf";
    int number = 0;
    bool flag = false;
    std::string needs_flag;
};

/// What the tool does when it is called; set by a test before call().
using Work = std::function<anb::cli::Exit(const Options&, anb::cli::Io&)>;

struct Outcome {
    int code = -1;
    std::string out, err;
};

struct Call {
    std::vector<std::string> arguments;
    std::map<std::string, std::string> environment{};
    std::string out_path{};     ///< where stdout goes; empty: it is captured
    bool with_commands = false; ///< the tool has the commands "show" and "change"
    /// Called in the parent with the child's process id while the tool runs.
    std::function<void(int pid)> meanwhile{};
};

Outcome call(const Call& call, Work work = {});

/// A fresh folder that is removed with its contents.
class Folder {
public:
    Folder();
    Folder(const Folder&) = delete;
    Folder& operator=(const Folder&) = delete;
    ~Folder();
    std::string operator/(const std::string& name) const { return (m_path / name).string(); }
    const std::filesystem::path& path() const { return m_path; }

private:
    std::filesystem::path m_path;
};

} // namespace fake
