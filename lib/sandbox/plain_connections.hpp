// The open connections of a listener without TLS, which its library does not show.
// SPDX-License-Identifier: EUPL-1.2
#pragma once

namespace anb::sandbox {

/// Ends all connections that were accepted at a port of ours.
void close_connections(int local_port);
/// Ends one of them abruptly: the peer sees a reset, no answer.
void cut_connection(int local_port, int remote_port);

} // namespace anb::sandbox
