// SPDX-License-Identifier: EUPL-1.2

#include "base/file.hpp"
#include "crypto/random.hpp"
#include "sandbox/dvdv/directory.hpp"

#include <doctest/doctest.h>

#include <fstream>

using namespace anb;
using namespace anb::sandbox;

namespace {

struct Folder {
    std::filesystem::path path =
        std::filesystem::temp_directory_path() / ("anb-dvdv-" + crypto::random_uuid());
    std::vector<std::string> complaints;

    Folder() { base::make_folder(path); }
    Folder(const Folder&) = delete;
    Folder& operator=(const Folder&) = delete;
    ~Folder() { std::filesystem::remove_all(path); }

    void write(const std::string& name, const std::string& text) const
    {
        base::make_folder((path / name).parent_path());
        std::ofstream(path / name, std::ios::binary) << text;
    }

    DvdvDirectory directory(base::Seconds lag = base::Seconds(0))
    {
        return {"test",
                {path, lag,
                 [this](const std::filesystem::path& file, const base::Error& error) {
                     complaints.push_back(file.filename().string() + " " + error.code());
                 }},
                {}};
    }
};

std::string organization(const std::string& name, const std::string& more = {})
{
    return R"({"nameDe":")" + name + R"(","category":"Sozialamt","organizationKeys":["soa:1234"])" +
           more + "}";
}

std::string names(DvdvDirectory& directory, DvdvInstance instance = DvdvInstance::primary,
                  const char* at = "2026-11-23")
{
    std::string all;
    for (const auto& entry : directory.view(instance, *base::parse_time(at)).entries) {
        all += (all.empty() ? "" : " ") + entry->light.at("nameDe").get<std::string>();
    }
    return all;
}

} // namespace

TEST_CASE("sandbox::DvdvDirectory: shows files as they come, change and go")
{
    Folder folder;
    auto directory = folder.directory();
    CHECK(names(directory).empty());
    folder.write("test/b.json", organization("Zwei"));
    folder.write("test/a.json", organization("Eins"));
    folder.write("test/.c.json.tmp", "{");
    folder.write("test/.c.json", "{");
    folder.write("prod/d.json", organization("Drei"));
    CHECK(names(directory) == "Eins Zwei");
    folder.write("test/a.json", organization("Acht"));
    CHECK(names(directory) == "Acht Zwei");
    folder.write("test/a.json", organization("Fünf"));
    CHECK(names(directory) == "Fünf Zwei");
    std::filesystem::remove(folder.path / "test/b.json");
    CHECK(names(directory) == "Fünf");
    CHECK(folder.complaints.empty());
}

TEST_CASE("sandbox::DvdvDirectory: a broken file keeps its last good state and is told once")
{
    Folder folder;
    auto directory = folder.directory();
    folder.write("test/a.json", organization("Eins"));
    CHECK(names(directory) == "Eins");
    folder.write("test/a.json", R"({"nameDe":)");
    CHECK(names(directory) == "Eins");
    CHECK(names(directory) == "Eins");
    CHECK(folder.complaints == std::vector<std::string>{"a.json ANB-G301"});
    folder.write("test/a.json", organization("Acht"));
    CHECK(names(directory) == "Acht");
    folder.write("test/b.json", "[1]");
    CHECK(names(directory) == "Acht");
    CHECK(folder.complaints.back() == "b.json ANB-G302");
}

TEST_CASE("sandbox::DvdvDirectory: a file that an entry names counts as part of it")
{
    Folder folder;
    auto directory = folder.directory();
    const auto document = [&] {
        const auto view = directory.view(DvdvInstance::primary, base::now());
        return view.entries.empty() ? std::string()
                                    : view.entries.front()
                                          ->services.front()
                                          .value.at("serviceSpecificationDocument")
                                          .get<std::string>();
    };
    folder.write("test/a.json",
                 organization("Eins", R"(,"services":[{"serviceSpecificationDocument":)"
                                      R"({"file":"../a.wsdl"}}])"));
    CHECK(document().empty());
    CHECK(folder.complaints == std::vector<std::string>{"a.json ANB-G201"});
    folder.write("a.wsdl", "<a/>");
    CHECK(document() == "<a/>");
    folder.write("a.wsdl", "<b/>");
    CHECK(document() == "<b/>");
}

TEST_CASE("sandbox::DvdvDirectory: the replica has its own files and lags behind")
{
    Folder folder;
    folder.write("test/a.json", organization("Eins"));
    folder.write("test/b.json", organization("Neu", R"(,"enteredAt":"2026-11-23T10:00:00Z")"));
    folder.write("test-replica/a.json", organization("Alt"));
    folder.write("test-replica/c.json", organization("Gelöscht"));
    auto directory = folder.directory(base::Seconds(3600));
    CHECK(names(directory, DvdvInstance::primary, "2026-11-23T10:30:00Z") == "Eins Neu");
    CHECK(names(directory, DvdvInstance::replica, "2026-11-23T10:30:00Z") == "Alt Gelöscht");
    CHECK(names(directory, DvdvInstance::replica, "2026-11-23T11:00:00Z") == "Alt Neu Gelöscht");
}

TEST_CASE("sandbox::DvdvDirectory: categories of a file, and those that stand nowhere")
{
    Folder folder;
    folder.write("test/a.json", organization("Eins"));
    folder.write("test/categories.json", R"([{"name":"Alle","children":[{"name":"Archiv",)"
                                         R"("serviceSpecificationUris":["urn:beispiel:1"]}]}])");
    auto directory = folder.directory();
    const auto view = directory.view(DvdvInstance::primary, base::now());
    CHECK(view.entries.size() == 1);
    CHECK(json::dump(view.category_tree()) ==
          R"([{"name":"Alle","children":[{"name":"Archiv","children":[]}]},)"
          R"({"name":"Weitere","children":[{"name":"Sozialamt","children":[]}]}])");
    CHECK(view.uris_of("Archiv") == std::vector<std::string>{"urn:beispiel:1"});
    CHECK(view.uris_of("Sozialamt").empty());
}
