// What is to be sent, checked before anybody is asked: readable, well-formed, within the limits.
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "base/bytes.hpp"
#include "base/file.hpp"
#include "base/report.hpp"
#include "base/source.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace anb::testantrag {

/// Limits of the service (fit-connect.md §10).
inline constexpr std::size_t k_max_attachments = 100;
inline constexpr std::size_t k_recommended_attachments = 30;
inline constexpr std::uint64_t k_max_part = 500'000'000;
inline constexpr std::uint64_t k_max_total = 2'000'000'000;

enum class Form { xml, json };

std::string_view mime_type(Form form);

/// The business data.
struct Data {
    std::string path;                  ///< "-" when it came from standard input
    std::optional<base::Bytes> memory; ///< of standard input, which can be read once only
    Form form = Form::xml;
    std::uint64_t size = 0;
    std::string sha512;
};

struct Attachment {
    std::string path;
    std::string filename; ///< last part of the path
    std::string mime_type;
    std::uint64_t size = 0;
    std::int64_t modified = 0; ///< modification_of() the file
};

/// What is to be sent, whatever the way.
struct Package {
    std::string environment;
    Data data;
    std::vector<Attachment> attachments;
    bool final_test = false;
    std::string reason;
    std::vector<base::Unchecked> unchecked; ///< noted in the journal
};

/// When a file was last changed, on the file system's own scale; 0 when that is not known.
std::int64_t modification_of(const base::fs::path& path);

/// The plaintext; `data` must outlive the source.
base::Source source_of(const Data& data);
/// The plaintext. @throws Error{input} ANB-S312, now or when read: the file is no longer the one
/// that was looked at
base::Source source_of(const Attachment& attachment);

/// Reads the data to its end: XML of any size, JSON up to 32 MiB, standard input up to 32 MiB.
/// @throws Error{input} ANB-X102 to ANB-X109 or ANB-G301 when it is not well-formed, ANB-S101 when
///         it is neither XML nor JSON; otherwise as base::read_file()
Data inspect_data(const std::string& path);

/// @throws Error{usage} ANB-S102 for standard input; Error{input} ANB-S201 for anything that is no
///         regular file; otherwise as base::read_file()
Attachment inspect_attachment(const std::string& path);

/// Media type by the file name's ending; "application/octet-stream" when it is not known.
std::string mime_type_of(std::string_view filename);

/// Size of one part as it will be sent.
struct PartSize {
    std::string name;
    std::uint64_t encrypted = 0;
};

/// Findings: ANB-S110 too many attachments, ANB-S111 one too large, ANB-S112 too large together,
/// ANB-S113 (note) more than recommended.
base::Report check_limits(const std::vector<PartSize>& attachments, std::uint64_t others);

/// No compact form of a plaintext is smaller than this; for the check before the key is known.
std::uint64_t least_encrypted_size(std::uint64_t plaintext);

} // namespace anb::testantrag
