// SPDX-License-Identifier: EUPL-1.2
//
// Runs a fuzz target over every file below the given folders, so that a build without libFuzzer
// replays the corpus as an ordinary test.
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

int main(int argc, char** argv)
{
    std::size_t count = 0;
    for (int index = 1; index < argc; ++index) {
        for (const auto& entry : std::filesystem::recursive_directory_iterator(argv[index])) {
            if (!entry.is_regular_file()) {
                continue;
            }
            std::ifstream file(entry.path(), std::ios::binary);
            const std::string bytes{std::istreambuf_iterator<char>(file), {}};
            std::puts(entry.path().c_str());
            std::fflush(stdout);
            // Every prefix of a short input is an input as well: parsers fail at their ends.
            const std::size_t step = bytes.size() / 64 + 1;
            for (std::size_t size = 0; size < bytes.size(); size += step) {
                const std::string part = bytes.substr(0, size);
                LLVMFuzzerTestOneInput(reinterpret_cast<const std::uint8_t*>(part.data()), size);
            }
            LLVMFuzzerTestOneInput(reinterpret_cast<const std::uint8_t*>(bytes.data()),
                                   bytes.size());
            ++count;
        }
    }
    std::printf("%zu inputs\n", count);
    return count == 0 ? 1 : 0;
}
