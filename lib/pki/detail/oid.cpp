// SPDX-License-Identifier: EUPL-1.2

#include "pki/detail/oid.hpp"

#include "crypto/openssl.hpp"

#include <openssl/asn1.h>
#include <openssl/objects.h>

#include <array>

namespace anb::pki::detail {

namespace {

using Object = crypto::Owned<ASN1_OBJECT, ASN1_OBJECT_free>;

Object to_object(base::ByteView oid)
{
    constexpr std::size_t k_short_length = 0x7f;
    if (oid.empty() || oid.size() > k_short_length) {
        return nullptr;
    }
    base::Bytes der{std::byte{V_ASN1_OBJECT}, static_cast<std::byte>(oid.size())};
    der.insert(der.end(), oid.begin(), oid.end());
    const auto* at = crypto::raw(der);
    Object object(d2i_ASN1_OBJECT(nullptr, &at, static_cast<long>(der.size())));
    if (object == nullptr) {
        crypto::drain_errors();
    }
    return object;
}

std::string dotted(const ASN1_OBJECT* object)
{
    const auto size = OBJ_obj2txt(nullptr, 0, object, 1);
    if (size <= 0) {
        return {};
    }
    std::string text(static_cast<std::size_t>(size) + 1, '\0');
    OBJ_obj2txt(text.data(), size + 1, object, 1);
    text.pop_back();
    return text;
}

template <typename Choose>
std::string name(base::ByteView oid, const Choose& choose)
{
    const auto object = to_object(oid);
    if (object == nullptr) {
        return "#" + base::to_hex(oid);
    }
    const auto nid = OBJ_obj2nid(object.get());
    return nid == NID_undef ? dotted(object.get()) : choose(nid);
}

} // namespace

int to_nid(base::ByteView oid)
{
    const auto object = to_object(oid);
    return object == nullptr ? NID_undef : OBJ_obj2nid(object.get());
}

std::string short_name(base::ByteView oid)
{
    return name(oid, OBJ_nid2sn);
}

std::string long_name(base::ByteView oid)
{
    return name(oid, OBJ_nid2ln);
}

std::string dotted(base::ByteView oid)
{
    const auto object = to_object(oid);
    return object == nullptr ? "#" + base::to_hex(oid) : dotted(object.get());
}

} // namespace anb::pki::detail
