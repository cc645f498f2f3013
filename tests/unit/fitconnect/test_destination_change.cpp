// SPDX-License-Identifier: EUPL-1.2

#include "base/file.hpp"
#include "base/text.hpp"
#include "fitconnect/destination_change.hpp"
#include "unit/fitconnect/bench.hpp"

#include <doctest/doctest.h>

#include <algorithm>

using namespace anb;
using bench::code_of;
using bench::get;
using fitconnect::KeyRole;

namespace {

const std::string k_list = "https://destination_url.example/v1/destinations";
const std::string k_own = "https://destination_url.example/v2/destinations/" + bench::k_id;

fitconnect::NewDestination wanted()
{
    const auto model = bench::destination();
    return {{model.name, *model.contact, model.services, fitconnect::default_metadata_versions()},
            {bench::jwk(KeyRole::encryption, "schluessel-enc"), "keys/enc"},
            {bench::jwk(KeyRole::signature, "schluessel-sig"), "keys/sig"}};
}

std::vector<std::string> errors_of(const fitconnect::NewDestination& destination,
                                   bool production = false)
{
    fitconnect::KeyRules rules;
    rules.at = bench::k_now;
    rules.production = production;
    std::vector<std::string> codes;
    for (const auto& finding : fitconnect::check_new(destination, rules).findings) {
        if (finding.severity == base::Severity::error) {
            codes.push_back(finding.code);
        }
    }
    return codes;
}

bool contains(const std::vector<std::string>& codes, const char* code)
{
    return std::find(codes.begin(), codes.end(), code) != codes.end();
}

std::string page(const std::vector<fitconnect::Destination>& destinations)
{
    auto array = json::Value::array();
    for (const auto& each : destinations) {
        array.push_back(fitconnect::to_json(each));
    }
    return json::dump({{"count", destinations.size()},
                       {"totalCount", destinations.size()},
                       {"destinations", array}});
}

std::filesystem::path fresh_folder(const char* name)
{
    const auto folder = std::filesystem::temp_directory_path() /
                        ("anb-test-" + std::to_string(::getpid()) + "-" + name);
    std::filesystem::remove_all(folder);
    std::filesystem::create_directories(folder);
    return folder;
}

void write(const std::filesystem::path& file, const std::string& text)
{
    base::write_file(file, base::as_bytes(text), base::Access::everyone);
}

} // namespace

TEST_CASE("fitconnect::difference: names every value that differs")
{
    const json::Value before = {{"status", "created"}, {"a", {{"b", {1, 2}}}}, {"gone", true}};
    const json::Value after = {{"status", "active"}, {"a", {{"b", {1, 3}}}}, {"new", "x"}};
    const auto changes = fitconnect::difference(before, after);
    REQUIRE(changes.size() == 4);
    CHECK(changes[0].member == "status");
    CHECK(changes[0].before == "created");
    CHECK(changes[0].after == "active");
    CHECK(changes[1].member == "a/b/1");
    CHECK(changes[2].member == "new");
    CHECK(changes[2].before.empty());
    CHECK(changes[3].member == "gone");
    CHECK(changes[3].after.empty());
    CHECK(fitconnect::difference(after, after).empty());
    CHECK(fitconnect::difference(json::Value::object(), json::Value::object()).empty());
}

TEST_CASE("fitconnect::check_new: judges everything before anything is sent")
{
    CHECK(errors_of(wanted()).empty());
    CHECK(contains(errors_of(wanted(), true), "ANB-J513"));

    auto same_kid = wanted();
    same_kid.signature_key.jwk.kid = same_kid.encryption_key.jwk.kid;
    CHECK(contains(errors_of(same_kid), "ANB-F255"));

    auto swapped = wanted();
    std::swap(swapped.encryption_key, swapped.signature_key);
    CHECK(contains(errors_of(swapped), "ANB-J506"));

    auto nameless = wanted();
    nameless.draft.contact.legal_name.clear();
    CHECK(contains(errors_of(nameless), "ANB-F270"));

    auto nowhere = wanted();
    nowhere.draft.services[0].regions.clear();
    CHECK(contains(errors_of(nowhere), "ANB-F272"));

    auto nothing = wanted();
    nothing.draft.services.clear();
    CHECK(contains(errors_of(nothing), "ANB-F272"));

    auto old = wanted();
    old.draft.metadata_versions = {"1.0.0"};
    CHECK(contains(errors_of(old), "ANB-F210"));
}

TEST_CASE("fitconnect::create_destination: sends what the Destination API wants, and no secret")
{
    bench::Recorded recorded(
        {{"POST", k_list, {201, {}, R"({"destinationId":")" + bench::k_id + R"("})"}}});
    const auto created = fitconnect::create_destination(recorded.api, wanted());
    CHECK(created.id.str() == bench::k_id);
    CHECK(created.status == "created");
    const auto body = json::parse(recorded.transport.sent().at(0).body, "sent");
    for (const auto* member : {"name", "contactInformation", "services", "encryptionKid",
                               "encryptionPublicKey", "signingPublicKey", "metadataVersions"}) {
        CHECK(body.contains(member));
    }
    CHECK(body.at("encryptionKid") == body.at("encryptionPublicKey").at("kid"));
    CHECK(body.at("signingPublicKey").at("alg") == "PS512");
    CHECK_FALSE(body.at("encryptionPublicKey").contains("d"));
    CHECK(fitconnect::create_summary(wanted()).at("signingPublicKey").is_string());
}

