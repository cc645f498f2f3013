// Works through the bytes of one file and collects what lies in it.
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "inventory/open.hpp"

namespace anb::inventory::detail {

class Opener {
public:
    Opener(std::string_view origin, const Opening& opening);

    /// Reads a whole file. @throws as inventory::open()
    void read(base::ByteView bytes);
    Contents take() { return std::move(m_contents); }

private:
    void read_text(std::string_view text, base::ByteView bytes);
    void read_pem(std::string_view text);
    void read_block(std::string_view label, base::Bytes der);
    /// DER of any kind. @return false when it is of no kind that we know
    bool read_der(base::Bytes der);
    void read_certificates(base::Bytes der);
    void read_pkcs7(base::ByteView der);
    void read_pkcs12(base::ByteView bytes);
    void read_json(std::string_view text);
    void read_archive(base::ByteView bytes);

    void add_certificate(std::shared_ptr<const base::Bytes> der);
    void add(Item item);
    void find(std::string_view code, base::Severity severity, base::Values values);
    [[noreturn]] void refuse(std::string_view code, std::string_view name, std::string value) const;
    /// Names the format by the file's content. @throws Error{input} ANB-C401, C403, C404
    [[noreturn]] void refuse_format(base::ByteView bytes) const;
    void demand_certificate() const;

    std::string m_origin;
    const Opening& m_opening;
    Contents m_contents;
    std::string m_place; ///< within the file
    int m_depth = 0;     ///< archives around these bytes
    bool m_is_store = false;

    static constexpr int k_most_archives = 3;
};

} // namespace anb::inventory::detail
