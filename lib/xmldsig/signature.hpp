// XML signatures in the narrow form of OSCI-Transport 1.2 (osci.md §11): detached references by Id
// or "cid:", inclusive canonical form, a certificate named by RetrievalMethod.
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "base/bytes.hpp"
#include "crypto/digest.hpp"
#include "crypto/key.hpp"
#include "xml/document.hpp"
#include "xmldsig/methods.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace anb::xmldsig {

/// How the digested bytes come about.
enum class Transform {
    none,      ///< as they stand: attachments
    canonical, ///< inclusive Canonical XML 1.0 of the element
    base64,    ///< the decoded text of the element
};

struct Reference {
    std::string uri; ///< "#body", "cid:anlage.pdf"
    Transform transform = Transform::canonical;
    const DigestMethod* method = nullptr;
    base::Bytes digest;

    bool is_attachment() const { return uri.starts_with("cid:"); }
    /// What follows "#" or "cid:".
    std::string target() const;
};

/// A signature as read; not verified.
struct Signature {
    const SignatureMethod* method = nullptr;
    std::vector<Reference> references;
    base::Bytes value;
    std::string certificate_id; ///< of the element that holds the signer's certificate
    std::string signed_info;    ///< in canonical form
};

/// Reads a ds:Signature strictly.
/// @throws Error{trust} ANB-O306 {algorithm} for a method that is not on the list, ANB-O307
///         {reason} for any other form than the profile's
Signature read_signature(const xml::Node& element);

/// Checks the signature value over SignedInfo; nothing is said about the references.
bool verify_value(const Signature& signature, const crypto::PublicKey& key);

/// The digest of an element as a reference demands it.
/// @throws Error{trust} ANB-O307 when the text of a base64 transform is no base64
base::Bytes digest_of(const Reference& reference, const xml::Node& element);

/// Writes the ds:Signature element: SignedInfo one element to a line, everything else in one.
///
/// @param scope  the namespace declarations in scope at its place, in canonical order:
///               ` xmlns:ds="…" xmlns:osci="…" …`, the one of "ds" included
/// @throws Error{input} ANB-J202 when the key is no RSA key
std::string write_signature(const SignatureMethod& method, const std::vector<Reference>& references,
                            const crypto::PrivateKey& key, std::string_view certificate_id,
                            std::string_view scope);

} // namespace anb::xmldsig
