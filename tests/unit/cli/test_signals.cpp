// Ctrl-C and its like.
// SPDX-License-Identifier: EUPL-1.2

#include "fake_tool.hpp"

#include <doctest/doctest.h>

#include <chrono>
#include <csignal>
#include <thread>

using namespace anb;
using namespace std::chrono_literals;

namespace {

/// Works until it is told to stop; stubborn work ignores that.
fake::Work working(bool stubborn)
{
    return [stubborn](const auto&, cli::Io& io) {
        while (stubborn || !io.cancelled()) {
            std::this_thread::sleep_for(5ms);
        }
        io.line("state saved");
        return cli::Exit::ok;
    };
}

fake::Outcome signalled(int signal, int count, bool stubborn)
{
    return fake::call({.arguments = {"x"},
                       .meanwhile =
                           [=](int pid) {
                               std::this_thread::sleep_for(300ms);
                               for (int i = 0; i < count; ++i) {
                                   ::kill(pid, signal);
                                   std::this_thread::sleep_for(100ms);
                               }
                           }},
                      working(stubborn));
}

} // namespace

TEST_CASE("cli: the first signal prints one sentence and lets the work end safely")
{
    for (const auto& [signal, code] : {std::pair{SIGINT, 130}, {SIGTERM, 143}, {SIGHUP, 143}}) {
        const auto outcome = signalled(signal, 1, false);
        CHECK(outcome.code == code);
        CHECK(outcome.out == "state saved\n");
        CHECK(outcome.err == "\nfake-tool: stopping at the next safe point.\n");
    }
}

TEST_CASE("cli: the second signal ends at once")
{
    const auto begin = std::chrono::steady_clock::now();
    CHECK(signalled(SIGINT, 2, true).code == 130);
    CHECK(std::chrono::steady_clock::now() - begin < 1500ms);
}

TEST_CASE("cli: work that does not stop is ended after two seconds")
{
    const auto begin = std::chrono::steady_clock::now();
    CHECK(signalled(SIGTERM, 1, true).code == 143);
    CHECK(std::chrono::steady_clock::now() - begin < 5s);
}

TEST_CASE("cli: an interrupted run publishes no file and shows no second error")
{
    const fake::Folder folder;
    const auto outcome = fake::call({.arguments = {"x", "-o", folder / "result"},
                                     .meanwhile =
                                         [](int pid) {
                                             std::this_thread::sleep_for(300ms);
                                             ::kill(pid, SIGTERM);
                                         }},
                                    [](const auto&, cli::Io& io) -> cli::Exit {
                                        while (!io.cancelled()) {
                                            std::this_thread::sleep_for(5ms);
                                        }
                                        throw base::Error(base::ErrorKind::try_later, "ANB-N308");
                                    });
    CHECK(outcome.code == 143);
    CHECK(outcome.err.find("ANB-") == std::string::npos);
    CHECK(std::filesystem::is_empty(folder.path()));
}
