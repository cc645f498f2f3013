// Feeds arbitrary bytes to the reader of packages, and what it lets pass to the schema reader.
// SPDX-License-Identifier: EUPL-1.2

#include "base/error.hpp"
#include "xml/schema.hpp"
#include "xoev/package.hpp"
#include "xoev/types.hpp"

#include <cstdint>
#include <cstdlib>
#include <deque>
#include <span>

using namespace anb;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    try {
        const auto package = xoev::read_package(std::as_bytes(std::span(data, size)), "fuzz.zip");
        std::deque<xml::SchemaFile> files;
        for (const auto& file : package.files) {
            if (("/" + file.path + "/").find("/../") != std::string::npos ||
                file.path.starts_with('/')) {
                std::abort();
            }
            if (file.path.ends_with(".xsd")) {
                files.push_back(xml::read_schema_file(file.bytes, file.path));
            }
        }
        for (const auto& file : files) {
            const xml::SchemaFile* roots[] = {&file};
            const auto set =
                xml::assemble(roots, [](const auto&) -> const xml::SchemaFile* { return nullptr; });
            const auto text = xoev::TypeTable::build(set.files);
            xoev::TypeTable table(text);
            for (const auto& name : table.elements()) {
                table.at(table.of_element(name.namespace_uri, name.local));
            }
        }
    } catch (const base::Error& error) {
        if (error.kind() != base::ErrorKind::input) {
            std::abort();
        }
    }
    return 0;
}
