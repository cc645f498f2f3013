// SPDX-License-Identifier: EUPL-1.2

#include "xml/inspect.hpp"

#include "xml/detail/parser.hpp"

#include <array>
#include <utility>

namespace anb::xml {

namespace {

constexpr std::size_t k_buffer = std::size_t{64} * 1024;

class RootOnly : public detail::Events {
public:
    Root root;

    void start(const detail::StartTag& tag) override
    {
        if (!m_seen) {
            m_seen = true;
            root.local_name = detail::to_string(tag.name);
            root.namespace_uri = detail::to_string(tag.uri);
        }
    }
    void end(const xmlChar*, const xmlChar*, const xmlChar*) override {}
    void text(std::string_view) override {}

private:
    bool m_seen = false;
};

} // namespace

struct Inspector::State {
    explicit State(std::string origin) : parser(std::move(origin), events, {}) {}

    RootOnly events;
    detail::Parser parser;
};

Inspector::Inspector(std::string origin) : m_state(std::make_unique<State>(std::move(origin))) {}

Inspector::Inspector(Inspector&&) noexcept = default;
Inspector::~Inspector() = default;

void Inspector::update(base::ByteView piece)
{
    m_state->parser.update(piece);
}

Root Inspector::finish()
{
    m_state->parser.finish();
    m_state->events.root.size = m_state->parser.size();
    return m_state->events.root;
}

Root inspect(base::FileReader& file, std::string_view origin)
{
    Inspector inspector{std::string(origin)};
    std::array<std::byte, k_buffer> buffer;
    while (const std::size_t count = file.read(buffer)) {
        inspector.update(std::span(buffer).first(count));
    }
    return inspector.finish();
}

Root inspect(base::ByteView document, std::string_view origin)
{
    Inspector inspector{std::string(origin)};
    inspector.update(document);
    return inspector.finish();
}

} // namespace anb::xml
