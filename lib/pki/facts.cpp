// SPDX-License-Identifier: EUPL-1.2

#include "pki/facts.hpp"

#include "pki/detail/extensions.hpp"
#include "pki/detail/key_facts.hpp"
#include "pki/detail/oid.hpp"

#include <algorithm>

namespace anb::pki {

namespace {

using der::context;
using der::Cursor;
using der::Element;
using der::Malformed;

bool same(base::ByteView left, base::ByteView right)
{
    return std::ranges::equal(left, right);
}

/// Reads one certificate from front to end; `damages` fill on the way.
class Reader {
public:
    explicit Reader(std::shared_ptr<const base::Bytes> der) { m_facts.der = std::move(der); }

    /// @return false when reading ended before the validity
    bool read()
    {
        bool enough = false;
        try {
            m_field = "certificate";
            Cursor input(*m_facts.der);
            Cursor certificate(input.expect(der::sequence));
            m_field = "tbsCertificate";
            const auto tbs = certificate.expect(der::sequence);
            m_facts.tbs = tbs.whole;
            field("signatureAlgorithm", [&] {
                m_facts.outer_algorithm = detail::read_algorithm(certificate.expect(der::sequence));
                m_field = "signatureValue";
                m_facts.signature = der::to_octets(certificate.expect(der::bit_string));
                m_field = "certificate";
                certificate.finish();
            });
            read_tbs(tbs, enough);
        } catch (const Malformed& fault) {
            note(fault);
        }
        return enough;
    }

    Facts take() { return std::move(m_facts); }

private:
    void note(const Malformed& fault)
    {
        m_facts.damages.push_back({std::string(m_field), fault.reason, fault.offset});
    }

    /// Reads one field whose damage leaves the following ones readable.
    template <typename Read>
    void field(std::string_view name, const Read& read)
    {
        m_field = name;
        try {
            read();
        } catch (const Malformed& fault) {
            note(fault);
        }
    }

    void read_tbs(const Element& tbs, bool& enough)
    {
        Cursor fields(tbs);
        m_field = "version";
        if (const auto version = fields.maybe(context(0, true))) {
            field("version", [&] { read_version(*version); });
        }
        m_field = "serialNumber";
        const auto serial = fields.expect(der::integer);
        m_facts.serial = serial.content;
        field("serialNumber", [&] { der::to_integer(serial); });
        m_field = "signature";
        const auto inner = fields.expect(der::sequence);
        field("signature", [&] { m_facts.inner_algorithm = detail::read_algorithm(inner); });
        m_field = "issuer";
        const auto issuer = fields.expect(der::sequence);
        field("issuer", [&] { detail::read_name(issuer, m_facts.issuer); });
        m_field = "validity";
        read_validity(fields.expect(der::sequence));
        enough = true;
        m_field = "subject";
        const auto subject = fields.expect(der::sequence);
        field("subject", [&] { detail::read_name(subject, m_facts.subject); });
        m_field = "subjectPublicKeyInfo";
        const auto key = fields.expect(der::sequence);
        field("subjectPublicKeyInfo", [&] { detail::read_key(key, m_facts.key); });
        m_field = "issuerUniqueID";
        fields.maybe(context(1));
        m_field = "subjectUniqueID";
        fields.maybe(context(2));
        m_field = "extensions";
        if (const auto extensions = fields.maybe(context(3, true))) {
            Cursor wrapper(*extensions);
            const auto list = wrapper.expect(der::sequence);
            wrapper.finish();
            read_extensions(list);
        }
        m_field = "tbsCertificate";
        fields.finish();
    }

    void read_version(const Element& wrapper)
    {
        Cursor inner(wrapper);
        const auto number = inner.expect(der::integer);
        inner.finish();
        const auto value = der::to_number(number);
        if (!value || *value > 2) {
            throw Malformed{der::Reason::bad_value, number.offset};
        }
        m_facts.version = static_cast<int>(*value) + 1;
    }

