// The compiler's own form of a compiled schema.
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "xml/schema.hpp"

#include <libxml/xmlschemas.h>

#include <memory>

namespace anb::xml {

struct Schema::Compiled {
    struct Free {
        void operator()(xmlSchema* schema) const { xmlSchemaFree(schema); }
    };
    std::unique_ptr<xmlSchema, Free> schema;
};

} // namespace anb::xml
