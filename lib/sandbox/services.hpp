// The services that the sandbox plays. Each is one source file with one function that registers its
// routes below "/<environment>"; a new service is a new file, a declaration here and a line in
// services.cpp.
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "sandbox/environment.hpp"
#include "sandbox/router.hpp"

namespace anb::sandbox {

/// Registers every service of an environment. Router and environment live as long as the server.
void register_services(Router& router, Environment& environment);

void register_token_service(Router& router, Environment& environment);
void register_destination_service(Router& router, Environment& environment);
void register_submission_service(Router& router, Environment& environment);
void register_attachment_service(Router& router, Environment& environment);
void register_event_service(Router& router, Environment& environment);
void register_routing_service(Router& router, Environment& environment);
void register_portal_service(Router& router, Environment& environment);
void register_dvdv_services(Router& router, Environment& environment);
void register_osci_service(Router& router, Environment& environment);

} // namespace anb::sandbox
