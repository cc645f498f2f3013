// Namespaces and fixed values of OSCI-Transport 1.2 (osci.md §§3, 7).
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string_view>

namespace anb::osci {

inline constexpr std::string_view k_soap = "http://schemas.xmlsoap.org/soap/envelope/";
inline constexpr std::string_view k_osci = "http://www.osci.de/2002/04/osci";
inline constexpr std::string_view k_osci2017 = "http://xoev.de/transport/osci12/7";
inline constexpr std::string_view k_osci128 = "http://xoev.de/transport/osci12/8";
inline constexpr std::string_view k_ds = "http://www.w3.org/2000/09/xmldsig#";
inline constexpr std::string_view k_xenc = "http://www.w3.org/2001/04/xmlenc#";
inline constexpr std::string_view k_xenc11 = "http://www.w3.org/2009/xmlenc11#";
inline constexpr std::string_view k_xsi = "http://www.w3.org/2001/XMLSchema-instance";
inline constexpr std::string_view k_xml = "http://www.w3.org/XML/1998/namespace";

inline constexpr std::string_view k_actor_next = "http://schemas.xmlsoap.org/soap/actor/next";
inline constexpr std::string_view k_actor_none =
    "http://www.w3.org/2001/12/soap-envelope/actor/none";

/// Content-ID of the envelope and of the encrypted inner message.
inline constexpr std::string_view k_envelope_id = "osci@message";
inline constexpr std::string_view k_encrypted_id = "osci_enc";

/// The five namespaces that every envelope, every signed part and every container declares, in
/// canonical order, each with a blank in front.
inline constexpr std::string_view k_scope =
    " xmlns:ds=\"http://www.w3.org/2000/09/xmldsig#\""
    " xmlns:osci=\"http://www.osci.de/2002/04/osci\""
    " xmlns:soap=\"http://schemas.xmlsoap.org/soap/envelope/\""
    " xmlns:xenc=\"http://www.w3.org/2001/04/xmlenc#\""
    " xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\"";

/// Bytes of an envelope or of a decrypted container; more is refused.
inline constexpr std::size_t k_max_envelope = std::size_t{32} * 1024 * 1024;

} // namespace anb::osci
