// Nothing but what is precompiled for the unit tests.
// SPDX-License-Identifier: EUPL-1.2
