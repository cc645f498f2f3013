// SPDX-License-Identifier: EUPL-1.2

#include "pki/crl.hpp"

#include "pki/detail/extensions.hpp"
#include "pki/detail/oid.hpp"
#include "pki/pem.hpp"

#include <algorithm>

namespace anb::pki {

namespace {

using der::context;
using der::Cursor;
using der::Element;

constexpr unsigned k_crl_number = 20, k_reason = 21, k_delta = 27, k_scope = 28,
                   k_authority_key = 35, k_freshest = 46, k_alternative_issuer = 18;

std::optional<base::UtcTime> read_time(Cursor& fields)
{
    return der::to_time(fields.next()).value;
}

bool at_time(const Cursor& fields)
{
    return fields.at(der::utc_time) || fields.at(der::generalized_time);
}

void read_scope(base::ByteView value, std::size_t offset, Crl& crl)
{
    Cursor outer(value, offset);
    Cursor fields(outer.expect(der::sequence));
    while (!fields.at_end()) {
        const auto field = fields.next();
        const bool yes = field.content.size() == 1 && field.content[0] != std::byte{0};
        if (field.is(context(1))) {
            crl.only_holders = yes;
        } else if (field.is(context(2))) {
            crl.only_authorities = yes;
        } else if (field.is(context(3))) {
            crl.some_reasons_only = true;
        } else if (field.is(context(4))) {
            crl.indirect = yes;
        } else if (field.is(context(5))) {
            crl.only_attributes = yes;
        }
    }
}

struct OneExtension {
    base::ByteView oid;
    bool critical = false;
    Element value;
};

template <typename Take>
void read_extensions(const Element& sequence, const Take& take)
{
    Cursor list(sequence);
    while (!list.at_end()) {
        Cursor fields(list.expect(der::sequence));
        OneExtension one;
        one.oid = fields.expect(der::object_identifier).content;
        if (const auto critical = fields.maybe(der::boolean)) {
            one.critical = der::to_boolean(*critical);
        }
        one.value = fields.expect(der::octet_string);
        fields.finish();
        take(one);
    }
}

void take_extension(const OneExtension& one, Crl& crl)
{
    if (detail::is_extension(one.oid, k_delta)) {
        crl.delta = true;
    } else if (detail::is_extension(one.oid, k_scope)) {
        read_scope(one.value.content, one.value.content_offset(), crl);
    } else if (one.critical) {
        constexpr unsigned k_known[] = {k_crl_number, k_authority_key, k_freshest,
                                        k_alternative_issuer};
        crl.unknown_critical =
            crl.unknown_critical || std::ranges::none_of(k_known, [&](unsigned number) {
                return detail::is_extension(one.oid, number);
            });
    }
}

void read_signed(const Element& tbs, Crl& crl)
{
    Cursor fields(tbs);
    fields.maybe(der::integer);
    fields.expect(der::sequence);
    detail::read_name(fields.expect(der::sequence), crl.issuer);
    crl.this_update = read_time(fields);
    if (at_time(fields)) {
        crl.next_update = read_time(fields);
    }
    if (const auto revoked = fields.maybe(der::sequence)) {
        crl.entries = revoked->content;
        crl.entries_offset = revoked->content_offset();
    }
    if (const auto extensions = fields.maybe(context(0, true))) {
        read_extensions(Cursor(*extensions).expect(der::sequence),
                        [&](const OneExtension& one) { take_extension(one, crl); });
    }
    fields.finish();
}

Revocation read_entry(Cursor& fields)
{
    Revocation found;
    found.at = read_time(fields);
    if (const auto extensions = fields.maybe(der::sequence)) {
        read_extensions(*extensions, [&](const OneExtension& one) {
            if (detail::is_extension(one.oid, k_reason)) {
                const auto reason =
                    Cursor(one.value.content, one.value.content_offset()).expect(der::enumerated);
                found.reason = static_cast<int>(der::to_number(reason).value_or(0));
            }
        });
    }
    return found;
}

} // namespace

std::optional<Crl> read_crl(base::ByteView bytes)
{
    base::Bytes der(bytes.begin(), bytes.end());
    if (const auto blocks = read_pem(base::as_text(bytes)); !blocks.empty()) {
        const auto list = std::ranges::find(blocks, "X509 CRL", &PemBlock::label);
        auto decoded = list == blocks.end() ? std::nullopt : decode_pem(list->body);
        if (!decoded) {
            return std::nullopt;
        }
        der = std::move(*decoded);
    }
    Crl crl;
    crl.der = std::make_shared<const base::Bytes>(std::move(der));
    try {
        Cursor input(*crl.der);
        Cursor fields(input.expect(der::sequence));
        const auto tbs = fields.expect(der::sequence);
        crl.tbs = tbs.whole;
        read_signed(tbs, crl);
        crl.algorithm = detail::read_algorithm(fields.expect(der::sequence));
        crl.signature = der::to_octets(fields.expect(der::bit_string));
        fields.finish();
    } catch (const der::Malformed&) {
        return std::nullopt;
    }
    return crl.this_update ? std::optional(std::move(crl)) : std::nullopt;
}

Lookup look_up(const Crl& crl, base::ByteView serial)
{
    Lookup found;
    try {
        Cursor entries(crl.entries, crl.entries_offset);
        while (!entries.at_end()) {
            Cursor fields(entries.expect(der::sequence));
            if (std::ranges::equal(fields.expect(der::integer).content, serial)) {
                found.revocation = read_entry(fields);
                return found;
            }
        }
    } catch (const der::Malformed&) {
        found.damaged = true;
    }
    return found;
}

std::string_view reason_name(const Revocation& revocation)
{
    constexpr std::string_view k_names[] = {
        "unspecified",   "keyCompromise",        "cACompromise",    "affiliationChanged",
        "superseded",    "cessationOfOperation", "certificateHold", "",
        "removeFromCRL", "privilegeWithdrawn",   "aACompromise"};
    const auto reason = revocation.reason.value_or(-1);
    return reason >= 0 && reason < static_cast<int>(std::size(k_names)) ? k_names[reason] : "";
}

} // namespace anb::pki
