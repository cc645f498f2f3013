// SPDX-License-Identifier: EUPL-1.2

#include "support/refusal.hpp"
#include "unit/scan/fake_clamd.hpp"

#include <doctest/doctest.h>

using namespace anb;
using namespace std::string_literals;
using scan::State;
using test::FakeClamd;

namespace {

/// "state detail" of a scan in which clamd answers so.
std::string outcome(test::Behaviour behaviour, const std::string& content = "Antrag")
{
    const FakeClamd clamd(std::move(behaviour));
    const auto result = clamd.scan(content);
    return std::string(scan::name(result.state)) +
           (result.detail.empty() ? "" : " " + result.detail);
}

std::string answered(const std::string& answer)
{
    test::Behaviour behaviour;
    behaviour.answer = answer;
    return outcome(behaviour);
}

std::string versioned(const std::string& version)
{
    test::Behaviour behaviour;
    behaviour.version = version;
    return outcome(behaviour);
}

} // namespace

TEST_CASE("scan::Scanner: a clean file, sent whole and in pieces")
{
    const FakeClamd clamd;
    for (const std::size_t size : {0U, 1U, 65'535U, 65'536U, 65'537U, 1'000'000U}) {
        std::string content(size, 'x');
        for (std::size_t i = 0; i < size; i += 1000) {
            content[i] = static_cast<char>(i / 1000);
        }
        const auto result = clamd.scan(content);
        CHECK(result.state == State::clean);
        CHECK(result.detail.empty());
        CHECK(result.engine == "ClamAV 1.4.6");
        CHECK(result.database == "27838/Thu Nov 26 08:24:33 2026");
        CHECK(clamd.received() == content);
    }
    CHECK(clamd.questions() == 12);
}

TEST_CASE("scan::Scanner: what clamd finds")
{
    CHECK(answered("stream: Eicar-Test-Signature FOUND\0"s) == "infected Eicar-Test-Signature");
    CHECK(answered("stream: Anb.Test(44d88612:68) FOUND\0"s) == "infected Anb.Test(44d88612:68)");
    CHECK(answered("stream: OK FOUND\0"s) == "infected OK");
    CHECK(answered("stream: Heuristics.Encrypted.Zip FOUND\0"s) ==
          "not_scannable encrypted_content");
    CHECK(answered("stream: Heuristics.Limits.Exceeded.MaxFileSize FOUND\0"s) ==
          "not_scannable above_scan_limits");
    CHECK(answered("INSTREAM size limit exceeded. ERROR\0"s) == "not_scannable above_scan_limits");
    CHECK(answered("stream: Can't allocate memory ERROR\0"s) == "not_scanned scanner_fault");
    CHECK(answered("stream: OK ERROR\0"s) == "not_scanned scanner_fault");
}

TEST_CASE("scan::Scanner: a truncated, decorated or hostile answer is none")
{
    for (const auto& answer : {"stream: OK"s,
                               "stream: OK\n"s,
                               "stream: OK\n\0"s,
                               "stream: OK \0"s,
                               " stream: OK\0"s,
                               "stream: ok\0"s,
                               "stream:OK\0"s,
                               "OK\0"s,
                               "stream: \0"s,
                               "stream: OK\0stream: OK\0"s,
                               "stream: OK\0x"s,
                               "\0"s,
                               "\0stream: OK\0"s,
                               "stream: FOUND\0"s,
                               "stream:  FOUND"s,
                               "stream: Eicar FOUND"s,
                               "Eicar FOUND\0"s,
                               "1: stream: OK\0"s,
                               "/etc/passwd: OK\0"s,
                               "stream: Ei\ncar FOUND\0"s,
                               "stream: \x1b[2J FOUND\0"s,
                               "stream: Vir\xfcs FOUND\0"s,
                               "UNKNOWN COMMAND\0"s,
                               "PONG\0"s,
                               "COMMAND READ TIMED OUT\0"s,
                               "stream: " + std::string(5000, 'A') + " FOUND\0"s,
                               std::string(100'000, 'A'),
                               "HTTP/1.1 200 OK\r\n\r\nstream: OK\0"s}) {
        CAPTURE(answer.substr(0, 60));
        CHECK(answered(answer) == "not_scanned bad_answer");
    }
    CHECK(answered("") == "not_scanned no_connection");
}

TEST_CASE("scan::Scanner: a version that is none")
{
    CHECK(versioned("ClamAV 1.4.6\0"s) == "clean");
    for (const auto& version :
         {"ClamAV 1.4.6"s, "ClamAV \0"s, "ClamAV\0"s, "stream: OK\0"s, "SSH-2.0-OpenSSH_9.2\r\n"s,
          "ClamAV 1.4.6\n\0"s, "ClamAV 1.4.6\0\0"s, "220 mail.example ESMTP\r\n"s}) {
        CAPTURE(version);
        CHECK(versioned(version) == "not_scanned bad_answer");
    }
    CHECK(versioned("") == "not_scanned no_connection");
}

TEST_CASE("scan::Scanner: an answer before the end of the file is believed only as a refusal")
{
    test::Behaviour behaviour;
    behaviour.answer_after = 1;
    for (const auto reads_on : {true, false}) {
        behaviour.reads_on = reads_on;
        behaviour.answer = "stream: OK\0"s;
        const auto early = outcome(behaviour, std::string(3'000'000, 'x'));
        CHECK((early == "not_scanned bad_answer" || early == "not_scanned no_connection"));
    }
    behaviour.reads_on = true;
    behaviour.answer = "INSTREAM size limit exceeded. ERROR\0"s;
    CHECK(outcome(behaviour, std::string(3'000'000, 'x')) != "clean");
}

TEST_CASE("scan::Scanner: nobody there, silent, or gone")
{
    const FakeClamd clamd;
    const auto path = clamd.file("Antrag");
    for (const auto& address : {clamd.address() + "x", path, std::string("127.0.0.1:1")}) {
        const auto result = scan::Scanner(address, test::short_limits()).scan(path);
        CHECK(result.state == State::not_scanned);
        CHECK(result.detail == "no_connection");
        CHECK(result.engine.empty());
    }
    test::Behaviour behaviour;
    behaviour.silent = true;
    CHECK(outcome(behaviour) == "not_scanned timeout");
    behaviour = {};
    behaviour.hangs_up = true;
    CHECK(outcome(behaviour) == "not_scanned no_connection");
    CHECK(test::code_of([&] { scan::Scanner(clamd.address()).scan(path + "x"); }) == "ANB-G201");
}

TEST_CASE("scan::Scanner::check: a verdict for people and for the evidence")
{
    const auto check = [](const std::string& answer) {
        test::Behaviour behaviour;
        behaviour.answer = answer;
        const FakeClamd clamd(behaviour);
        return scan::Scanner(clamd.address(), test::short_limits())
            .check(clamd.file("Antrag"), "bescheid.pdf");
    };
    const auto clean = check("stream: OK\0"s);
    CHECK(clean.subject == "file:bescheid.pdf");
    CHECK(clean.accepted());
    CHECK(clean.findings.empty());
    CHECK(*base::find_fact(clean, "scan_result") == "clean");
    CHECK(*base::find_fact(clean, "scan_engine") == "ClamAV 1.4.6");
    CHECK(*base::find_fact(clean, "scan_database") == "27838/Thu Nov 26 08:24:33 2026");

    const auto infected = check("stream: Eicar FOUND\0"s);
    REQUIRE(infected.findings.size() == 1);
    CHECK(infected.findings.front().code == "ANB-S202");
    CHECK(infected.findings.front().severity == base::Severity::error);
    CHECK(infected.findings.front().values ==
          base::Values{{"file", "bescheid.pdf"}, {"name", "Eicar"}});

    const auto above = check("INSTREAM size limit exceeded. ERROR\0"s);
    REQUIRE(above.findings.size() == 1);
    CHECK(above.findings.front().code == "ANB-S201");
    CHECK(above.findings.front().severity == base::Severity::error);

    const auto fault = check("stream: x ERROR\0"s);
    REQUIRE(fault.findings.size() == 1);
    CHECK(fault.findings.front().code == "ANB-S203");
    CHECK(fault.findings.front().severity == base::Severity::error);
    REQUIRE(fault.unchecked.size() == 1);
    CHECK(fault.unchecked.front().element == "malware");
    CHECK(fault.unchecked.front().reason == "scanner_fault");
}
