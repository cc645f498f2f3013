// SPDX-License-Identifier: EUPL-1.2

#include "testantrag/fitconnect/draft.hpp"

#include "base/error.hpp"
#include "base/walk.hpp"
#include "json/json.hpp"

namespace anb::testantrag {

namespace {

constexpr std::uint64_t k_max_draft = 1024 * 1024;

json::Value to_json(const Draft::Source& source)
{
    const auto& attachment = source.attachment;
    return {{"id", source.id.str()},           {"path", attachment.path},
            {"filename", attachment.filename}, {"mime_type", attachment.mime_type},
            {"size", attachment.size},         {"modified", attachment.modified}};
}

Draft::Source parse_source(const json::Reader& reader)
{
    return {.id = fitconnect::AttachmentId::parse(reader.string("id")),
            .attachment = {.path = reader.string("path"),
                           .filename = reader.string("filename"),
                           .mime_type = reader.string("mime_type"),
                           .size = static_cast<std::uint64_t>(reader.integer("size")),
                           .modified = reader.integer("modified")}};
}

} // namespace

void save_draft(const base::fs::path& folder, const Draft& draft)
{
    json::Value value = {{"author",
                          {{"name", draft.author.name},
                           {"product", draft.author.product},
                           {"version", draft.author.version},
                           {"manufacturer", draft.author.manufacturer}}},
                         {"sources", json::Value::array()}};
    for (const auto& source : draft.sources) {
        value["sources"].push_back(to_json(source));
    }
    base::write_file(folder / k_draft_file, base::as_bytes(json::dump(value)),
                     base::Access::owner_only);
}

Draft load_draft(const base::fs::path& folder)
{
    const auto file = (folder / k_draft_file).string();
    if (!base::is_there(file)) {
        throw base::Error(base::ErrorKind::missing, "ANB-S308",
                          {{"id", folder.filename().string().substr(0, 8)}});
    }
    const auto bytes = base::read_file(file, k_max_draft);
    const auto value = json::parse(base::as_text(bytes), file);
    const json::Reader reader(value, file);
    const auto author = reader.at("author");
    Draft draft{.author = {.name = author.string("name"),
                           .product = author.string("product"),
                           .version = author.string("version"),
                           .manufacturer = author.string("manufacturer")},
                .sources = {}};
    for (const auto& source : reader.at("sources").elements()) {
        draft.sources.push_back(parse_source(source));
    }
    return draft;
}

void remove_draft(const base::fs::path& folder)
{
    std::error_code ignored;
    base::fs::remove(folder / k_draft_file, ignored);
}

} // namespace anb::testantrag
