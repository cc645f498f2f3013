// Text, JSON, files and what happens when they cannot be written.
// SPDX-License-Identifier: EUPL-1.2

#include "fake_tool.hpp"
#include "json/json.hpp"

#include <doctest/doctest.h>

#include <filesystem>
#include <unistd.h>

using namespace anb;

namespace {

base::Report sample()
{
    base::Report report;
    report.subject = "file:stadt.pem";
    report.facts = {{"subject", "CN=Musterstadt"}, {"days_left", "83", true}};
    report.findings.push_back({.severity = base::Severity::warning,
                               .code = "ANB-G124",
                               .values = {{"file", "kennwort"}},
                               .where = "stadt.pem#2",
                               .element = "password_file",
                               .found = "0644",
                               .expected = "0600",
                               .rule = "leitfaden:3.3"});
    report.unchecked.push_back({"revocation", "offline"});
    return report;
}

cli::Exit show_sample(const fake::Options&, cli::Io& io)
{
    io.line("Ergebnis");
    io.table({{}, {{"Inhaber", "Musterstadt"}}, 2});
    io.add(sample());
    io.document()["own"] = {1, 2};
    io.event({{"step", 1}});
    return io.verdict();
}

} // namespace

TEST_CASE("cli: text shows lines and tables on stdout and findings on stderr")
{
    const auto outcome =
        fake::call({.arguments = {"x"}, .environment = {{"LANG", "de"}}}, show_sample);
    CHECK(outcome.code == 1);
    CHECK(outcome.out == "Ergebnis\n"
                         "  Inhaber  Musterstadt\n"
                         "Nicht geprüft: Sperrstatus (ohne Netz)\n");
    CHECK(outcome.err == "fake-tool: WARNUNG ANB-G124: stadt.pem#2: Die Kennwortdatei kennwort ist "
                         "für andere lesbar.\n"
                         "  Gefunden / Erwartet:  0644 / 0600\n"
                         "  Zuständig:            Kommune\n"
                         "  Nächster Schritt:     Rechte einschränken: chmod 600 kennwort\n");
}

TEST_CASE("cli: --json prints one document with the promised members")
{
    const auto outcome =
        fake::call({.arguments = {"x", "--json", "--env", "prod", "--at", "2026-05-01", "--profile",
                                  "a/musterstadt.toml"}},
                   show_sample);
    CHECK(outcome.code == 1);
    CHECK(outcome.err.empty());
    CHECK(outcome.out.ends_with("}\n"));
    const auto document = json::parse(outcome.out, "stdout");
    CHECK(document["schema"] == "https://anbindung.example/schema/fake-tool/1");
    CHECK(document["tool"] == "fake-tool");
    CHECK(document["version"] == std::string(cli::version()));
    CHECK(document["environment"] == "prod");
    CHECK(document["profile"] == "musterstadt");
    CHECK(document["judged_at"] == "2026-05-01T00:00:00Z");
    CHECK(document["checked_at"] != document["judged_at"]);
    CHECK(document["result"] == "warning");
    CHECK(document["exit_code"] == 1);
    CHECK(document["subjects"] == json::Value::parse(R"([{"id":"file:stadt.pem",
        "subject":"CN=Musterstadt","days_left":83}])"));
    CHECK(document["findings"][0] == json::Value::parse(R"({"code":"ANB-G124",
        "severity":"warning","subject":"file:stadt.pem","where":"stadt.pem#2",
        "element":"password_file","found":"0644","expected":"0600","responsible":"kommune",
        "rule":"leitfaden:3.3",
        "text":"stadt.pem#2: The password file kennwort may be read by others."})"));
    CHECK(document["unchecked"][0]["element"] == "revocation");
    CHECK(document["own"] == json::Value::parse("[1,2]"));
}

TEST_CASE("cli: --jsonl prints findings and events as they happen")
{
    const auto outcome = fake::call({.arguments = {"x", "--jsonl"}}, show_sample);
    CHECK(outcome.code == 1);
    std::vector<std::string> types;
    for (std::size_t at = 0; at < outcome.out.size();) {
        const auto end = outcome.out.find('\n', at);
        types.push_back(json::parse(outcome.out.substr(at, end - at), "line")["type"]);
        at = end + 1;
    }
    CHECK(types == std::vector<std::string>{"subject", "finding", "unchecked", "event"});
}

TEST_CASE("cli: --jsonl prints a subject with a result of its own as one line")
{
    const auto outcome = fake::call({.arguments = {"x", "--jsonl"}}, [](const auto&, cli::Io& io) {
        auto report = sample();
        report.facts.insert(report.facts.begin(), {"result", "would_change"});
        io.add(std::move(report));
        return io.verdict();
    });
    CHECK(outcome.code == 1);
    REQUIRE(outcome.out.find('\n') == outcome.out.size() - 1);
    const auto line = json::parse(outcome.out, "line");
    CHECK(line["type"] == "subject");
    CHECK(line["id"] == "file:stadt.pem");
    CHECK(line["result"] == "would_change");
    CHECK(line["findings"][0]["code"] == "ANB-G124");
    CHECK(line["unchecked"][0]["element"] == "revocation");
}

TEST_CASE("cli: a failure in json mode is a document and a message")
{
    const auto outcome =
        fake::call({.arguments = {"x", "--json"}}, [](const auto&, auto&) -> cli::Exit {
            throw base::Error(base::ErrorKind::missing, "ANB-G201", {{"file", "weg.pem"}});
        });
    CHECK(outcome.code == 66);
    const auto document = json::parse(outcome.out, "stdout");
    CHECK(document["result"] == "error");
    CHECK(document["exit_code"] == 66);
    CHECK(document["findings"][0]["code"] == "ANB-G201");
    CHECK(outcome.err.find("ANB-G201") != std::string::npos);
}

