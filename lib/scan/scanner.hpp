// Is a file free of malware, and can it be scanned at all? The answer is that of a clamd beside us.
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "base/report.hpp"
#include "scan/address.hpp"

#include <chrono>
#include <cstdint>
#include <string>
#include <string_view>

namespace anb::scan {

enum class State {
    clean,
    infected,      ///< `detail`: the name that the engine gives it, printable ASCII
    not_scannable, ///< `detail`: why nobody could tell, see check()
    not_scanned,   ///< `detail`: why the scanner gave no answer, see check()
};

struct Result {
    State state = State::not_scanned;
    std::string detail; ///< empty when clean
    /// "ClamAV 1.4.6" and "27838/Thu Nov 26 08:24:33 2026", as clamd says them; empty when unknown.
    std::string engine, database;
};

struct Limits {
    std::chrono::milliseconds connect{5'000};
    std::chrono::milliseconds silence{120'000}; ///< nothing taken and nothing said
    std::chrono::milliseconds whole{900'000};   ///< of one file
};

/// Asks one clamd, over a connection of its own for every question (clamd(8), commands zVERSION
/// and zINSTREAM). A file is read once, in pieces, in constant memory, whatever its size.
///
/// Before clamd is believed, the file is looked at for content that no scanner can read:
///  - ZIP and 7-Zip with an entry that needs a password (the directory decides; archives within
///    archives are left to clamd, and so is the encryption of OpenDocument, which ZIP cannot see);
///  - PDF with /Encrypt in a trailer or in the dictionary of a cross-reference stream. The word in
///    text, strings, comments or other dictionaries does not count. A PDF inside another file, and
///    one whose trailers lie where no reader expects them, are left to clamd;
///  - Office documents with a password (an OLE compound file with a stream EncryptedPackage or
///    EncryptedSummary). The older ways of Word and Excel are left to clamd.
/// clamd itself reports more of that kind, and files above its limits, when its AlertEncrypted and
/// AlertExceedsMax are set; those reports are not_scannable too, not infected.
///
/// What was judged is what the file held while it was read.
class Scanner {
public:
    /// @throws Error{usage} ANB-S204 as parse_address(); nothing is connected yet
    explicit Scanner(std::string_view address, Limits limits = {});

    /// Looks at one file.
    /// @param path  an ordinary file
    /// @throws as base::FileReader; a scanner that fails is a Result
    Result scan(const std::string& path) const;

    /// The same as a verdict, ready to show and to keep as evidence.
    ///
    /// Facts: scan_result ("clean", "infected", "not_scannable", "not_scanned"), scan_engine and
    /// scan_database where known. Findings, all errors, with `element` "attachment":
    /// | code     | values       | meaning                                                        |
    /// | -------- | ------------ | -------------------------------------------------------------- |
    /// | ANB-S201 | file, reason | not scannable: encrypted_entry, encrypted_pdf,
    /// encrypted_office,| |          |              | encrypted_content (clamd says so),
    /// damaged_archive,            | |          |              | above_scan_limits | | ANB-S202 |
    /// file, name   | infected                                                       | | ANB-S203 |
    /// address,     | no answer though one was demanded: no_connection, timeout,     | |          |
    /// reason, file | bad_answer, scanner_fault; also an unchecked point "malware"   |
    ///
    /// @param shown_name  what people call the file; made safe to show by the renderer
    base::Report check(const std::string& path, const std::string& shown_name) const;

private:
    std::string m_shown_address;
    Address m_address;
    Limits m_limits;
};

/// "clean", "infected", "not_scannable", "not_scanned"
std::string_view name(State state);

} // namespace anb::scan
