// Lays a sending down in its journal before the first request that changes anything.
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "testantrag/fitconnect/journal.hpp"
#include "testantrag/fitconnect/target.hpp"
#include "testantrag/input.hpp"
#include "testantrag/watch.hpp"

#include <string>
#include <vector>

namespace anb::testantrag {

/// What is to be sent over FIT-Connect.
struct Order : Package {
    int api_version = 2;
    fitconnect::Author author;
};

/// ANB-S110 to ANB-S113 with the sizes that the key gives.
base::Report check_limits(const Order& order, const Target& target);

/// Encrypts the data, notes which attachments are to follow, and ends with the journal's first
/// entry, `prepared`. Without attachments the metadata are sealed as well; with them
/// upload_attachments() reads the files, which must stay until then.
/// @throws Error{input} ANB-S103 when the data changed since inspect_data()
void prepare(Journal& journal, const Order& order, const Target& target, const Watch& watch);

} // namespace anb::testantrag
