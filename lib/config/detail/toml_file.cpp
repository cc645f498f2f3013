// SPDX-License-Identifier: EUPL-1.2

#include "config/detail/toml_file.hpp"

#include "base/file.hpp"
#include "base/text.hpp"

#include <toml++/toml.h>

#include <algorithm>

namespace anb::config::detail {

namespace {

constexpr std::uint64_t k_limit = 1024 * 1024;

/// The texts of a list, joined; nothing when it holds anything else, or a text with a blank in it.
std::optional<std::string> joined(const toml::array& list)
{
    std::vector<std::string> texts;
    for (const auto& node : list) {
        const auto* text = node.as_string();
        if (text == nullptr || text->get().find(' ') != std::string::npos) {
            return std::nullopt;
        }
        texts.push_back(text->get());
    }
    return base::join(texts, " ");
}

void collect(const toml::table& table, const std::vector<std::string>& above,
             const std::string& file, std::vector<Entry>& entries)
{
    for (const auto& [key, node] : table) {
        Entry entry;
        entry.path = above;
        entry.path.emplace_back(key.str());
        entry.file = file;
        entry.line = node.source().begin.line;
        if (const auto* text = node.as_string()) {
            entry.kind = Kind::text;
            entry.value = text->get();
        } else if (node.is_table()) {
            entry.kind = Kind::table;
        } else if (const auto* list = node.as_array()) {
            if (auto value = joined(*list)) {
                entry.kind = Kind::list;
                entry.value = std::move(*value);
            }
        }
        entries.push_back(entry);
        if (const auto* inner = node.as_table()) {
            collect(*inner, entry.path, file, entries);
        }
    }
}

} // namespace

std::string Entry::name() const
{
    return base::join(path, ".");
}

std::string Entry::source() const
{
    return file + ":" + std::to_string(line);
}

std::vector<Entry> parse_toml(std::string_view text, const std::string& file)
{
    std::vector<Entry> entries;
    try {
        collect(toml::parse(text, file), {}, file, entries);
    } catch (const toml::parse_error& error) {
        throw base::Error(base::ErrorKind::configuration, "ANB-G401",
                          {{"file", file},
                           {"line", std::to_string(error.source().begin.line)},
                           {"reason", std::string(error.description())}});
    }
    std::ranges::stable_sort(entries, {}, &Entry::line);
    return entries;
}

std::vector<Entry> read_toml(const std::filesystem::path& file)
{
    const auto bytes = base::read_file(file.string(), k_limit);
    return parse_toml(base::as_text(bytes), file.string());
}

} // namespace anb::config::detail
