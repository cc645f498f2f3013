// SPDX-License-Identifier: EUPL-1.2

#include "fake_tool.hpp"

#include "base/file.hpp"

#include <doctest/doctest.h>

#include <cstdlib>
#include <fcntl.h>
#include <sys/wait.h>
#include <unistd.h>

namespace fake {

using namespace anb;

namespace {

constexpr cli::Example k_examples[] = {
    {"fake-tool stadt.pem", {"Mit einer Datei", "With a file"}},
    {"fake-tool --json stadt.pem"},
    {"fake-tool --kind root stadt.pem"},
    {"fake-tool show stadt.pem"},
};

constexpr cli::ToolInfo k_tool{
    .name = "fake-tool",
    .summary = {"Tut nur so", "Only pretends"},
    .examples = k_examples,
    .formats = "tsv nagios checkmk prometheus junit html md ics",
    .monitoring_name = "FAKE",
};

Work current_work;

void declare_plain(CLI::App& app, Options& options, cli::Say say)
{
    app.add_option("FILE", options.files, say("Dateien", "Files"))->required();
    app.add_option("--kind", options.kind, say("Art", "Kind"))
        ->check(CLI::IsMember({"leaf", "root"}));
    app.add_option("--number", options.number, say("Zahl", "Number"));
    auto* flag = app.add_flag("--flag", options.flag, say("Schalter", "Switch"));
    app.add_option("--needs-flag", options.needs_flag, say("Braucht --flag", "Needs --flag"))
        ->needs(flag);
}

void declare_commands(CLI::App& app, Options& options, cli::Say say)
{
    app.require_subcommand(1);
    auto* show = app.add_subcommand("show", say("Zeigt etwas", "Shows something"));
    show->add_option("FILE", options.files, say("Dateien", "Files"))->required();
    auto* change = app.add_subcommand("change", say("Ändert etwas", "Changes something"));
    change->add_option("--number", options.number, say("Zahl", "Number"))->required();
}

cli::Exit run(const Options& options, cli::Io& io)
{
    return current_work ? current_work(options, io) : cli::Exit::ok;
}

int live(const Call& call)
{
    std::vector<std::string> words{"fake-tool"};
    words.insert(words.end(), call.arguments.begin(), call.arguments.end());
    std::vector<char*> argv;
    for (auto& word : words) {
        argv.push_back(word.data());
    }
    argv.push_back(nullptr);
    return cli::tool_main<Options>(k_tool, static_cast<int>(words.size()), argv.data(),
                                   call.with_commands ? declare_commands : declare_plain, run);
}

void redirect(const std::string& path, int descriptor, int flags)
{
    const int opened = ::open(path.c_str(), flags, 0600);
    ::dup2(opened, descriptor);
    ::close(opened);
}

void set_environment(const std::map<std::string, std::string>& environment)
{
    for (const auto* name : {"ANB_LANG", "LC_ALL", "LC_MESSAGES", "LANG", "ANB_ENV", "ANB_PROFILE",
                             "ANB_PLAIN", "ANB_NO_INPUT", "ANB_OFFLINE", "CREDENTIALS_DIRECTORY"}) {
        ::unsetenv(name);
    }
    for (const auto& [name, value] : environment) {
        ::setenv(name.c_str(), value.c_str(), 1);
    }
}

} // namespace

Folder::Folder()
{
    auto name = (std::filesystem::temp_directory_path() / "anb-test-XXXXXX").string();
    REQUIRE(::mkdtemp(name.data()) != nullptr);
    m_path = name;
}

Folder::~Folder()
{
    std::error_code ignored;
    std::filesystem::remove_all(m_path, ignored);
}

Outcome call(const Call& call, Work work)
{
    const Folder folder;
    const auto out = call.out_path.empty() ? folder / "out" : call.out_path;
    const auto err = folder / "err";
    current_work = std::move(work);
    const int child = ::fork();
    REQUIRE(child >= 0);
    if (child == 0) {
        redirect("/dev/null", STDIN_FILENO, O_RDONLY);
        redirect(out, STDOUT_FILENO, O_WRONLY | O_CREAT);
        redirect(err, STDERR_FILENO, O_WRONLY | O_CREAT);
        set_environment(call.environment);
        ::_exit(live(call));
    }
    if (call.meanwhile) {
        call.meanwhile(child);
    }
    int status = 0;
    REQUIRE(::waitpid(child, &status, 0) == child);
    Outcome outcome;
    outcome.code = WIFEXITED(status) ? WEXITSTATUS(status) : -WTERMSIG(status);
    if (call.out_path.empty()) {
        outcome.out = base::to_text(base::read_file(out, 1 << 20));
    }
    outcome.err = base::to_text(base::read_file(err, 1 << 20));
    return outcome;
}

} // namespace fake
