// SPDX-License-Identifier: EUPL-1.2

#include "sandbox/services.hpp"

namespace anb::sandbox {

void register_services(Router& router, Environment& environment)
{
    for (const auto registrar :
         {register_token_service, register_destination_service, register_submission_service,
          register_attachment_service, register_event_service, register_routing_service,
          register_portal_service, register_dvdv_services, register_osci_service}) {
        registrar(router, environment);
    }
}

} // namespace anb::sandbox
