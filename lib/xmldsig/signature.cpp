// SPDX-License-Identifier: EUPL-1.2

#include "xmldsig/signature.hpp"

#include "base/error.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>

namespace anb::xmldsig {

namespace {

constexpr std::size_t k_max_references = 4096;

[[noreturn]] void refuse_form(std::string reason)
{
    throw base::Error(base::ErrorKind::trust, "ANB-O307", {{"reason", std::move(reason)}});
}

[[noreturn]] void refuse_algorithm(const std::string& algorithm)
{
    throw base::Error(base::ErrorKind::trust, "ANB-O306", {{"algorithm", algorithm}});
}

void demand_only(const xml::Node& node, std::initializer_list<std::string_view> attributes)
{
    for (const auto& attribute : node.attributes()) {
        if (!attribute.namespace_uri.empty() ||
            std::ranges::find(attributes, attribute.name) == attributes.end()) {
            refuse_form(fmt::format("{} @{}", node.name(), attribute.name));
        }
    }
}

/// The children, which must be these elements of XML Signature and no text besides.
std::vector<xml::Node> demand_children(const xml::Node& node,
                                       std::initializer_list<std::string_view> names)
{
    auto children = node.children();
    const auto fits =
        std::ranges::equal(children, names, [](const xml::Node& child, std::string_view name) {
            return child.is(k_namespace, name);
        });
    if (!fits || node.has_own_text()) {
        refuse_form(std::string(node.name()));
    }
    return children;
}

std::string algorithm_of(const xml::Node& node)
{
    demand_only(node, {"Algorithm"});
    if (!node.children().empty() || node.has_own_text()) {
        refuse_form(std::string(node.name()));
    }
    return node.attribute("Algorithm").value_or("");
}

base::Bytes bytes_of(const xml::Node& node)
{
    auto bytes = base::from_wrapped_base64(node.text());
    if (!bytes || !node.children().empty()) {
        refuse_form(std::string(node.name()));
    }
    return *std::move(bytes);
}

Transform read_transform(const xml::Node& transforms)
{
    const auto only = demand_children(transforms, {"Transform"});
    const auto algorithm = algorithm_of(only.front());
    if (algorithm == k_c14n) {
        return Transform::canonical;
    }
    if (algorithm == k_base64) {
        return Transform::base64;
    }
    refuse_algorithm(algorithm);
}

Reference read_reference(const xml::Node& node)
{
    demand_only(node, {"URI"});
    Reference reference;
    reference.uri = node.attribute("URI").value_or("");
    if (reference.target().empty()) {
        throw base::Error(base::ErrorKind::trust, "ANB-O305", {{"part", reference.uri}});
    }
    auto children = node.children();
    const auto has_transforms = !children.empty() && children.front().is(k_namespace, "Transforms");
    if (has_transforms) {
        reference.transform = read_transform(children.front());
        children = demand_children(node, {"Transforms", "DigestMethod", "DigestValue"});
        children.erase(children.begin());
    } else {
        reference.transform = Transform::none;
        children = demand_children(node, {"DigestMethod", "DigestValue"});
    }
    if (reference.is_attachment() == has_transforms) {
        refuse_form(fmt::format("Transforms, {}", reference.uri));
    }
    const auto algorithm = algorithm_of(children.front());
    reference.method = digest_method(algorithm);
    if (reference.method == nullptr) {
        refuse_algorithm(algorithm);
    }
    reference.digest = bytes_of(children.back());
    return reference;
}

std::string read_certificate_id(const xml::Node& key_info)
{
    const auto method = demand_children(key_info, {"RetrievalMethod"}).front();
    const auto uri = method.attribute("URI").value_or("");
    if (!uri.starts_with("#") || uri.size() < 2 || !method.children().empty()) {
        refuse_form("RetrievalMethod");
    }
    return uri.substr(1);
}

void read_signed_info(const xml::Node& node, Signature& signature)
{
    const auto children = node.children();
    if (children.size() < 3 || children.size() > 2 + k_max_references || node.has_own_text()) {
        refuse_form("SignedInfo");
    }
    if (!children[0].is(k_namespace, "CanonicalizationMethod") ||
        !children[1].is(k_namespace, "SignatureMethod")) {
        refuse_form("SignedInfo");
    }
    if (const auto algorithm = algorithm_of(children[0]); algorithm != k_c14n) {
        refuse_algorithm(algorithm);
    }
    const auto algorithm = algorithm_of(children[1]);
    signature.method = signature_method(algorithm);
    if (signature.method == nullptr) {
        refuse_algorithm(algorithm);
    }
    std::set<std::string> seen;
    for (auto each = children.begin() + 2; each != children.end(); ++each) {
        if (!each->is(k_namespace, "Reference")) {
            refuse_form("SignedInfo");
        }
        signature.references.push_back(read_reference(*each));
        const auto& uri = signature.references.back().uri;
        if (!seen.insert(uri).second) {
            refuse_form(fmt::format("2 x {}", uri));
        }
    }
    signature.signed_info = node.canonical();
}

/// One element to a line, as signatures of this protocol are written.
std::string write_references(const SignatureMethod& method,
                             const std::vector<Reference>& references)
{
    auto out = fmt::format("\n<ds:CanonicalizationMethod Algorithm=\"{}\">"
                           "</ds:CanonicalizationMethod>\n"
                           "<ds:SignatureMethod Algorithm=\"{}\"></ds:SignatureMethod>\n",
                           k_c14n, method.uri);
    for (const auto& reference : references) {
        out += fmt::format("<ds:Reference URI=\"{}\">\n", reference.uri);
        if (reference.transform != Transform::none) {
            out += fmt::format("<ds:Transforms>\n<ds:Transform Algorithm=\"{}\"></ds:Transform>\n"
                               "</ds:Transforms>\n",
                               reference.transform == Transform::canonical ? k_c14n : k_base64);
        }
        out += fmt::format("<ds:DigestMethod Algorithm=\"{}\"></ds:DigestMethod>\n"
                           "<ds:DigestValue>{}</ds:DigestValue>\n</ds:Reference>\n",
                           reference.method->uri, base::to_base64(reference.digest));
    }
    return out;
}

} // namespace

std::string Reference::target() const
{
    if (uri.starts_with("#")) {
        return uri.substr(1);
    }
    return is_attachment() ? uri.substr(4) : std::string();
}

Signature read_signature(const xml::Node& element)
{
    const auto children = demand_children(element, {"SignedInfo", "SignatureValue", "KeyInfo"});
    Signature signature;
    read_signed_info(children[0], signature);
    signature.value = bytes_of(children[1]);
    signature.certificate_id = read_certificate_id(children[2]);
    return signature;
}

bool verify_value(const Signature& signature, const crypto::PublicKey& key)
{
    return key.verify(signature.method->scheme, signature.method->digest,
                      base::as_bytes(signature.signed_info), signature.value);
}

base::Bytes digest_of(const Reference& reference, const xml::Node& element)
{
    crypto::Hasher hasher(reference.method->algorithm);
    if (reference.transform == Transform::base64) {
        hasher.update(bytes_of(element));
    } else {
        element.canonical([&](base::ByteView piece) { hasher.update(piece); });
    }
    return hasher.finish();
}

std::string write_signature(const SignatureMethod& method, const std::vector<Reference>& references,
                            const crypto::PrivateKey& key, std::string_view certificate_id,
                            std::string_view scope)
{
    const auto inside = write_references(method, references);
    const auto canonical = fmt::format("<ds:SignedInfo{}>{}</ds:SignedInfo>", scope, inside);
    const auto value = key.sign(method.scheme, method.digest, base::as_bytes(canonical));
    return fmt::format("<ds:Signature><ds:SignedInfo>{}</ds:SignedInfo><ds:SignatureValue>{}"
                       "</ds:SignatureValue><ds:KeyInfo><ds:RetrievalMethod URI=\"#{}\">"
                       "</ds:RetrievalMethod></ds:KeyInfo></ds:Signature>",
                       inside, base::to_wrapped_base64(value), certificate_id);
}

} // namespace anb::xmldsig
