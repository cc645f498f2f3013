// Bounded reading, and writing that shows the old or the new file.
// SPDX-License-Identifier: EUPL-1.2

#include "base/error.hpp"
#include "base/file.hpp"
#include "support/refusal.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <cstdlib>
#include <iterator>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

using namespace anb;
using base::Access;
using base::as_bytes;
using base::AtomicFile;

namespace {

namespace fs = std::filesystem;

class Folder {
public:
    Folder()
    {
        auto name = (fs::temp_directory_path() / "anb-test-XXXXXX").string();
        REQUIRE(::mkdtemp(name.data()) != nullptr);
        m_path = name;
    }
    Folder(const Folder&) = delete;
    Folder& operator=(const Folder&) = delete;
    ~Folder() { fs::remove_all(m_path); }

    fs::path operator/(const char* name) const { return m_path / name; }
    std::ptrdiff_t count() const
    {
        return std::distance(fs::directory_iterator(m_path), fs::directory_iterator());
    }

private:
    fs::path m_path;
};

std::string content(const fs::path& path)
{
    return base::to_text(base::read_file(path.string(), 1 << 20));
}

unsigned mode(const fs::path& path)
{
    struct stat status {};
    REQUIRE(::stat(path.c_str(), &status) == 0);
    return status.st_mode & 0777U;
}

} // namespace

TEST_CASE("base::read_file: says what is wrong with a file it cannot read")
{
    const Folder folder;
    base::write_file(folder / "five", as_bytes("12345"), Access::everyone);
    const auto read = [&](const fs::path& path, std::uint64_t limit) {
        return test::code_of([&] { base::read_file(path.string(), limit); });
    };
    CHECK(read(folder / "five", 5) == "accepted");
    CHECK(read(folder / "five", 4) == "ANB-G203");
    CHECK(read(folder / "absent", 5) == "ANB-G201");
    CHECK(read(folder / "five/below", 5) == "ANB-G201");
    CHECK(read(folder / ".", 5) == "ANB-G203");
    CHECK(read("/dev/zero", 100000) == "ANB-G203");
}

TEST_CASE("base::read_secret_file: gives the bytes, many pieces too")
{
    const Folder folder;
    const std::string large(200000, 'x');
    base::write_file(folder / "large", as_bytes(large), Access::owner_only);
    const auto secret = base::read_secret_file((folder / "large").string(), 1 << 20);
    CHECK(base::as_text(secret.reveal()) == large);
}

TEST_CASE("base::read_secret_descriptor: reads to the end and leaves the descriptor open")
{
    int ends[2] = {};
    REQUIRE(::pipe(ends) == 0);
    REQUIRE(::write(ends[1], "geheim", 6) == 6);
    ::close(ends[1]);
    CHECK(base::as_text(base::read_secret_descriptor(ends[0], 100).reveal()) == "geheim");
    CHECK(::close(ends[0]) == 0);
    CHECK(test::code_of([&] { base::read_secret_descriptor(ends[0], 100); }) == "ANB-G201");
}

TEST_CASE("base::AtomicFile: nothing shows before commit, and nothing stays without it")
{
    const Folder folder;
    const auto target = folder / "file";
    base::write_file(target, as_bytes("old"), Access::everyone);
    {
        AtomicFile file(target, Access::everyone);
        file.write("new");
        CHECK(content(target) == "old");
        CHECK(folder.count() == 2);
    }
    CHECK(content(target) == "old");
    CHECK(folder.count() == 1);
    {
        AtomicFile file(target, Access::everyone);
        file.write("ne");
        file.write("w");
        auto moved = std::move(file);
        moved.commit();
    }
    CHECK(content(target) == "new");
    CHECK(folder.count() == 1);
}

TEST_CASE("base::AtomicFile: private files are private from the first moment")
{
    const Folder folder;
    const auto before = ::umask(0);
    AtomicFile file(folder / "key", Access::owner_only);
    CHECK(mode(file.temporary()) == 0600);
    file.commit();
    CHECK(mode(folder / "key") == 0600);
    ::umask(022);
    base::write_file(folder / "public", {}, Access::everyone);
    CHECK(mode(folder / "public") == 0644);
    CHECK_FALSE(base::readable_by_others(folder / "key"));
    CHECK(base::readable_by_others(folder / "public"));
    ::umask(before);
}

TEST_CASE("base::AtomicFile: never replaces an existing file when told so, even one made meanwhile")
{
    const Folder folder;
    const auto target = folder / "key";
    AtomicFile file(target, Access::owner_only, AtomicFile::Existing::refuse);
    file.write("mine");
    base::write_file(target, as_bytes("theirs"), Access::owner_only);
    CHECK(test::code_of([&] { file.commit(); }) == "ANB-G205");
    CHECK(content(target) == "theirs");
}

TEST_CASE("base::AtomicFile: refuses folders, devices and places that do not exist")
{
    const Folder folder;
    const auto open = [](const fs::path& path) {
        return test::code_of([&] { AtomicFile file(path, Access::everyone); });
    };
    CHECK(open(folder / ".") == "ANB-G206");
    CHECK(open("/dev/null") == "ANB-G206");
    CHECK(open(folder / "absent/file") == "ANB-G206");
    fs::create_symlink("/dev/null", folder / "link");
    CHECK(open(folder / "link") == "ANB-G206");
}

TEST_CASE("base::AtomicFile: sweeps what a killed process left, but not what a living one writes")
{
    const Folder folder;
    const auto target = folder / "file";
    const auto child = ::fork();
    REQUIRE(child >= 0);
    if (child == 0) {
        AtomicFile file(target, Access::everyone);
        file.write("half");
        ::_exit(0); // as if killed: no destructor runs
    }
    ::waitpid(child, nullptr, 0);
    CHECK(folder.count() == 1);
    AtomicFile first(target, Access::everyone);
    CHECK(folder.count() == 1);
    AtomicFile second(target, Access::everyone);
    CHECK(folder.count() == 2);
    second.commit();
    first.commit();
    CHECK(folder.count() == 1);
}

TEST_CASE("base::make_folder: makes parents for the owner only and is content with what exists")
{
    const Folder folder;
    base::make_folder(folder / "a/b/c");
    CHECK(mode(folder / "a") == 0700);
    CHECK(mode(folder / "a/b/c") == 0700);
    base::make_folder(folder / "a/b/c");
    base::write_file(folder / "file", {}, Access::everyone);
    CHECK(test::code_of([&] { base::make_folder(folder / "file/x"); }) == "ANB-G206");
}

TEST_CASE("base::FileReader: knows the size and can begin again, a pipe cannot")
{
    const Folder folder;
    base::write_file(folder / "five", as_bytes("12345"), Access::everyone);
    base::FileReader reader((folder / "five").string());
    CHECK(reader.size() == 5);
    std::byte buffer[3];
    CHECK(reader.read(buffer) == 3);
    CHECK(reader.read(buffer) == 2);
    CHECK(reader.read(buffer) == 0);
    reader.rewind();
    CHECK(reader.read(buffer) == 3);

    int ends[2] = {};
    REQUIRE(::pipe(ends) == 0);
    base::FileReader pipe(ends[0], "pipe");
    CHECK(pipe.size() == 0);
    CHECK(test::code_of([&] { pipe.rewind(); }) == "ANB-G204");
    ::close(ends[0]);
    ::close(ends[1]);
}
