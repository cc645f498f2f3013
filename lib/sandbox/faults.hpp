// Faults on request: what goes wrong with which request, read from a script.
//
// A script is a text file with one rule per line; "#" begins a comment. A rule is
//
//     METHOD PATH [CONDITION...] ACTION...
//
// METHOD is a method or "*"; PATH is the path as in the request line, without the query, and may
// contain "*" for any characters, slashes included. Everything else is NAME=VALUE; a value with
// blanks stands in double quotes ("\"" and "\\" inside).
//
// Conditions (all must hold; each rule counts the requests that fit METHOD and PATH from 1):
//     nth=N          the N-th such request only
//     from=N         the N-th and all later ones
//     until=N        the first N ones
//     percent=P      with that probability; seed=N makes the sequence repeatable (default 1)
//
// Actions:
//     delay=TIME           wait first: 250ms, 2s
//     status=CODE          answer so, without doing anything; the body is a problem document
//     late_status=CODE     do it, then answer so
//     retry_after=SECONDS  header Retry-After for either
//     header=NAME:VALUE    a header added to (or replaced in) the answer; may be repeated
//     body=TEXT            the body in place of the real one
//     type=MEDIATYPE       the media type that goes with body=
//     replace=OLD=>NEW     text exchanged in the body of the answer; may be repeated
//     swap=yes             the body that this rule saw at another address before (the first one is
//                          kept): the event log of another case, another Zustellpunkt's answer
//     forge=signatures     every signed token in the body gets a signature that is wrong
//     forge=keys           every RSA key in the body gets another modulus
//     oversize=BYTES       so many blanks behind the body, 256 MiB at most
//     truncate=BYTES       the body breaks off after so many bytes
//     drip=BYTES/TIME      the body comes in pieces of so many bytes with that pause between them
//     reset=before         the connection is cut, nothing was done
//     reset=after          everything was done, the connection is cut without an answer
//     feedback=CODE        the Intermediär answers so: 9xxx without doing anything, others besides
//     late_feedback=CODE   it does it, then answers so
//     osci_fault=CODE      it answers with a SOAP fault without doing anything
//     spoil=PART           its answer is wrong in one point: see is_spoil()
//     stale_token=yes      all access tokens given out so far are forgotten, then it goes on
//
// All rules that fit a request take effect together, in their order. The syntax serves every
// service of the sandbox.
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "sandbox/osci/effect.hpp"

#include <chrono>
#include <cstdint>
#include <mutex>
#include <optional>
#include <random>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace anb::sandbox {

/// What is to happen to one request.
struct Effect {
    std::chrono::milliseconds delay{0};
    std::optional<int> status;      ///< answered without doing anything
    std::optional<int> late_status; ///< answered after it was done
    std::vector<std::pair<std::string, std::string>> headers;
    std::optional<std::string> body;
    std::string media_type;
    std::vector<std::pair<std::string, std::string>> replacements;
    std::vector<std::size_t> swaps; ///< numbers of the rules that exchange bodies
    bool forge_signatures = false;
    bool forge_keys = false;
    std::uint64_t oversize = 0;
    std::optional<std::uint64_t> truncate;
    std::uint64_t drip = 0; ///< bytes of a piece; 0: all at once
    std::chrono::milliseconds drip_pause{0};
    bool reset_before = false;
    bool reset_after = false;
    bool stale_token = false;
    OsciEffect osci;
};

class Faults {
public:
    /// No faults.
    Faults() = default;
    /// Reads a script. @throws Error{configuration} ANB-G602 naming line and fault
    static Faults parse(std::string_view script, std::string_view origin);

    /// What the rules say about this request; counts it. Safe to call from several threads.
    Effect next(std::string_view method, const std::string& path);

    std::size_t size() const { return m_rules.size(); }

private:
    struct Rule {
        std::size_t number = 0;
        std::string method, path;
        std::optional<std::uint64_t> nth, from, until;
        std::optional<double> percent;
        std::mt19937_64 random{1};
        std::uint64_t seen = 0;
        Effect effect;
    };
    struct Guard {
        std::mutex mutex;
        Guard() = default;
        Guard(Guard&&) noexcept {}
        Guard& operator=(Guard&&) noexcept { return *this; }
    };

    static Rule parse_rule(std::string_view line, const std::vector<std::string>& words,
                           std::size_t number);
    static void set(Rule& rule, const std::string& name, const std::string& value);

    std::vector<Rule> m_rules;
    Guard m_guard;
};

} // namespace anb::sandbox
