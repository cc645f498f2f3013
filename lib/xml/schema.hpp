// A compiled schema, shared by any number of threads.
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "xml/schema_set.hpp"

#include <memory>
#include <span>
#include <string_view>

namespace anb::xml {

class Schema {
public:
    /// Compiles what a namespace declares, and what that refers to.
    ///
    /// @param parts  of a SchemaSet from which nothing needed is missing
    /// @throws Error{input} ANB-V304 {detail} when the schemas contradict themselves
    Schema(std::span<const SchemaPart> parts, std::string_view namespace_uri);
    Schema(Schema&&) noexcept;
    Schema& operator=(Schema&&) noexcept;
    ~Schema();

    struct Compiled;
    const Compiled& compiled() const { return *m_compiled; }

private:
    std::unique_ptr<Compiled> m_compiled;
};

} // namespace anb::xml
