// What the tests of this room share: a folder that goes away, a clock that stands, and a plan.
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "base/error.hpp"
#include "crypto/random.hpp"
#include "testantrag/fitconnect/journal.hpp"

#include <filesystem>
#include <fstream>
#include <functional>
#include <sstream>
#include <string>

namespace anb::test {

class TemporaryFolder {
public:
    TemporaryFolder()
        : m_path(std::filesystem::temp_directory_path() / ("anb-" + crypto::random_uuid()))
    {
        base::make_folder(m_path);
    }
    ~TemporaryFolder()
    {
        std::error_code ignored;
        std::filesystem::remove_all(m_path, ignored);
    }
    TemporaryFolder(const TemporaryFolder&) = delete;
    TemporaryFolder& operator=(const TemporaryFolder&) = delete;

    std::filesystem::path operator/(const std::string& name) const { return m_path / name; }
    const std::filesystem::path& path() const { return m_path; }

private:
    std::filesystem::path m_path;
};

inline void write(const std::filesystem::path& file, const std::string& text)
{
    std::ofstream(file, std::ios::binary) << text;
}

inline std::string read(const std::filesystem::path& file)
{
    std::ostringstream text;
    text << std::ifstream(file, std::ios::binary).rdbuf();
    return text.str();
}

inline std::string code_of(const std::function<void()>& call)
{
    try {
        call();
    } catch (const base::Error& error) {
        return error.code();
    }
    return "nothing";
}

inline base::UtcTime at_noon()
{
    return base::from_unix(1768478400);
}

inline const fitconnect::AttachmentId& attachment_id()
{
    static const auto k_id =
        fitconnect::AttachmentId::parse("46cecbaa-4e08-42e5-a104-6da5fead6491");
    return k_id;
}

/// A plan with one attachment; its parts need not exist.
inline testantrag::Plan plan()
{
    testantrag::Plan plan;
    plan.environment = "test";
    plan.destination = fitconnect::DestinationId::parse("d6094b2a-6eb9-4193-b501-34fe78fdf22a");
    plan.encryption_kid = "schluessel-1";
    plan.service = {.identifier = "urn:de:fim:leika:leistung:99123456760610", .name = "hzl"};
    plan.schema = {.schema_uri = "urn:x", .mime_type = "application/xml"};
    plan.metadata_version = "2.1.0";
    plan.metadata = {.file = "metadata.jwe", .size = 9, .tag = "m", .sha512 = "0"};
    plan.data = {.file = "data.jwe", .size = 9, .tag = "d", .sha512 = "1"};
    plan.attachments = {
        {.id = attachment_id(),
         .part = {.file = attachment_id().str() + ".jwe", .size = 9, .tag = "a", .sha512 = "2"}}};
    return plan;
}

} // namespace anb::test
