// SPDX-License-Identifier: EUPL-1.2

#include "pki/key_form.hpp"

#include "crypto/key.hpp"
#include "crypto/openssl.hpp"
#include "pki/der.hpp"

#include <climits>
#include <openssl/evp.h>
#include <openssl/x509.h>

namespace anb::pki {

std::optional<base::Bytes> public_half(base::ByteView private_key)
{
    const auto* at = crypto::raw(private_key);
    auto* key = private_key.size() > LONG_MAX
                    ? nullptr
                    : d2i_AutoPrivateKey(nullptr, &at, static_cast<long>(private_key.size()));
    crypto::drain_errors();
    if (key == nullptr) {
        return std::nullopt;
    }
    return crypto::PublicKey::adopt(key).to_der();
}

std::optional<base::Bytes> requested_key(base::ByteView request)
{
    try {
        der::Cursor outer(der::Cursor(request).expect(der::sequence));
        der::Cursor info(outer.expect(der::sequence));
        info.expect(der::integer);
        info.expect(der::sequence);
        const auto key = info.expect(der::sequence).whole;
        return base::Bytes(key.begin(), key.end());
    } catch (const der::Malformed&) {
        return std::nullopt;
    }
}

} // namespace anb::pki