TEST_CASE("fitconnect::find_own_destination: knows it by its encryption key")
{
    const auto url = k_list + "?limit=500&offset=0";
    bench::Recorded there({get(url, page({bench::destination()}))});
    CHECK(fitconnect::find_own_destination(there.api, "schluessel-enc")->id.str() == bench::k_id);
    bench::Recorded other({get(url, page({bench::destination()}))});
    CHECK_FALSE(fitconnect::find_own_destination(other.api, "another-key"));
}

TEST_CASE("fitconnect::patch_destination: writes only over the state that was seen")
{
    auto before = bench::destination();
    before.status = "created";
    const auto shown = [](const fitconnect::Destination& destination) {
        return get(k_own, json::dump(fitconnect::to_json(destination)));
    };
    bench::Recorded good({shown(before),
                          {"PATCH", k_list + "/" + bench::k_id, {200, {}, "{}"}},
                          shown(bench::destination())});
    const auto after = fitconnect::patch_destination(good.api, before, {{"status", "active"}});
    CHECK(after.status == "active");
    const auto& request = good.transport.sent().at(1);
    CHECK(request.body == R"({"status":"active"})");
    CHECK(request.headers.at(0).second == "application/merge-patch+json");

    auto changed = before;
    changed.metadata_versions = {"2.1.0"};
    bench::Recorded raced({shown(changed)});
    CHECK(code_of([&] {
              fitconnect::patch_destination(raced.api, before, {{"status", "active"}});
          }) == "ANB-F405");
}

TEST_CASE("fitconnect::settle: says when it is unclear whether the service acted")
{
    bench::Recorded recorded({});
    const auto id = bench::destination().id;
    const auto lost = [](const char* sent) {
        return base::Error(base::ErrorKind::try_later, "ANB-N308",
                           {{"host", "x.example"}, {"sent", sent}});
    };
    const auto settled = [&](bool done, const base::Error& error) {
        return code_of([&] {
            fitconnect::settle(recorded.api, id, [&](bool& acted) {
                acted = done;
                throw base::Error(error);
            });
        });
    };
    CHECK(settled(false, lost("")) == "ANB-N308");
    CHECK(settled(false, lost("yes")) == "ANB-F407");
    CHECK(settled(true, lost("")) == "ANB-F407");
}

TEST_CASE("fitconnect::patch_destination: an unconfirmed change is not called none")
{
    const auto before = bench::destination();
    bench::Recorded unread({get(k_own, json::dump(fitconnect::to_json(before))),
                            {"PATCH", k_list + "/" + bench::k_id, {200, {}, "{}"}},
                            {"GET", k_own, {503, {}, ""}}});
    try {
        fitconnect::patch_destination(unread.api, before, {{"status", "inactive"}});
        FAIL("nothing thrown");
    } catch (const base::Error& error) {
        CHECK(error.code() == "ANB-F407");
        CHECK(error.kind() == base::ErrorKind::try_later);
        CHECK(error.values().at(0).second == bench::k_id);
    }
    bench::Recorded refused({get(k_own, json::dump(fitconnect::to_json(before))),
                             {"PATCH", k_list + "/" + bench::k_id, {422, {}, ""}}});
    CHECK(code_of([&] {
              fitconnect::patch_destination(refused.api, before, {{"status", "inactive"}});
          }) == "ANB-F406");
}

TEST_CASE("fitconnect::save_state: is a document that others read, and is never overwritten")
{
    const auto folder = fresh_folder("undo");
    const auto file = folder / "undo.json";
    fitconnect::save_state(file, bench::destination(), bench::environment(), bench::k_now);
    const auto text = base::read_file(file.string(), 1 << 20);
    const auto document = json::parse(base::as_text(text), "undo.json");
    CHECK(fitconnect::read_destination_id(document, "undo.json").str() == bench::k_id);
    const auto draft = fitconnect::parse_draft(json::Reader(document, "undo.json"));
    CHECK(draft.services.size() == 1);
    CHECK(draft.contact.email == "ozg@musterstadt.example");
    CHECK(code_of([&] {
              fitconnect::save_state(file, bench::destination(), bench::environment(),
                                     bench::k_now);
          }) == "ANB-G205");
    std::filesystem::remove_all(folder);
}

TEST_CASE("fitconnect::load_local_key: takes public keys only")
{
    const auto folder = fresh_folder("keys");
    const auto file = folder / fitconnect::public_file_name(KeyRole::encryption);
    CHECK_FALSE(fitconnect::find_local_key(folder, KeyRole::encryption));
    CHECK_FALSE(fitconnect::find_local_key({}, KeyRole::encryption));
    CHECK(code_of([&] { fitconnect::load_local_key(folder, KeyRole::encryption); }) == "ANB-G201");

    auto value = jose::to_json(bench::jwk(KeyRole::encryption, "schluessel-enc"));
    write(file, json::dump(value));
    const auto found = fitconnect::find_local_key(folder, KeyRole::encryption);
    REQUIRE(found);
    CHECK(fitconnect::describe(found->jwk) == "RSA 4096, RSA-OAEP-256, kid schl…enc, ≤ 2027-11-23");

    value["d"] = "AQAB";
    write(file, json::dump(value));
    CHECK(code_of([&] { fitconnect::load_local_key(folder, KeyRole::encryption); }) == "ANB-J210");
    write(file, "not json");
    CHECK(code_of([&] { fitconnect::find_local_key(folder, KeyRole::encryption); }) == "ANB-G301");
    std::filesystem::remove_all(folder);
}

TEST_CASE("fitconnect::confirmation: is the beginning of the service key")
{
    CHECK(fitconnect::confirmation(wanted().draft) == "99123456");
}
