// Lets scripts ask a scanner: scan_driver ADDRESS FILE... prints a line for each file.
// SPDX-License-Identifier: EUPL-1.2

#include "scan/scanner.hpp"

#include <cstdio>

int main(int count, char** arguments)
{
    try {
        const anb::scan::Scanner scanner(arguments[1]);
        for (int i = 2; i < count; ++i) {
            const auto result = scanner.scan(arguments[i]);
            std::printf("%s|%s|%s|%s\n", std::string(name(result.state)).c_str(),
                        result.detail.c_str(), result.engine.c_str(), result.database.c_str());
        }
        return 0;
    } catch (const anb::base::Error& error) {
        std::fprintf(stderr, "%s\n", error.what());
        return 1;
    }
}
