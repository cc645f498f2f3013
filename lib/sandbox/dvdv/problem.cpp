// SPDX-License-Identifier: EUPL-1.2

#include "sandbox/dvdv/problem.hpp"

#include "base/text.hpp"

#include <fmt/format.h>

namespace anb::sandbox {

namespace {

Response dvdv_problem(int status, std::string_view type, std::string_view title,
                      std::string_view detail, std::string_view instance)
{
    auto response = json_response({{"type", "problems/type/" + std::string(type)},
                                   {"title", std::string(title)},
                                   {"status", status},
                                   {"detail", std::string(detail)},
                                   {"instance", "problems/instance/" + std::string(instance)}},
                                  status);
    response.media_type = "application/problem+json";
    return response;
}

bool stands_for_itself(char c)
{
    return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') ||
           std::string_view("!*+-/").find(c) != std::string_view::npos;
}

std::string encoded(std::string_view character)
{
    if (character == " ") {
        return "_";
    }
    if (character.size() == 1 && stands_for_itself(character.front())) {
        return std::string(character);
    }
    std::string out;
    for (const char c : character) {
        out += fmt::format("={:02X}", static_cast<unsigned char>(c));
    }
    return out;
}

} // namespace

Refusal no_request_object(std::string_view where)
{
    return Refusal(dvdv_problem(400, "INPUT_VALIDATION", "Invalide Eingabe",
                                fmt::format("7006: Fehler bei JSON-Konvertierung für {}", where),
                                "RequestJsonProcessing"));
}

Refusal missing_parameter(std::string_view name)
{
    return bad_parameter(name, "fehlt");
}

Refusal bad_parameter(std::string_view name, std::string_view what)
{
    return bad_request(fmt::format("Parameter '{}' {}", name, what));
}

Refusal bad_request(std::string_view detail)
{
    return Refusal(
        dvdv_problem(400, "SERVICE_VALIDATION", "Invalider Request", detail, "RestValidation"));
}

Response entity_not_found(std::string_view detail)
{
    return dvdv_problem(404, "ENTITY_NOT_FOUND", "Entität nicht gefunden", detail,
                        "DirectoryEntityNotFound");
}

Refusal no_client_certificate(std::string_view detail)
{
    return Refusal(dvdv_problem(401, "AUTHENTICATION",
                                "Fehler bei der Standalone-Authentifizierung", detail,
                                "StandaloneAuthentication"));
}

Response bodiless(int status)
{
    return {.status = status, .media_type = {}, .body = {}, .headers = {}, .file = {}};
}

std::string encoded_words(std::string_view text)
{
    constexpr std::string_view k_front = "=?utf-8?q?";
    constexpr std::string_view k_back = "?=";
    constexpr std::size_t k_longest = 75 - k_front.size() - k_back.size();
    std::vector<std::string> words(1);
    for (const char32_t point : base::to_code_points(text)) {
        const auto piece = encoded(base::to_utf8(std::u32string_view(&point, 1)));
        if (words.back().size() + piece.size() > k_longest) {
            words.emplace_back();
        }
        words.back() += piece;
    }
    for (auto& word : words) {
        word = std::string(k_front) + word + std::string(k_back);
    }
    return base::join(words, " ");
}

} // namespace anb::sandbox
