// How entries of the directory and the verdict on them look, for people and for programs.
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "cli/io.hpp"
#include "cli_dvdv/targets.hpp"
#include "dvdv/check.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace anb::cli_dvdv {

/// Organisation with its keys, client certificates and services.
void show_organization(cli::Io& io, const dvdv::OrganizationDescription& description);

/// Subject, fingerprint and end of a certificate in one line.
void show_certificate(cli::Io& io, const dvdv::Certificate& certificate);

/// The tree, indented by level, with the prefixes of keys.
void show_categories(cli::Io& io, const std::vector<dvdv::Category>& categories);

/// Service with its elements, each with certificates and address.
void show_service(cli::Io& io, const dvdv::Service& service);

/// The points of dvdv::check_entry() as a table with their state; the report goes to Io::add().
/// @param brief  one line only, for many entries
void show_verdict(cli::Io& io, const Target& target, const dvdv::Observation& seen,
                  base::Report report, std::string_view env, bool brief);

/// "80:15:7b:…": the first bytes of a fingerprint, as the directory's own tools write them.
std::string short_fingerprint(std::string_view hex);

} // namespace anb::cli_dvdv
