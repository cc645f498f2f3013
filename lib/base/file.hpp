// Files: bounded reading, and writing that shows a reader the old or the new file, never half.
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "base/bytes.hpp"
#include "base/secret.hpp"

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>

namespace anb::base {

namespace fs = std::filesystem;

/// Who may read a file that we make.
enum class Access {
    everyone,   ///< 0644 less the umask
    owner_only, ///< 0600 from the first moment
};

/// Reads a whole file.
///
/// @param path   a path, or "-" for standard input
/// @param limit  more bytes than this are refused
/// @throws Error{missing} ANB-G201 when there is no such file, Error{credentials} ANB-G202 when it
///         may not be read, Error{input} ANB-G203 for a directory or a file over the limit,
///         Error{io} ANB-G204 for a read error
Bytes read_file(const std::string& path, std::uint64_t limit);

/// Reads a whole file into wiped memory; otherwise as read_file().
SecretBytes read_secret_file(const std::string& path, std::uint64_t limit);

/// Reads what an open descriptor gives until its end; it stays open.
/// @throws Error{missing} ANB-G201 when it is not open; otherwise as read_file()
SecretBytes read_secret_descriptor(int descriptor, std::uint64_t limit);

/// True when group or others may read the file.
bool readable_by_others(const fs::path& path);

/// A file that appears under its name only by commit(): it is written under a temporary name in
/// the same folder, flushed, renamed, and the folder flushed. Destruction without commit() leaves
/// nothing behind. Opening sweeps temporary files that a killed process left for the same target.
class AtomicFile {
public:
    /// What commit() does when the target exists.
    enum class Existing {
        replace,
        refuse, ///< commit() throws Error{exists} ANB-G205
    };

    /// @throws Error{io} ANB-G206 when the folder does not exist or cannot be written, or the
    /// target
    ///         is a device or a folder
    AtomicFile(fs::path target, Access access, Existing existing = Existing::replace);
    AtomicFile(AtomicFile&& other) noexcept;
    AtomicFile& operator=(AtomicFile&&) = delete;
    AtomicFile(const AtomicFile&) = delete;
    AtomicFile& operator=(const AtomicFile&) = delete;
    ~AtomicFile();

    /// @throws Error{io} ANB-G206, for instance when the disk is full
    void write(ByteView bytes);
    void write(std::string_view text) { write(as_bytes(text)); }

    /// Publishes the file. Nothing may be written afterwards.
    void commit();

    /// Where the bytes are until commit().
    const fs::path& temporary() const { return m_temporary; }

private:
    fs::path m_target;
    fs::path m_temporary;
    Existing m_existing;
    int m_descriptor = -1;
};

/// Writes a whole file by way of AtomicFile.
void write_file(const fs::path& path, ByteView bytes, Access access,
                AtomicFile::Existing existing = AtomicFile::Existing::replace);

/// Makes a folder and its parents, owner-only where new, and flushes the parent.
/// @throws Error{io} ANB-G206
void make_folder(const fs::path& path);

/// Flushes a folder's entries to the disk.
void sync_folder(const fs::path& path);

/// Reads pieces of a file in order, or standard input for "-".
class FileReader {
public:
    /// @throws as read_file()
    explicit FileReader(const std::string& path);
    /// Reads from a copy of an open descriptor. @param name  used in messages
    /// @throws Error{missing} ANB-G201 when it is not open
    FileReader(int descriptor, std::string name);
    FileReader(FileReader&& other) noexcept;
    FileReader& operator=(FileReader&&) = delete;
    FileReader(const FileReader&) = delete;
    FileReader& operator=(const FileReader&) = delete;
    ~FileReader();

    /// Fills `buffer` from the front. @return bytes read; 0 at the end
    std::size_t read(std::span<std::byte> buffer);
    /// Size in bytes when the file is a regular one, otherwise 0.
    std::uint64_t size() const { return m_size; }
    /// Goes back to the first byte. @throws Error{io} ANB-G204 when the file cannot be re-read
    void rewind();

private:
    std::string m_path;
    int m_descriptor = -1;
    std::uint64_t m_size = 0;
};

} // namespace anb::base
