// SPDX-License-Identifier: EUPL-1.2

#include "cli/question.hpp"

#include "base/text.hpp"
#include "cli/detail/prompt.hpp"

namespace anb::cli {

bool agrees(Io& io, std::string_view question)
{
    if (io.common().no_input || !detail::can_ask()) {
        return false;
    }
    io.status({});
    const auto answer =
        detail::ask(std::string(question) + io.say(" (ja/nein): ", " (yes/no): "), false);
    if (!answer) {
        return false;
    }
    const auto word = base::to_lower_ascii(base::trim(answer->reveal()));
    return word == "ja" || word == "j" || word == "yes" || word == "y";
}

} // namespace anb::cli
