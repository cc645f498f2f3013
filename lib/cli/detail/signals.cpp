// SPDX-License-Identifier: EUPL-1.2

#include "cli/detail/signals.hpp"

#include <fmt/format.h>

#include <atomic>
#include <cerrno>
#include <csignal>
#include <string>
#include <unistd.h>

namespace anb::cli::detail {

namespace {

constexpr unsigned k_patience_s = 2;

std::string sentence;
std::atomic<int> received = 0;
std::atomic<int> terminal = -1;
termios terminal_before{};

static_assert(std::atomic<int>::is_always_lock_free);

Exit exit_of(int signal)
{
    return signal == SIGINT ? Exit::interrupted : Exit::terminated;
}

void restore_terminal()
{
    const int descriptor = terminal.exchange(-1);
    if (descriptor >= 0) {
        tcsetattr(descriptor, TCSANOW, &terminal_before);
    }
}

void on_signal(int signal)
{
    const int number = errno;
    int first = 0;
    if (!received.compare_exchange_strong(first, signal)) {
        restore_terminal();
        _exit(static_cast<int>(exit_of(first)));
    }
    if (::write(STDERR_FILENO, sentence.data(), sentence.size()) >= 0) {
        alarm(k_patience_s);
    }
    errno = number;
}

void install(int signal)
{
    struct sigaction action {};
    sigaction(signal, nullptr, &action);
    if (action.sa_handler == SIG_IGN) {
        return;
    }
    action = {};
    action.sa_handler = on_signal;
    sigemptyset(&action.sa_mask);
    sigaction(signal, &action, nullptr);
}

} // namespace

void handle_signals(std::string_view tool, messages::Language language)
{
    constexpr messages::Text k_stopping{"wird an der nächsten sicheren Stelle beendet.",
                                        "stopping at the next safe point."};
    sentence = fmt::format("\n{}: {}\n", tool, k_stopping.in(language));
    for (const int signal : {SIGINT, SIGTERM, SIGHUP, SIGALRM}) {
        install(signal);
    }
    std::signal(SIGPIPE, SIG_IGN);
}

std::optional<Exit> stopped_by()
{
    const int signal = received.load();
    return signal == 0 ? std::nullopt : std::optional(exit_of(signal));
}

HiddenTyping::HiddenTyping(int descriptor)
{
    if (tcgetattr(descriptor, &terminal_before) != 0) {
        return;
    }
    auto hidden = terminal_before;
    hidden.c_lflag &= ~static_cast<tcflag_t>(ECHO);
    hidden.c_lflag |= ICANON | ISIG | ECHONL;
    terminal = descriptor;
    tcsetattr(descriptor, TCSAFLUSH, &hidden);
}

HiddenTyping::~HiddenTyping()
{
    restore_terminal();
}

} // namespace anb::cli::detail
