// Refusals as a DVDV server sends them: problem documents with the types that its interface
// description names, and answers without a body where it describes none.
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "sandbox/message.hpp"
#include "sandbox/problem.hpp"

#include <string>
#include <string_view>

namespace anb::sandbox {

/// 400 INPUT_VALIDATION 7006: a text that is no request object. @param where  what was converted:
/// "URL-Query-Parameter request_json='{'"
Refusal no_request_object(std::string_view where);
/// 400 SERVICE_VALIDATION: "Parameter 'category' fehlt"
Refusal missing_parameter(std::string_view name);
/// 400 SERVICE_VALIDATION: "Parameter 'category' " and what is wrong with it
Refusal bad_parameter(std::string_view name, std::string_view what);
/// 400 SERVICE_VALIDATION for a whole request.
Refusal bad_request(std::string_view detail);
/// 404 ENTITY_NOT_FOUND. @param detail  with its number: "5005: …"
Response entity_not_found(std::string_view detail);
/// 401 AUTHENTICATION of the token service.
Refusal no_client_certificate(std::string_view detail);
/// An answer without a body.
Response bodiless(int status);

/// A text as encoded words (RFC 2047 §2, §4.2): UTF-8, Q encoding, words of at most 75 characters
/// separated by blanks, none of which ends inside a character.
std::string encoded_words(std::string_view text);

} // namespace anb::sandbox