TEST_CASE("cli: a format that the tool renders itself leaves stdout to it")
{
    const auto outcome =
        fake::call({.arguments = {"x", "--format", "tsv"}}, [](const auto&, cli::Io& io) {
            io.line("for people");
            io.data(base::as_bytes("a\tb\n"));
            return cli::Exit::ok;
        });
    CHECK(outcome.out == "a\tb\n");
}

TEST_CASE("cli: data is printed as it is, without a document")
{
    const auto outcome = fake::call({.arguments = {"x", "--json"}}, [](const auto&, cli::Io& io) {
        io.data(base::as_bytes("{\"kty\":\"RSA\"}"));
        return cli::Exit::ok;
    });
    CHECK(outcome.out == "{\"kty\":\"RSA\"}");
}

TEST_CASE("cli: -o publishes the result on success and leaves nothing behind on failure")
{
    const fake::Folder folder;
    const auto target = folder / "result";
    const auto work = [](const fake::Options& options, cli::Io& io) -> cli::Exit {
        io.line("half");
        if (options.flag) {
            throw base::Error(base::ErrorKind::io, "ANB-G204");
        }
        return static_cast<cli::Exit>(options.number);
    };
    CHECK(fake::call({.arguments = {"x", "-o", target, "--flag"}}, work).code == 74);
    CHECK(std::filesystem::is_empty(folder.path()));
    CHECK(fake::call({.arguments = {"x", "-o", target, "--number", "69"}}, work).code == 69);
    CHECK(std::filesystem::is_empty(folder.path()));
    CHECK(fake::call({.arguments = {"x", "-o", target, "--number", "2"}}, work).code == 2);
    CHECK(base::to_text(base::read_file(target, 100)) == "half\n");
    CHECK(fake::call({.arguments = {"x", "-o", folder / "no/such"}}, work).code == 74);
}

TEST_CASE("cli: -o writes to a device as it is")
{
    CHECK(fake::call({.arguments = {"x", "-o", "/dev/null"}}, show_sample).code == 1);
    CHECK(std::filesystem::is_character_file("/dev/null"));
    CHECK(fake::call({.arguments = {"x", "-o", "/dev/full"}}, show_sample).code == 74);
}

TEST_CASE("cli: an output that takes nothing ends with 74")
{
    const auto outcome = fake::call({.arguments = {"x"}, .out_path = "/dev/full"}, show_sample);
    CHECK(outcome.code == 74);
    CHECK(outcome.err.find("ANB-G207") != std::string::npos);
    CHECK(fake::call({.arguments = {"--help"}, .out_path = "/dev/full"}).code == 74);
}

TEST_CASE("cli: a reader that went away ends the output quietly")
{
    int ends[2] = {};
    REQUIRE(::pipe(ends) == 0);
    ::close(ends[0]);
    const auto outcome = fake::call({.arguments = {"x"}}, [&](const auto&, cli::Io& io) {
        ::dup2(ends[1], STDOUT_FILENO);
        for (int i = 0; i < 100000; ++i) {
            io.line("many lines");
        }
        return cli::Exit::ok;
    });
    ::close(ends[1]);
    CHECK(outcome.code == 0);
    CHECK(outcome.err.empty());
}

TEST_CASE("cli: -q, -v and -vv choose what is said, the environment line is always there")
{
    const auto said = [](std::vector<std::string> arguments) {
        arguments.push_back("x");
        return fake::call({.arguments = std::move(arguments)},
                          [](const auto&, cli::Io& io) {
                              io.environment("prod", "Proxy: none");
                              io.status("first of all");
                              io.trace(1, "level-1");
                              io.trace(2, "level-2");
                              throw base::Error(base::ErrorKind::io, "ANB-G204", {},
                                                "library text");
                              return cli::Exit::ok;
                          })
            .err;
    };
    const auto has = [](const std::string& text, const char* part) {
        return text.find(part) != std::string::npos;
    };
    const auto normal = said({});
    CHECK(normal.starts_with("Environment: PRODUCTION   Proxy: none\nfirst of all\n"));
    CHECK_FALSE(has(normal, "level-1"));
    CHECK_FALSE(has(normal, "library text"));
    CHECK(has(said({"-v"}), "level-1"));
    CHECK_FALSE(has(said({"-v"}), "level-2"));
    CHECK(has(said({"-v"}), "Details:              library text"));
    CHECK(has(said({"-vv"}), "level-2"));
    CHECK(has(said({"-q"}), "PRODUCTION"));
    CHECK_FALSE(has(said({"-q"}), "first of all"));
    CHECK(has(said({"-q"}), "ANB-G204"));
}

TEST_CASE("cli: --log-file appends JSON lines in English, readable by the owner only")
{
    const fake::Folder folder;
    const auto log = folder / "log";
    for (int i = 0; i < 2; ++i) {
        fake::call({.arguments = {"x", "--log-file", log}, .environment = {{"LANG", "de"}}},
                   show_sample);
    }
    const auto text = base::to_text(base::read_file(log, 10000));
    const auto first = json::parse(text.substr(0, text.find('\n')), "log");
    CHECK(first["level"] == "finding");
    CHECK(first["text"] == "stadt.pem#2: The password file kennwort may be read by others.");
    CHECK(text.find("exit 1", text.find("exit 1") + 1) != std::string::npos);
    CHECK_FALSE(base::readable_by_others(log));
}
