// What faults do to the body of an answer.
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "sandbox/faults.hpp"
#include "sandbox/message.hpp"

#include <map>
#include <mutex>
#include <string>
#include <string_view>

namespace anb::sandbox {

/// The answers that `swap=` keeps for later ones. Safe to use from several threads.
class SwappedAnswers {
public:
    /// The body that the rule saw at another address before; its own body, which is kept, when
    /// there was none. @param target  path and query
    std::string exchange(std::size_t rule, const std::string& target, const std::string& body);

private:
    struct Kept {
        std::string target, body;
    };
    std::mutex m_mutex;
    std::map<std::size_t, Kept> m_kept; ///< by rule
};

/// True when change_answer() has something to do.
bool changes_answer(const Effect& effect);

/// Carries out body=, swap=, replace=, forge=, oversize= and header=, in this order.
void change_answer(const Effect& effect, const std::string& target, SwappedAnswers& swapped,
                   Response& response);

/// Spoils the signature of every compact JWS in a text, each by one character.
std::string forge_signatures(std::string text);
/// Puts another modulus in place of every "n" in a JSON text; it stays an odd number of the size.
std::string forge_keys(std::string text);

} // namespace anb::sandbox
