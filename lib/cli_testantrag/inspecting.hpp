// The command inspect of receive-testantrag: looks at a file without asking anybody.
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "cli_testantrag/receiving.hpp"

namespace anb::cli_testantrag {

/// Recognises the file: an OSCI message, which the stores of --p12 decipher and whose opened parts
/// --output takes in a folder as fetch would; or a token of FIT-Connect, at most 512 MiB, of which
/// only what it tells without a key is shown. Exit: 0, 2 when something does not hold, 76 for
/// signatures and damaged encryption, 77 when no store fits.
/// @throws Error{input} ANB-S640 when it is neither; as testantrag::inspect_osci(), inspect_token()
///         and load_stores()
cli::Exit inspect(const ReceivingOptions& options, cli::Io& io);

} // namespace anb::cli_testantrag
