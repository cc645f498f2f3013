// SPDX-License-Identifier: EUPL-1.2

#include "xml/schema.hpp"

#include "base/error.hpp"
#include "xml/detail/compiled.hpp"
#include "xml/detail/fault.hpp"
#include "xml/detail/loader.hpp"

#include <algorithm>

namespace anb::xml {

namespace {

struct FreeContext {
    void operator()(xmlSchemaParserCtxt* context) const { xmlSchemaFreeParserCtxt(context); }
};

void take_first(void* user, detail::ErrorPointer error)
{
    auto& said = *static_cast<std::string*>(user);
    if (said.empty() && error->level >= XML_ERR_ERROR) {
        said = detail::to_string(error->message);
        said = said.substr(0, said.find('\n'));
    }
}

} // namespace

Schema::Schema(std::span<const SchemaPart> parts, std::string_view namespace_uri)
    : m_compiled(std::make_unique<Compiled>(detail::ShortNames(namespaces_of(parts))))
{
    detail::start_library();
    const detail::Loading loading([&](std::string_view name) -> const std::string* {
        const auto found = std::ranges::find(parts, name, &SchemaPart::name);
        return found == parts.end() ? nullptr : &found->text;
    });
    std::string said;
    const detail::Silence silence(&said, take_first);
    const std::unique_ptr<xmlSchemaParserCtxt, FreeContext> context(
        xmlSchemaNewParserCtxt(part_of_namespace(namespace_uri).c_str()));
    if (!context) {
        base::fail_internal("xmlSchemaNewParserCtxt");
    }
    xmlSchemaSetParserStructuredErrors(context.get(), take_first, &said);
    m_compiled->schema.reset(xmlSchemaParse(context.get()));
    if (!m_compiled->schema || !said.empty()) {
        said = m_compiled->names.restore_in(said);
        throw base::Error(base::ErrorKind::input, "ANB-V304", {{"detail", said}}, said);
    }
}

Schema::Schema(Schema&&) noexcept = default;
Schema& Schema::operator=(Schema&&) noexcept = default;
Schema::~Schema() = default;

} // namespace anb::xml
