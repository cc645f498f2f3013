// SPDX-License-Identifier: EUPL-1.2

#include "fitconnect/metadata_rules.hpp"

#include "base/text.hpp"
#include "base/time.hpp"
#include "crypto/digest.hpp"

#include <algorithm>
#include <cctype>
#include <map>
#include <regex>
#include <set>

namespace anb::fitconnect {

namespace {

enum class Kind {
    text,
    boolean,
    object,
    list,       ///< may be empty
    filled,     ///< a list with at least one element
    distinct,   ///< a list with at least one element and none twice
    one_member, ///< an object with exactly one member
    only,       ///< an object with no other members than those in the argument
    one_of,     ///< a text out of the argument's, separated by '|'
    matches,    ///< a text that the argument, a regular expression, takes as a whole
    begins,     ///< a text that begins like this
    longer,     ///< a text of at least so many characters
    at_most,    ///< a text of at most so many characters
    uri,
    mail,
    uuid,
    date,
    date_time,
    amount,
    base64,
    anything,
};

/// Which schemas say so.
enum : unsigned { k_first = 1, k_second = 2, k_both = 3 };

struct Rule {
    unsigned versions;
    const char* path; ///< from the root; '*' stands for every element of a list
    bool required;    ///< in the object above, if that is there
    Kind kind;
    const char* argument = "";
};

constexpr const char* k_ades = "http://uri.etsi.org/ades/191x2/level/baseline/B-B#|"
                               "http://uri.etsi.org/ades/191x2/level/baseline/B-T#|"
                               "http://uri.etsi.org/ades/191x2/level/baseline/B-LT#|"
                               "http://uri.etsi.org/ades/191x2/level/baseline/B-LTA#";
constexpr const char* k_media_type = "[-\\w.]+/[-\\w.+]+";
constexpr const char* k_short_id = "[\\w-]{1,36}";

constexpr Rule k_rules[] = {
    {k_both, "contentStructure", true, Kind::object},
    {k_second, "contentStructure/data", true, Kind::object},
    {k_both, "contentStructure/data/submissionSchema/schemaUri", true, Kind::uri},
    {k_both, "contentStructure/data/signature/signatureFormat", true, Kind::one_of,
     "cms|xml|pdf|asic|json"},
    {k_both, "contentStructure/data/signature/detachedSignature", true, Kind::boolean},
    {k_both, "contentStructure/data/signature/eidasAdesProfile", false, Kind::one_of, k_ades},
    {k_both, "contentStructure/data/signature/content", false, Kind::base64},
    {k_both, "contentStructure/attachments", true, Kind::list},
    {k_first, "contentStructure/attachments/*/purpose", true, Kind::one_of,
     "form|attachment|report"},
    {k_second, "contentStructure/attachments/*/purpose", true, Kind::one_of,
     "form|attachment|report|data"},
    {k_both, "contentStructure/attachments/*/mimeType", true, Kind::matches, k_media_type},
    {k_both, "contentStructure/attachments/*/filename", false, Kind::text},
    {k_both, "contentStructure/attachments/*/description", false, Kind::text},
    {k_both, "contentStructure/attachments/*/signature/signatureFormat", true, Kind::one_of,
     "cms|xml|pdf|asic|json"},
    {k_both, "contentStructure/attachments/*/signature/detachedSignature", true, Kind::boolean},
    {k_both, "contentStructure/attachments/*/signature/eidasAdesProfile", false, Kind::one_of,
     k_ades},
    {k_both, "contentStructure/attachments/*/signature/content", false, Kind::base64},
    {k_second, "contentStructure/attachments/*/fragments", false, Kind::distinct},
    {k_second, "contentStructure/attachments/*/fragments/*", true, Kind::uuid},
    {k_first, "publicServiceType/identifier", true, Kind::matches,
     "(?=.{7,255}$)urn:[a-z0-9][a-z0-9-]{0,31}:[a-z0-9()+,.:=@;$_!*'%/?#-]+"},
    {k_first, "publicServiceType/name", false, Kind::text},
    {k_first, "publicServiceType/description", false, Kind::text},
    {k_first, "authenticationInformation", false, Kind::filled},
    {k_first, "authenticationInformation/*/type", true, Kind::one_of, "identificationReport"},
    {k_first, "authenticationInformation/*/version", true, Kind::matches,
     "(0|[1-9]\\d*)\\.(0|[1-9]\\d*)\\.(0|[1-9]\\d*)"},
    {k_first, "authenticationInformation/*/content", true, Kind::base64},
    {k_second, "dataSets", false, Kind::list},
    {k_second, "dataSets/*/dataSetId", true, Kind::uuid},
    {k_second, "dataSets/*/schema", true, Kind::object},
    {k_second, "dataSets/*/schema/schemaUri", true, Kind::uri},
    {k_second, "dataSets/*/schema/mimeType", true, Kind::one_of,
     "application/json|application/xml|application/jose"},
    {k_second, "dataSets/*/hash", true, Kind::object},
    {k_second, "dataSets/*/hash/type", true, Kind::one_of, "sha512"},
    {k_second, "dataSets/*/hash/content", true, Kind::matches, "[a-f0-9]{128}"},
    {k_second, "dataSets/*/content", true, Kind::anything},
    {k_second, "dataSets/*/description", false, Kind::text},
    {k_second, "author/name", true, Kind::text},
    {k_second, "author/description", false, Kind::text},
    {k_second, "author/url", false, Kind::text},
    {k_second, "author/product", true, Kind::object},
    {k_second, "author/product/name", true, Kind::text},
    {k_second, "author/product/version", true, Kind::text},
    {k_second, "author/product/manufacturer", true, Kind::text},
    {k_second, "author/product/description", false, Kind::text},
    {k_both, "paymentInformation/transactionReference", true, Kind::text},
    {k_both, "paymentInformation/transactionId", true, Kind::matches, k_short_id},
    {k_both, "paymentInformation/paymentMethod", true, Kind::one_of,
     "GIROPAY|PAYDIRECT|CREDITCARD|PAYPAL|INVOICE|OTHER"},
    {k_both, "paymentInformation/status", true, Kind::one_of, "INITIAL|BOOKED|FAILED|CANCELED"},
    {k_both, "paymentInformation/transactionUrl", false, Kind::uri},
    {k_both, "paymentInformation/transactionTimestamp", false, Kind::date_time},
    {k_both, "paymentInformation/paymentMethodDetail", false, Kind::matches, k_short_id},
    {k_both, "paymentInformation/grossAmount", false, Kind::amount},
    {k_both, "replyChannel", false, Kind::one_member},
    {k_both, "replyChannel/eMail/address", true, Kind::mail},
    {k_both, "replyChannel/eMail/pgpPublicKey", false, Kind::begins,
     "-----BEGIN PGP PUBLIC KEY BLOCK-----\n\n"},
    {k_both, "replyChannel/deMail/address", true, Kind::mail},
    {k_first, "replyChannel/fink/finkPostfachRef", true, Kind::matches, "[-._a-z0-9~/]{0,150}"},
    {k_second, "replyChannel/fink/finkPostfachRef", true, Kind::matches, "[-._a-z0-9~/]{1,150}"},
    {k_both, "replyChannel/fink/host", false, Kind::uri},
    {k_first, "replyChannel/elster/accountId", true, Kind::matches, "\\d{10}"},
    {k_second, "replyChannel/elster/accountId", true, Kind::text},
    {k_both, "replyChannel/elster/lieferTicket", false, Kind::text},
    {k_first, "replyChannel/elster/geschaeftszeichen", false, Kind::at_most, "10"},
    {k_second, "replyChannel/elster/geschaeftszeichen", false, Kind::at_most, "60"},
    {k_second, "replyChannel/fitConnect/processStandards", true, Kind::filled},
    {k_second, "replyChannel/fitConnect/processStandards/*", true, Kind::uri},
    {k_second, "replyChannel/fitConnect/encryptionPublicKey", true, Kind::object},
    {k_second, "replyChannel/fitConnect/encryptionPublicKey/kty", true, Kind::one_of, "RSA"},
    {k_second, "replyChannel/fitConnect/encryptionPublicKey/key_ops", true, Kind::list},
    {k_second, "replyChannel/fitConnect/encryptionPublicKey/key_ops/*", true, Kind::one_of,
     "wrapKey"},
    {k_second, "replyChannel/fitConnect/encryptionPublicKey/alg", true, Kind::one_of,
     "RSA-OAEP-256"},
    {k_second, "replyChannel/fitConnect/encryptionPublicKey/kid", true, Kind::matches, "[^]{8,64}"},
    {k_second, "replyChannel/fitConnect/encryptionPublicKey/n", true, Kind::longer, "683"},
    {k_second, "replyChannel/fitConnect/encryptionPublicKey/e", true, Kind::one_of, "AQAB"},
    {k_second, "replyChannel/idBundDeMailbox/mailboxUuid", true, Kind::uuid},
    {k_both, "additionalReferenceInfo/senderReference", false, Kind::text},
    {k_both, "additionalReferenceInfo/applicationDate", false, Kind::date},
    {k_second, "additionalReferenceInfo/idBundDeApplicationId", false, Kind::uuid},
    {k_second, "additionalReferenceInfo/zustimmungZumDigitalenBescheid", false, Kind::boolean},
    {k_second, "additionalReferenceInfo", false, Kind::only,
     "senderReference|applicationDate|idBundDeApplicationId|zustimmungZumDigitalenBescheid"},
};

bool is_listed(std::string_view list, std::string_view text)
{
    const auto words = base::split(list, '|');
    return std::ranges::find(words, text) != words.end();
}

/// Texts longer than any that such a rule allows are not given to the expression.
bool is_match(const std::string& text, const char* expression)
{
    constexpr std::size_t k_longest = 300;
    thread_local std::map<std::string_view, std::regex> compiled;
    if (text.size() > k_longest) {
        return false;
    }
    auto found = compiled.find(expression);
    if (found == compiled.end()) {
        found = compiled.emplace(expression, std::regex(expression)).first;
    }
    return std::regex_match(text, found->second);
}

bool is_uri(const std::string& text)
{
    const auto colon = text.find(':');
    const auto in_scheme = [](unsigned char c) {
        return std::isalnum(c) != 0 || c == '+' || c == '-' || c == '.';
    };
    return colon != std::string::npos && colon > 0 && colon + 1 < text.size() &&
           std::isalpha(static_cast<unsigned char>(text.front())) != 0 &&
           std::all_of(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(colon),
                       in_scheme) &&
           std::none_of(text.begin(), text.end(),
                        [](unsigned char c) { return c <= ' ' || c == '<' || c == '>'; });
}

bool is_mail(const std::string& text)
{
    const auto at = text.rfind('@');
    return at != std::string::npos && at > 0 && at + 1 < text.size() &&
           text.find_first_of(" \t\r\n") == std::string::npos;
}

bool is_date(const std::string& text)
{
    constexpr std::size_t k_date_length = 10;
    return text.size() == k_date_length && base::parse_time(text).has_value();
}

/// More than nothing, with at most two decimal places: as written, since binary fractions are not
/// exact.
bool is_amount(const json::Value& value)
{
    if (!value.is_number() || value.get<double>() < 0.01) {
        return false;
    }
    auto text = json::dump(value);
    const auto point = text.find('.');
    if (point == std::string::npos || text.find('e') != std::string::npos) {
        return text.find("e-") == std::string::npos;
    }
    const auto last = text.find_last_not_of('0');
    return last <= point + 2;
}

/// The schema's expression is looser than base64: it looks at one end only.
bool is_base64(const std::string& text)
{
    const auto is_sign = [](unsigned char c) {
        return std::isalnum(c) != 0 || c == '+' || c == '/' || c == '=' || c == '-' || c == '_';
    };
    return !text.empty() && (is_sign(static_cast<unsigned char>(text.front())) ||
                             is_sign(static_cast<unsigned char>(text.back())));
}

void demand(bool good, const json::Reader& value, std::string_view expected)
{
    if (!good) {
        value.fail(expected);
    }
}

void check_list(const Rule& rule, const json::Reader& value)
{
    const auto elements = value.elements();
    demand(rule.kind == Kind::list || !elements.empty(), value, "at least one element");
    std::set<std::string> seen;
    for (const auto& element : elements) {
        demand(rule.kind != Kind::distinct || seen.insert(json::dump(element.value())).second,
               element, "no element twice");
    }
}

void check_object(const Rule& rule, const json::Reader& value)
{
    const auto members = value.members();
    demand(rule.kind != Kind::one_member || members.size() == 1, value, "exactly one channel");
    for (const auto& [name, member] : members) {
        demand(rule.kind != Kind::only || is_listed(rule.argument, name), member, "no such member");
    }
}

void check_text(const Rule& rule, const json::Reader& value)
{
    const auto text = value.string();
    switch (rule.kind) {
    case Kind::one_of:
        return demand(is_listed(rule.argument, text), value, rule.argument);
    case Kind::matches:
        return demand(is_match(text, rule.argument), value, rule.argument);
    case Kind::begins:
        return demand(text.starts_with(rule.argument), value, "-----BEGIN PGP PUBLIC KEY BLOCK");
    case Kind::longer:
        return demand(text.size() >= std::stoul(rule.argument), value,
                      "length >= " + std::string(rule.argument));
    case Kind::at_most:
        return demand(base::to_code_points(text).size() <= std::stoul(rule.argument), value,
                      "length <= " + std::string(rule.argument));
    case Kind::uri:
        return demand(is_uri(text), value, "URI");
    case Kind::mail:
        return demand(is_mail(text), value, "email");
    case Kind::uuid:
        return demand(base::canonical_uuid(text).has_value(), value, "UUID");
    case Kind::date:
        return demand(is_date(text), value, "2026-11-23");
    case Kind::date_time:
        return demand(text.find('T') != std::string::npos && base::parse_time(text).has_value(),
                      value, "2026-11-23T08:14:05Z");
    case Kind::base64:
        return demand(is_base64(text), value, "base64");
    default:
        return;
    }
}

void check_value(const Rule& rule, const json::Reader& value)
{
    switch (rule.kind) {
    case Kind::anything:
        return;
    case Kind::boolean:
        value.boolean();
        return;
    case Kind::amount:
        return demand(is_amount(value.value()), value, "amount >= 0.01 with two decimal places");
    case Kind::list:
    case Kind::filled:
    case Kind::distinct:
        return check_list(rule, value);
    case Kind::object:
    case Kind::one_member:
    case Kind::only:
        return check_object(rule, value);
    default:
        return check_text(rule, value);
    }
}

/// Follows the path; an optional member on the way that is absent ends it.
void follow(const Rule& rule, const json::Reader& at, std::string_view path)
{
    const auto slash = path.find('/');
    const auto name = path.substr(0, slash);
    const auto rest = slash == std::string_view::npos ? "" : path.substr(slash + 1);
    if (name == "*") {
        for (const auto& element : at.elements()) {
            rest.empty() ? check_value(rule, element) : follow(rule, element, rest);
        }
        return;
    }
    const auto member = at.find(name);
    if (!member && rest.empty() && rule.required) {
        at.at(name);
    }
    if (member) {
        rest.empty() ? check_value(rule, *member) : follow(rule, *member, rest);
    }
}

void demand_distinct_data_sets(const json::Reader& document)
{
    std::set<std::string> seen;
    if (const auto sets = document.find("dataSets")) {
        for (const auto& set : sets->elements()) {
            demand(seen.insert(base::to_lower_ascii(set.string("dataSetId"))).second,
                   set.at("dataSetId"), "no id twice");
        }
    }
}

} // namespace

bool metadata_rules_known(std::string_view version)
{
    return version == "1.0.0" || version == "2.1.0";
}

void check_metadata_rules(const json::Reader& document, std::string_view version)
{
    if (!metadata_rules_known(version)) {
        return;
    }
    const unsigned asked = version == "1.0.0" ? k_first : k_second;
    for (const auto& rule : k_rules) {
        if ((rule.versions & asked) != 0) {
            follow(rule, document, rule.path);
        }
    }
    if (asked == k_second) {
        demand_distinct_data_sets(document);
    }
}

std::vector<std::string> data_sets_with_other_hash(const json::Reader& document)
{
    std::vector<std::string> places;
    const auto sets = document.find("dataSets");
    for (const auto& set : sets ? sets->elements() : std::vector<json::Reader>()) {
        const auto& content = set.at("content").value();
        const auto text = content.is_string() ? content.get<std::string>() : json::dump(content);
        const auto hash =
            base::to_hex(crypto::digest(crypto::DigestAlgorithm::sha512, base::as_bytes(text)));
        if (hash != set.at("hash").string("content")) {
            places.push_back(set.pointer());
        }
    }
    return places;
}

} // namespace anb::fitconnect
