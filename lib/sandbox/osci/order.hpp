// Orders as they reach an Intermediär, and how it says no.
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "osci/incoming.hpp"

#include <exception>
#include <optional>
#include <string>
#include <utility>

namespace anb::sandbox {

/// "No" in place of an answer: a SOAP fault, which ends the dialog.
class OsciFault : public std::exception {
public:
    explicit OsciFault(std::string code) : m_code(std::move(code)) {}
    const std::string& code() const { return m_code; }
    const char* what() const noexcept override { return "OSCI fault"; }

private:
    std::string m_code;
};

/// "No" as an answer: feedback 9xxx; the dialog goes on.
class OsciRefusal : public std::exception {
public:
    explicit OsciRefusal(std::string code) : m_code(std::move(code)) {}
    const std::string& code() const { return m_code; }
    const char* what() const noexcept override { return "OSCI refusal"; }

private:
    std::string m_code;
};

struct OsciOrder {
    osci::Opened opened;
    osci::Message message;
    std::optional<osci::VerifiedSignature> signature;
    std::string refused; ///< 9601, 9602: the signature does not hold; nothing may be carried out

    bool is_encrypted() const { return opened.transport.has_value(); }
    const osci::ControlBlock& control() const { return message.control; }
    /// Certificate in a role, or null.
    const pki::Certificate* certificate(osci::CertificateRole role) const;
};

/// Decrypts, reads and verifies. @throws OsciFault
OsciOrder read_order(base::Source text, const osci::KeyRing& keys);

} // namespace anb::sandbox
