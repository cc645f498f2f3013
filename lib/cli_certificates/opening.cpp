// SPDX-License-Identifier: EUPL-1.2

#include "cli_certificates/opening.hpp"

#include "base/text.hpp"

namespace anb::cli_certificates {

inventory::Contents FileOpener::open(const std::string& path, bool keys_suffice)
{
    inventory::Opening opening;
    opening.at = m_io.judged_at();
    opening.keys_suffice = keys_suffice;
    opening.password = [this](std::string_view file) { return ask(file); };
    return inventory::open(base::read_file(path, inventory::k_most_bytes), path, opening);
}

base::SecretString FileOpener::ask(std::string_view file)
{
    if (m_known) {
        return base::SecretString(m_known->reveal());
    }
    auto source = m_options.password;
    source.credential = "p12-password";
    source.file_variable = "ANB_P12_PASSWORD_FILE";
    source.prompt = m_io.say("Kennwort für ", "Password for ") + base::printable(file) + ":";
    auto answer = m_io.secret(source);
    if (!source.file.empty() || source.descriptor >= 0 || !source.variable.empty()) {
        m_known.emplace(answer.reveal());
    }
    return answer;
}

} // namespace anb::cli_certificates
