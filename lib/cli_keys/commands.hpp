// The options and the work of p12-to-jwk.
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "cli/tool.hpp"

#include <string>
#include <vector>

namespace anb::cli_keys {

/// As parsed.
struct Options {
    std::vector<std::string> files, trust;
    std::string out_dir, lint, alias, kid, public_role;
    std::string use = "both";
    std::string subject = "TEST FIT-Connect";
    int days = 365;
    bool new_test_key = false, no_root = false, allow_expired = false;
    cli::SecretSource password;
};

void declare(CLI::App& app, Options& options, cli::Say say);

/// Does what the options ask for: files from stores (--out-dir), one public key (--public),
/// new keys (--new-test-key) or a verdict (--lint). What is judged is held against the anchors of
/// --trust and of the setting `trust`, pinned by `trust_sha256`, as cert-check does.
///
/// @throws Error{usage} ANB-G107, G113, G122, J138, J139; otherwise as pki::load_pkcs12(),
///         fitconnect::convert(), write_key_files(), make_test_keys() and lint_file(); as
///         config::Configuration::load() and cli_certificates::load_trust()
cli::Exit run(const Options& options, cli::Io& io);

} // namespace anb::cli_keys
