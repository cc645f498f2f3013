// SPDX-License-Identifier: EUPL-1.2

#include "base/error.hpp"
#include "base/file.hpp"
#include "base/text.hpp"
#include "bench.hpp"
#include "sandbox/state_folder.hpp"

#include <doctest/doctest.h>

#include <atomic>
#include <thread>

using namespace anb;
using namespace anb::sandbox;
using namespace anb::sandbox::testing;

namespace {

constexpr std::uint64_t k_limit = 10'000'000;

std::string code_of(const Options& options)
{
    try {
        Sandbox sandbox(options);
        return "";
    } catch (const base::Error& error) {
        return error.code();
    }
}

} // namespace

TEST_CASE("sandbox: a restart goes on where it ended")
{
    Bench bench;
    const auto address = bench.sandbox().address();
    const auto destination = bench.active_destination();
    const auto created = submitted(bench, destination);
    bench.restart();
    CHECK(bench.sandbox().address() == address);
    CHECK(bench.get("/submission-api/v2/submissions", As::subscriber).json().at("count") == 1);
    const auto case_id = created.at("caseId").get<std::string>();
    const auto token = event("accept-submission", destination, case_id, created.at("submissionId"),
                             json::Value::object());
    CHECK(bench
              .send("POST", "/submission-api/v2/cases/" + case_id + "/events", As::subscriber,
                    token, "application/jose")
              .status == 204);
}

TEST_CASE("sandbox: a state with signed documents keeps its address")
{
    Bench bench;
    bench.active_destination();
    Options options;
    options.state = bench.state();
    options.pki = bench.sandbox().ca_file().parent_path();
    CHECK(code_of(options) == "ANB-G601");
    options.listen = "localhost";
    CHECK(code_of(options) == "ANB-G603");
}

TEST_CASE("sandbox: refuses foreign addresses, damaged states and faulty scripts")
{
    Options options;
    options.listen = "0.0.0.0";
    CHECK(code_of(options) == "ANB-G600");

    Bench bench;
    options = {};
    options.state = bench.state();
    options.pki = bench.sandbox().ca_file().parent_path();
    options.faults = "GET";
    CHECK(code_of(options) == "ANB-G602");
    options.faults.clear();
    base::write_file(bench.state() / "test/destinations/x.json", base::as_bytes("{}"),
                     base::Access::everyone);
    CHECK(code_of(options) == "ANB-G604");
}

TEST_CASE("sandbox: a private state goes with the sandbox")
{
    std::filesystem::path path;
    {
        const StateFolder folder("");
        path = folder.path();
        CHECK(folder.temporary());
        CHECK((std::filesystem::status(path).permissions() & std::filesystem::perms::others_all) ==
              std::filesystem::perms::none);
    }
    CHECK_FALSE(std::filesystem::exists(path));
}

TEST_CASE("sandbox: the environment file names both environments and no secret")
{
    Bench bench;
    const auto text = bench.sandbox().environments_toml();
    CHECK(text.starts_with("[test]\n"));
    CHECK(text.find("\n[prod]\n") != std::string::npos);
    CHECK(text.find("submission_v1_url = \"" + bench.sandbox().address() +
                    "/prod/submission-api-v1\"") != std::string::npos);
    const auto& client = bench.sandbox().environment("test").clients.sender();
    CHECK(text.find(client.id) != std::string::npos);
    CHECK(text.find(base::to_text(base::read_file(client.secret_file.string(), k_limit))) ==
          std::string::npos);
    CHECK_FALSE(base::readable_by_others(client.secret_file));
}

TEST_CASE("sandbox: records are complete and hold no secret")
{
    Options options;
    Bench probe;
    options.record = probe.state() / "record";
    Bench bench(options);
    const auto destination = bench.active_destination();
    const auto records =
        base::to_text(base::read_file((options.record / "exchanges.jsonl").string(), k_limit));
    const auto lines = base::split(base::trim(records), '\n');
    REQUIRE(lines.size() == 3);
    const auto login = json::parse(lines[0], "record");
    CHECK(login.at("body").get<std::string>().find("client_secret=***") != std::string::npos);
    CHECK(login.at("response_body").get<std::string>().find("***") != std::string::npos);
    const auto creation = json::parse(lines[1], "record");
    CHECK(creation.at("method") == "POST");
    CHECK(creation.at("path") == "/test/destination-api/v1/destinations");
    CHECK(creation.at("headers").at("authorization") == "Bearer ***");
    CHECK(creation.at("status") == 201);
    const auto body = json::parse(creation.at("body").get<std::string>(), "body");
    CHECK(body.at("name") == "Testzustellpunkt");
    CHECK(records.find(bench.token(As::subscriber)) == std::string::npos);
    const auto log =
        base::to_text(base::read_file((bench.state() / "requests.jsonl").string(), k_limit));
    CHECK(log.find("anbindung-test") != std::string::npos);
    CHECK(log.find(bench.token(As::subscriber)) == std::string::npos);
}

TEST_CASE("sandbox: parallel requests do not disturb one another")
{
    Bench bench;
    const auto destination = bench.active_destination();
    bench.token(As::sender);
    std::atomic<int> created = 0;
    std::vector<std::thread> threads;
    for (int i = 0; i < 8; ++i) {
        threads.emplace_back([&] {
            for (int k = 0; k < 5; ++k) {
                const auto answer = bench.send(
                    "POST", "/submission-api/v2/submissions", As::sender,
                    json::dump(
                        {{"destinationId", destination},
                         {"announcedAttachments", json::Value::array()},
                         {"publicService",
                          {{"name", "Testleistung"},
                           {"identifier", std::string("urn:de:fim:leika:leistung:") + k_leika}}}}));
                created += answer.status == 201 ? 1 : 0;
            }
        });
    }
    for (auto& thread : threads) {
        thread.join();
    }
    CHECK(created == 40);
    CHECK(bench.sandbox().environment("test").store.submissions.size() == 40);
}
