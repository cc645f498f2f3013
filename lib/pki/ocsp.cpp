// SPDX-License-Identifier: EUPL-1.2

#include "pki/ocsp.hpp"

#include "crypto/openssl.hpp"

#include <climits>
#include <openssl/ocsp.h>
#include <openssl/x509.h>
#include <openssl/x509_vfy.h>

#include <array>

namespace anb::pki {

namespace {

using Certificate = crypto::Owned<X509, X509_free>;
using Id = crypto::Owned<OCSP_CERTID, OCSP_CERTID_free>;
using Status = OcspAnswer::Status;

constexpr base::Seconds k_clock_error{300};

Certificate decode(const Facts& facts)
{
    const auto* at = crypto::raw(*facts.der);
    return Certificate(d2i_X509(nullptr, &at, static_cast<long>(facts.der->size())));
}

Id make_id(X509* certificate, X509* issuer)
{
    return Id(OCSP_cert_to_id(EVP_sha1(), certificate, issuer));
}

std::optional<base::UtcTime> to_time(const ASN1_GENERALIZEDTIME* time)
{
    if (time == nullptr) {
        return std::nullopt;
    }
    std::array<unsigned char, 64> buffer{};
    auto* end = buffer.data();
    if (i2d_ASN1_GENERALIZEDTIME(time, nullptr) > static_cast<int>(buffer.size())) {
        return std::nullopt;
    }
    const auto size = i2d_ASN1_GENERALIZEDTIME(time, &end);
    const base::ByteView der =
        std::as_bytes(std::span(buffer)).first(static_cast<std::size_t>(std::max(size, 0)));
    try {
        return der::to_time(der::Cursor(der).next()).value;
    } catch (const der::Malformed&) {
        return std::nullopt;
    }
}

bool is_signed_for(OCSP_BASICRESP* basic, X509* issuer, base::UtcTime at)
{
    const crypto::Owned<X509_STORE, X509_STORE_free> store(X509_STORE_new());
    auto* parameters = X509_STORE_get0_param(store.get());
    X509_VERIFY_PARAM_set_flags(parameters, X509_V_FLAG_PARTIAL_CHAIN);
    X509_VERIFY_PARAM_set_time(parameters, base::to_unix(at));
    X509_STORE_add_cert(store.get(), issuer);
    auto* known = sk_X509_new_null();
    sk_X509_push(known, issuer);
    const bool good = OCSP_basic_verify(basic, known, store.get(), 0) == 1;
    sk_X509_free(known);
    crypto::drain_errors();
    return good;
}

} // namespace

base::Bytes ocsp_request(const Facts& certificate, const Facts& issuer)
{
    const auto subject = decode(certificate), authority = decode(issuer);
    if (subject == nullptr || authority == nullptr) {
        crypto::drain_errors();
        return {};
    }
    auto id = make_id(subject.get(), authority.get());
    const crypto::Owned<OCSP_REQUEST, OCSP_REQUEST_free> request(OCSP_REQUEST_new());
    if (id == nullptr || OCSP_request_add0_id(request.get(), id.get()) == nullptr) {
        return {};
    }
    static_cast<void>(id.release());
    unsigned char* der = nullptr;
    const auto size = i2d_OCSP_REQUEST(request.get(), &der);
    base::Bytes bytes;
    if (size > 0) {
        const auto view = std::as_bytes(std::span(der, static_cast<std::size_t>(size)));
        bytes.assign(view.begin(), view.end());
    }
    OPENSSL_free(der);
    return bytes;
}

OcspAnswer read_ocsp(base::ByteView bytes, const Facts& certificate, const Facts& issuer,
                     base::UtcTime at)
{
    OcspAnswer answer;
    const auto* front = crypto::raw(bytes);
    const crypto::Owned<OCSP_RESPONSE, OCSP_RESPONSE_free> response(
        bytes.size() > LONG_MAX
            ? nullptr
            : d2i_OCSP_RESPONSE(nullptr, &front, static_cast<long>(bytes.size())));
    const crypto::Owned<OCSP_BASICRESP, OCSP_BASICRESP_free> basic(
        response == nullptr ||
                OCSP_response_status(response.get()) != OCSP_RESPONSE_STATUS_SUCCESSFUL
            ? nullptr
            : OCSP_response_get1_basic(response.get()));
    const auto subject = decode(certificate), authority = decode(issuer);
    crypto::drain_errors();
    if (basic == nullptr || subject == nullptr || authority == nullptr) {
        return answer;
    }
    const auto id = make_id(subject.get(), authority.get());
    int status = -1, reason = -1;
    ASN1_GENERALIZEDTIME *revoked = nullptr, *from = nullptr, *until = nullptr;
    if (OCSP_resp_find_status(basic.get(), id.get(), &status, &reason, &revoked, &from, &until) !=
        1) {
        answer.status = Status::other;
        return answer;
    }
    answer.this_update = to_time(from);
    answer.next_update = to_time(until);
    if (!is_signed_for(basic.get(), authority.get(), at)) {
        answer.status = Status::untrusted;
        return answer;
    }
    if (status == V_OCSP_CERTSTATUS_REVOKED) {
        answer.status = Status::revoked;
        answer.revocation =
            Revocation{to_time(revoked), reason < 0 ? std::nullopt : std::optional(reason)};
    } else if (!answer.this_update || *answer.this_update > at + k_clock_error) {
        answer.status = Status::not_yet_valid;
    } else if (answer.next_update && *answer.next_update < at) {
        answer.status = Status::stale;
    } else {
        answer.status = status == V_OCSP_CERTSTATUS_GOOD ? Status::good : Status::unknown;
    }
    return answer;
}

} // namespace anb::pki
