// What a process that holds keys does first.
// SPDX-License-Identifier: EUPL-1.2
#pragma once

namespace anb::base {

/// Forbids core dumps and foreign debuggers, and opens descriptors 0 to 2 if the caller closed
/// them, so that no file of ours takes their place; writing to a stdout that was closed stays an
/// error. Called in the first line of every main.
void harden_process();

} // namespace anb::base
