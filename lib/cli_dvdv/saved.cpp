// SPDX-License-Identifier: EUPL-1.2

#include "cli_dvdv/saved.hpp"

#include "base/error.hpp"
#include "base/file.hpp"
#include "base/text.hpp"
#include "cli_dvdv/view.hpp"

namespace anb::cli_dvdv {

namespace {

using json::Value;

constexpr std::uint64_t k_largest_answer = 32 * 1024 * 1024;
constexpr std::size_t k_width = 400;

Value read(const std::string& file)
{
    const auto bytes = base::read_file(file, k_largest_answer);
    return json::parse(base::as_text(bytes), file);
}

[[noreturn]] void refuse(const std::string& file, std::string_view expected)
{
    throw base::Error(base::ErrorKind::input, "ANB-D207",
                      {{"url", file}, {"expected", std::string(expected)}});
}

/// Members of which one tells what an object is.
bool has_one(const Value& value, std::initializer_list<const char*> names)
{
    return std::any_of(names.begin(), names.end(),
                       [&](const char* name) { return value.contains(name); });
}

class Viewer {
public:
    Viewer(const std::string& file, cli::Io& io) : m_file(file), m_io(io) {}

    void show(const Value& value)
    {
        if (value.is_array()) {
            for (const auto& each : value) {
                show(each);
            }
        } else if (value.is_object()) {
            show_object(value);
        } else if (value.is_string()) {
            m_io.line(base::printable(value.get<std::string>(), k_width));
        } else if (value.is_null()) {
            m_io.line(m_io.say("– kein Treffer", "– no hit"));
        } else {
            refuse(m_file, "{…}, […]");
        }
    }

private:
    void show_object(const Value& value)
    {
        if (value.contains("service") && value.at("service").is_object()) {
            show_object(value.at("service"));
        } else if (has_one(value, {"serviceElements", "serviceSpecificationUri"})) {
            show_service(m_io, dvdv::read_service(value));
        } else if (has_one(value, {"organization", "organizationKeys"})) {
            show_organization(m_io, dvdv::read_description(value));
        } else if (has_one(value, {"access_token", "accessToken"})) {
            m_io.line(m_io.say("Token (wird nicht gezeigt)", "token (not shown)"));
        } else if (has_one(value, {"content"})) {
            show_certificate(m_io, dvdv::read_certificate(value));
        } else if (value.contains("name") && value.contains("children")) {
            show_categories(m_io, dvdv::read_categories(Value::array({value})));
        } else if (has_one(value, {"detail", "verifyCategory", "version", "uri"})) {
            show_members(value);
        } else {
            refuse(m_file, "Service, Organization, Category, Certificate, problem");
        }
    }

    /// Plain facts: a problem document, a version, an Intermediär.
    void show_members(const Value& value)
    {
        cli::Table table;
        for (const auto& [name, member] : value.items()) {
            if (!member.is_null() && !member.is_structured()) {
                const auto text = member.is_string() ? member.get<std::string>() : member.dump();
                table.rows.push_back(
                    {base::printable(name, k_width), base::printable(text, k_width)});
            }
        }
        m_io.table(table);
    }

    const std::string& m_file;
    cli::Io& m_io;
};

} // namespace

dvdv::ServiceAnswer read_saved_service(const std::string& file)
{
    const auto value = read(file);
    const auto member = value.is_object() ? value.find("service") : value.end();
    const bool wrapped = value.is_object() && member != value.end() && member->is_object();
    dvdv::ServiceAnswer answer;
    answer.presence = dvdv::Presence::found;
    answer.service = dvdv::read_service(wrapped ? *member : value);
    if (answer.service.specification_uri.empty() && answer.service.elements.empty()) {
        refuse(file, "Service");
    }
    return answer;
}

void show_saved(const std::string& file, cli::Io& io)
{
    Viewer(file, io).show(read(file));
}

} // namespace anb::cli_dvdv
