// SPDX-License-Identifier: EUPL-1.2

#include "fitconnect/problems.hpp"

#include "base/error.hpp"
#include "base/text.hpp"

#include <algorithm>

namespace anb::fitconnect {

namespace {

constexpr std::string_view k_problem_uri = "https://schema.fitko.de/fit-connect/events/problems/";

constexpr ProblemType k_catalogue[] = {
    {"missing-authentication-tags", "submission", "Prüfsummen fehlen",
     "Authentication tags missing", "Das Ereignis des Absendens enthält keine Authentication-Tags.",
     "The submit event has no authentication tags."},
    {"incorrect-authentication-tag", "metadata data attachment", "Authentication-Tag ungültig",
     "Authentication tag incorrect",
     "Das Authentication-Tag weicht vom empfangenen verschlüsselten Teil ab.",
     "The authentication tag differs from the encrypted part received."},
    {"encryption-issue", "metadata data attachment", "Entschlüsselung nicht möglich",
     "Decryption failed", "Der Teil konnte nicht entschlüsselt werden.",
     "The part could not be decrypted."},
    {"syntax-violation", "metadata data", "Syntaxfehler", "Syntax violation",
     "Der Teil ist kein wohlgeformtes JSON oder XML.", "The part is not well-formed JSON or XML."},
    {"missing-schema", "metadata", "Schema-Referenz fehlt", "Schema reference missing",
     "Die Metadaten nennen kein Schema.", "The metadata name no schema."},
    {"unsupported-schema", "metadata", "Metadatenschema nicht unterstützt",
     "Metadata schema not supported",
     "Die Version des Metadatenschemas wird vom Zustellpunkt nicht unterstützt.",
     "The destination does not support this version of the metadata schema."},
    {"schema-violation", "metadata data", "Schema-Fehler", "Schema violation",
     "Der Teil entspricht nicht seinem Schema.", "The part does not conform to its schema."},
    {"unsupported-service", "metadata submission", "Verwaltungsleistung nicht angeboten",
     "Service not supported", "Der Zustellpunkt bietet diese Verwaltungsleistung nicht an.",
     "The destination does not offer this service."},
    {"service-mismatch", "metadata", "Verwaltungsleistung stimmt nicht überein", "Service mismatch",
     "Die Verwaltungsleistung der Metadaten ist eine andere als die der Einreichung.",
     "The service in the metadata differs from the one of the submission."},
    {"unsupported-data-schema", "metadata", "Fachdatenschema nicht unterstützt",
     "Data schema not supported", "Der Zustellpunkt bietet dieses Fachdatenschema nicht an.",
     "The destination does not offer this data schema."},
    {"attachments-mismatch", "submission metadata", "Anlagen stimmen nicht überein",
     "Attachments mismatch", "Die Anlagen der Metadaten sind andere als die der Einreichung.",
     "The attachments of the metadata differ from those of the submission."},
    {"unsupported-reply-channel", "metadata", "Rückkanal nicht unterstützt",
     "Reply channel not supported", "Der Zustellpunkt bietet diesen Rückkanal nicht an.",
     "The destination does not offer this reply channel."},
    {"missing-data", "data", "Fachdaten fehlen", "Data missing",
     "Die Einreichung enthält keine Fachdaten.", "The submission has no data."},
    {"missing-attachment", "attachment", "Anlage fehlt", "Attachment missing",
     "Eine Anlage konnte nicht geladen werden.", "An attachment could not be loaded."},
    {"hash-mismatch", "data attachment", "Prüfsumme stimmt nicht", "Hash mismatch",
     "Die Prüfsumme des Inhalts weicht von der Prüfsumme der Metadaten ab.",
     "The hash of the content differs from the hash in the metadata."},
    {"technical-error", "other", "Technischer Fehler", "Technical error",
     "Die Einreichung konnte nicht verarbeitet werden.", "The submission could not be processed."},
};

constexpr std::string_view k_attachment = "attachment:";

/// "attachment:<id>" is an instance of the kind "attachment".
std::string_view kind_of(std::string_view instance)
{
    return attachment_of(instance) ? "attachment" : instance;
}

std::string_view tail_of(std::string_view name)
{
    return name.starts_with(k_problem_uri) ? name.substr(k_problem_uri.size()) : name;
}

} // namespace

std::span<const ProblemType> problem_catalogue()
{
    return k_catalogue;
}

const ProblemType* find_problem(std::string_view name)
{
    const auto tail = tail_of(name);
    const auto found = std::find_if(std::begin(k_catalogue), std::end(k_catalogue),
                                    [&](const ProblemType& type) { return type.tail == tail; });
    return found == std::end(k_catalogue) ? nullptr : found;
}

const ProblemType& problem_named(std::string_view name)
{
    if (const auto* type = find_problem(name)) {
        return *type;
    }
    std::vector<std::string> tails;
    for (const auto& type : k_catalogue) {
        tails.emplace_back(type.tail);
    }
    throw base::Error(base::ErrorKind::usage, "ANB-F353",
                      {{"name", std::string(name)},
                       {"nearest", base::nearest(name, tails).value_or("-")},
                       {"list", base::join(tails, ", ")}});
}

std::optional<AttachmentId> attachment_of(std::string_view instance)
{
    const auto id = instance.starts_with(k_attachment)
                        ? base::canonical_uuid(instance.substr(k_attachment.size()))
                        : std::nullopt;
    return id ? std::optional(AttachmentId::parse(*id)) : std::nullopt;
}

NamedProblem named_problem(std::string_view text)
{
    const auto at = text.find('@');
    const auto& type = problem_named(text.substr(0, at));
    if (at == std::string_view::npos) {
        return {.type = &type, .instance = {}};
    }
    const auto given = text.substr(at + 1);
    const auto kinds = base::split(type.instances, ' ');
    const auto is_bare = given == "attachment";
    if (is_bare || std::find(kinds.begin(), kinds.end(), kind_of(given)) == kinds.end()) {
        std::vector<std::string> names;
        for (const auto kind : kinds) {
            names.emplace_back(kind == "attachment" ? "attachment:ID" : kind);
        }
        throw base::Error(base::ErrorKind::usage, "ANB-F354",
                          {{"name", std::string(type.tail)},
                           {"instance", std::string(given)},
                           {"list", base::join(names, ", ")}});
    }
    const auto attachment = attachment_of(given);
    return {.type = &type,
            .instance =
                attachment ? std::string(k_attachment) + attachment->str() : std::string(given)};
}

EventProblem make_problem(const ProblemType& type, std::string_view instance)
{
    const auto usual = base::split(type.instances, ' ').front();
    return {.type = std::string(k_problem_uri).append(type.tail),
            .title = std::string(type.title_de),
            .detail = std::string(type.detail_de),
            .instance = std::string(instance.empty() ? usual : instance)};
}

std::string describe(const EventProblem& problem, bool german)
{
    if (const auto* type = find_problem(problem.type)) {
        return std::string(german ? type->detail_de : type->detail_en);
    }
    return problem.title.empty() ? problem.type : problem.title;
}

} // namespace anb::fitconnect