    void read_validity(const Element& sequence)
    {
        Cursor times(sequence);
        for (auto [name, time] : {std::pair("notBefore", &m_facts.not_before),
                                  std::pair("notAfter", &m_facts.not_after)}) {
            m_field = name;
            if (!times.at(der::utc_time) && !times.at(der::generalized_time)) {
                throw Malformed{der::Reason::unexpected, times.offset()};
            }
            *time = der::to_time(times.next());
        }
        m_field = "validity";
        times.finish();
    }

    void read_extensions(const Element& sequence)
    {
        for (Cursor list(sequence); !list.at_end();) {
            m_field = "extensions";
            Cursor fields(list.expect(der::sequence));
            Extension extension;
            const auto oid = fields.expect(der::object_identifier);
            der::to_oid(oid);
            extension.oid = oid.content;
            if (const auto critical = fields.maybe(der::boolean)) {
                extension.critical = der::to_boolean(*critical);
            }
            const auto value = fields.expect(der::octet_string);
            extension.value = value.content;
            extension.offset = value.content_offset();
            fields.finish();
            take(extension);
        }
        m_field = "extensions";
    }

    void take(const Extension& extension)
    {
        const auto is_same = [&](const Extension& other) { return same(other.oid, extension.oid); };
        const auto name = [&] { return extension.name(); };
        if (std::ranges::any_of(m_facts.extensions, is_same)) {
            const auto repeated = name();
            if (std::ranges::find(m_facts.repeated, repeated) == m_facts.repeated.end()) {
                m_facts.repeated.push_back(repeated);
            }
        } else {
            try {
                detail::decode(extension, m_facts);
            } catch (const Malformed& fault) {
                const auto field = name();
                m_field = field;
                note(fault);
                m_field = "extensions";
            }
        }
        if (extension.critical && !detail::is_understood(extension.oid)) {
            m_facts.unknown_critical.push_back(name());
        }
        m_facts.extensions.push_back(extension);
    }

    Facts m_facts;
    std::string_view m_field;
};

/// Only the certificate itself, not what stands behind it.
base::ByteView front(base::ByteView der)
{
    try {
        return Cursor(der).next().whole;
    } catch (const Malformed&) {
        return der;
    }
}

std::shared_ptr<const base::Bytes> copy(base::ByteView der)
{
    const auto bytes = front(der);
    return std::make_shared<const base::Bytes>(bytes.begin(), bytes.end());
}

} // namespace

std::string Extension::name() const
{
    return detail::short_name(oid);
}

std::string Facts::serial_text() const
{
    if (serial.empty()) {
        return {};
    }
    base::Bytes number(serial.begin(), serial.end());
    const bool negative = std::to_integer<unsigned>(number.front()) >= 0x80;
    if (negative) {
        unsigned carry = 1;
        for (auto i = number.size(); i-- > 0;) {
            const auto sum = (std::to_integer<unsigned>(number[i]) ^ 0xffU) + carry;
            number[i] = static_cast<std::byte>(sum & 0xffU);
            carry = sum >> 8;
        }
    }
    const auto begin = std::ranges::find_if(number.begin(), number.end() - 1,
                                            [](std::byte b) { return b != std::byte{0}; });
    return (negative ? "-" : "") + base::to_hex({begin, number.end()});
}

bool Facts::valid_at(base::UtcTime at) const
{
    return not_before.value && not_after.value && *not_before.value <= at && at <= *not_after.value;
}

bool Facts::self_issued() const
{
    return same(issuer.der, subject.der) || issuer.folded() == subject.folded();
}

base::Bytes Facts::fingerprint(crypto::DigestAlgorithm algorithm) const
{
    return crypto::digest(algorithm, *der);
}

std::optional<Facts> read_facts(std::shared_ptr<const base::Bytes> der)
{
    Reader reader(std::move(der));
    if (!reader.read()) {
        return std::nullopt;
    }
    return reader.take();
}

std::optional<Facts> read_facts(base::ByteView der)
{
    return read_facts(copy(der));
}

Damage explain(base::ByteView der)
{
    Reader reader(copy(der));
    reader.read();
    const auto facts = reader.take();
    return facts.damages.empty() ? Damage{"certificate", der::Reason::bad_value, 0}
                                 : facts.damages.back();
}

} // namespace anb::pki
