// SPDX-License-Identifier: EUPL-1.2

#include "messages/message.hpp"

#include "base/text.hpp"
#include "messages/tables.hpp"

#include <algorithm>

namespace anb::messages {

namespace {

std::vector<const Message*> collect()
{
    std::vector<const Message*> rows;
    for (const auto part : {certificate_messages(),
                            certificate_chain_messages(),
                            certificate_file_messages(),
                            store_messages(),
                            key_messages(),
                            key_rule_messages(),
                            usage_messages(),
                            general_messages(),
                            configuration_messages(),
                            network_messages(),
                            osci_messages(),
                            destination_messages(),
                            destination_change_messages(),
                            directory_messages(),
                            directory_entry_messages(),
                            routing_messages(),
                            fitconnect_messages(),
                            revocation_messages(),
                            osci_sending_messages(),
                            osci_receiving_messages(),
                            sending_check_messages(),
                            sending_messages(),
                            receiving_messages(),
                            validation_messages(),
                            validation_rule_messages(),
                            schema_package_messages(),
                            xml_messages()}) {
        for (const auto& row : part) {
            rows.push_back(&row);
        }
    }
    std::ranges::sort(rows, {}, &Message::code);
    return rows;
}

const std::vector<const Message*>& rows()
{
    static const auto k_rows = collect();
    return k_rows;
}

std::string value_of(std::string_view name, const base::Values& values)
{
    const auto value = std::ranges::find(values, name, &base::Values::value_type::first);
    return value == values.end() || value->second.empty() ? "?" : base::printable(value->second);
}

} // namespace

const Message* find(std::string_view code)
{
    const auto row = std::ranges::lower_bound(rows(), code, {}, &Message::code);
    return row != rows().end() && (*row)->code == code ? *row : nullptr;
}

std::span<const Message* const> all()
{
    return rows();
}

std::string fill(std::string_view text, const base::Values& values)
{
    std::string filled;
    while (!text.empty()) {
        const auto open = text.find('{');
        const auto close = text.find('}', open);
        filled += text.substr(0, open);
        if (open == std::string_view::npos) {
            break;
        }
        if (close == std::string_view::npos) {
            filled += text.substr(open);
            break;
        }
        filled += value_of(text.substr(open + 1, close - open - 1), values);
        text.remove_prefix(close + 1);
    }
    return filled;
}

std::string_view name(Responsible responsible, Language language)
{
    switch (responsible) {
    case Responsible::none:
        return "";
    case Responsible::kommune:
        return Text{"Kommune", "municipality (Kommune)"}.in(language);
    case Responsible::fachverfahrenshersteller:
        return Text{"Fachverfahrenshersteller",
                    "vendor of the specialist application (Fachverfahrenshersteller)"}
            .in(language);
    case Responsible::dvdv_pflegende_stelle:
        return Text{"DVDV-pflegende Stelle", "office maintaining the DVDV (DVDV-pflegende Stelle)"}
            .in(language);
    case Responsible::landesredaktion:
        return "Landesredaktion";
    case Responsible::koordinierende_stelle:
        return Text{"koordinierende Stelle des Landes",
                    "coordinating office of the Land (koordinierende Stelle des Landes)"}
            .in(language);
    case Responsible::betreiber_intermediaer:
        return Text{"Betreiber des Intermediärs",
                    "operator of the intermediary (Betreiber des Intermediärs)"}
            .in(language);
    case Responsible::fitconnect_support:
        return Text{"FIT-Connect-Support", "FIT-Connect support"}.in(language);
    case Responsible::netzwerk:
        return Text{"Netzwerk/Firewall", "network/firewall"}.in(language);
    }
    return "";
}

std::string_view key(Responsible responsible)
{
    switch (responsible) {
    case Responsible::none:
        return "";
    case Responsible::kommune:
        return "kommune";
    case Responsible::fachverfahrenshersteller:
        return "fachverfahrenshersteller";
    case Responsible::dvdv_pflegende_stelle:
        return "dvdv_pflegende_stelle";
    case Responsible::landesredaktion:
        return "landesredaktion";
    case Responsible::koordinierende_stelle:
        return "koordinierende_stelle";
    case Responsible::betreiber_intermediaer:
        return "betreiber_intermediaer";
    case Responsible::fitconnect_support:
        return "fitconnect_support";
    case Responsible::netzwerk:
        return "netzwerk";
    }
    return "";
}

Responsible responsible_for(const base::Finding& finding, const Message& message)
{
    for (auto each = Responsible::none; each <= Responsible::netzwerk;
         each = static_cast<Responsible>(static_cast<int>(each) + 1)) {
        if (!finding.responsible.empty() && key(each) == finding.responsible) {
            return each;
        }
    }
    return message.responsible;
}

} // namespace anb::messages
