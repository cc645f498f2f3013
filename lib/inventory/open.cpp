// SPDX-License-Identifier: EUPL-1.2

#include "inventory/open.hpp"

#include "base/error.hpp"
#include "base/text.hpp"
#include "inventory/detail/opener.hpp"
#include "pki/pkcs12.hpp"

#include <algorithm>

namespace anb::inventory {

std::string_view key(Kind kind)
{
    switch (kind) {
    case Kind::certificate:
        return "certificate";
    case Kind::crl:
        return "crl";
    case Kind::request:
        return "request";
    case Kind::public_key:
        return "public_key";
    case Kind::private_key:
        return "private_key";
    case Kind::encrypted_private_key:
        return "encrypted_private_key";
    }
    return {};
}

bool Contents::has(Kind kind) const
{
    return std::ranges::any_of(items, [&](const Item& item) { return item.kind == kind; });
}

Contents open(base::ByteView bytes, std::string_view origin, const Opening& opening)
{
    detail::Opener opener(origin, opening);
    opener.read(bytes);
    return opener.take();
}

} // namespace anb::inventory
