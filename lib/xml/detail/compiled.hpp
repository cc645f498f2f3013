// The compiler's own form of a compiled schema.
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "xml/detail/short_names.hpp"
#include "xml/schema.hpp"

#include <libxml/xmlschemas.h>

#include <memory>
#include <utility>

namespace anb::xml {

struct Schema::Compiled {
    explicit Compiled(detail::ShortNames of) : names(std::move(of)) {}

    struct Free {
        void operator()(xmlSchema* of) const { xmlSchemaFree(of); }
    };
    detail::ShortNames names; ///< that the schema and what is checked against it have
    std::unique_ptr<xmlSchema, Free> schema;
};

} // namespace anb::xml
