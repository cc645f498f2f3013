// Is a certificate, or a CA above it, revoked? Asks files, the cache, OCSP and revocation lists.
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "base/report.hpp"
#include "pki/crl.hpp"
#include "pki/path.hpp"

#include <filesystem>
#include <functional>
#include <map>
#include <memory>
#include <string>
#include <vector>

namespace anb::revocation {

enum class Mode {
    off,       ///< nobody is asked; said as an unchecked point
    automatic, ///< what cannot be found out is a warning
    required,  ///< what cannot be found out is an error
};

/// What fetching gave: bytes, or a stable English word for what went wrong ("time_out").
struct Fetched {
    std::string failure;
    base::Bytes body;
};
/// Fetches from an address of a certificate; a POST of an OCSP request when `body` is not empty.
using Fetch = std::function<Fetched(const std::string& url, base::ByteView body)>;

/// A list or an answer that lies in a file.
struct FileSource {
    std::string name;
    base::Bytes content;
};

struct Options {
    Mode mode = Mode::off;
    base::UtcTime at;
    std::vector<FileSource> lists, answers;
    Fetch fetch;                 ///< null: offline
    std::filesystem::path cache; ///< folder for fetched lists; empty: none is kept
};

/// Judges paths one after the other. Every address is asked once, every list verified once for
/// each CA. Not to be used from two threads at once.
///
/// Source: RFC 5280 §6.3, RFC 6960; certificates.md §10
class Checker {
public:
    explicit Checker(Options options);
    ~Checker();

    /// Looks at every certificate of the path but its end. Adds to `report`: facts `revocation`
    /// ("good", "revoked", "on_hold", "unknown"), `revocation_source`, `revocation_time` of the
    /// first certificate; findings ANB-C145 revoked, C185 on hold, C146 unknown with the reasons
    /// C186 to C192; an unchecked point when nobody was asked ("off", "offline", "no_source",
    /// "no_issuer").
    void check(const pki::Path& path, base::Report& report);

private:
    class State;
    std::unique_ptr<State> m_state;
};

} // namespace anb::revocation
