// SPDX-License-Identifier: EUPL-1.2

#include "http/detail/failure.hpp"

namespace anb::http::detail {

namespace {

// OpenSSL's numbers, stable since its first release (x509_vfy.h).
constexpr long k_valid = 0;
constexpr long k_unspecified = 1; // libcurl found the name wrong, the chain was fine
constexpr long k_not_yet_valid = 9;
constexpr long k_has_expired = 10;
constexpr long k_hostname_mismatch = 62;

bool says(const std::string& text, std::string_view words)
{
    return text.find(words) != std::string::npos;
}

base::Error lost(const Failure& failure, const Target& target, const char* code,
                 base::ErrorKind kind)
{
    if (failure.sent && !failure.repeatable) {
        return {base::ErrorKind::try_later, "ANB-N310", values(target, true), failure.text};
    }
    return {failure.sent ? base::ErrorKind::try_later : kind, code, values(target, failure.sent),
            failure.text};
}

base::Error certificate(const Failure& failure, const Target& target)
{
    const char* code = "ANB-N305";
    if (failure.certificate_result == k_not_yet_valid ||
        failure.certificate_result == k_has_expired) {
        code = "ANB-N314";
    } else if (failure.certificate_result == k_hostname_mismatch ||
               failure.certificate_result == k_unspecified ||
               failure.certificate_result == k_valid) {
        code = "ANB-N315";
    }
    return {base::ErrorKind::trust, code, values(target, failure.sent), failure.text};
}

base::Error handshake(const Failure& failure, const Target& target)
{
    if (says(failure.text, "SSL_ERROR_SYSCALL") || says(failure.text, "unexpected eof") ||
        says(failure.text, "reset by peer")) {
        return lost(failure, target, "ANB-N302", base::ErrorKind::unavailable);
    }
    return {base::ErrorKind::trust, "ANB-N311", values(target, failure.sent), failure.text};
}

base::Error proxy(const Failure& failure, const Target& target)
{
    auto named = values(target, failure.sent);
    if (failure.proxy_status == 0) {
        return {base::ErrorKind::unavailable, "ANB-N316", std::move(named), failure.text};
    }
    named.emplace_back("status", std::to_string(failure.proxy_status));
    return {base::ErrorKind::unavailable, "ANB-N303", std::move(named), failure.text};
}

} // namespace

base::Values values(const Target& target, bool sent)
{
    return {{"host", target.name()}, {"sent", sent ? "yes" : "no"}};
}

bool is_transient(const base::Error& error)
{
    return error.code() == "ANB-N301" || error.code() == "ANB-N302" || error.code() == "ANB-N304" ||
           error.code() == "ANB-N316";
}

base::Error to_error(const Failure& failure, const Target& target)
{
    switch (failure.code) {
    case CURLE_COULDNT_RESOLVE_HOST:
        return {base::ErrorKind::unavailable, "ANB-N301", values(target, failure.sent),
                failure.text};
    case CURLE_COULDNT_RESOLVE_PROXY:
    case CURLE_PROXY:
        return proxy(failure, target);
    case CURLE_COULDNT_CONNECT:
        if (!says(failure.text, " " + target.host + " port " + target.port + " ")) {
            return proxy(failure, target);
        }
        return lost(failure, target, "ANB-N302", base::ErrorKind::unavailable);
    case CURLE_OPERATION_TIMEDOUT:
        return lost(failure, target, "ANB-N304", base::ErrorKind::try_later);
    case CURLE_PEER_FAILED_VERIFICATION:
        return certificate(failure, target);
    case CURLE_SSL_CONNECT_ERROR:
        return handshake(failure, target);
    case CURLE_BAD_CONTENT_ENCODING:
    case CURLE_UNSUPPORTED_PROTOCOL:
    case CURLE_WEIRD_SERVER_REPLY:
    case CURLE_WRITE_ERROR:
        return {base::ErrorKind::input, "ANB-N307", values(target, failure.sent), failure.text};
    default:
        break;
    }
    if (failure.proxy_status >= 300) {
        return proxy(failure, target);
    }
    return lost(failure, target, "ANB-N302", base::ErrorKind::unavailable);
}

} // namespace anb::http::detail
