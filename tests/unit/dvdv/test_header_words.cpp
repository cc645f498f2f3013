// Tests of decode_header_words() (RFC 2047). SPDX-License-Identifier: EUPL-1.2

#include "dvdv/directory.hpp"

#include <doctest/doctest.h>

using anb::dvdv::decode_header_words;

TEST_CASE("dvdv::decode_header_words: decodes both encodings and leaves the rest alone")
{
    struct Case {
        const char *text, *decoded;
    };
    const Case cases[] = {
        {"", ""},
        {"plain text", "plain text"},
        {"=?utf-8?q?Dienst_ist_seit_31=2E12=2E2025_ung=C3=BCltig?=",
         "Dienst ist seit 31.12.2025 ungültig"},
        {"=?UTF-8?B?RGllbnN0IHVuZ8O8bHRpZw==?=", "Dienst ungültig"},
        {"=?UTF-8?B?RGllbnN0IHVuZ8O8bHRpZw?=", "Dienst ungültig"},
        {"=?iso-8859-1?q?ung=FCltig?=", "ungültig"},
        {"=?utf-8*de?q?a?=", "a"},
        {"=?utf-8?q?a?= =?utf-8?q?b?=", "ab"},
        {"=?utf-8?q?a?= und =?utf-8?q?b?=", "a und b"},
        {"vor =?utf-8?q?a?=", "vor a"},
        {"=?utf-8?q?kaputt=Z1?=", "=?utf-8?q?kaputt=Z1?="},
        {"=?utf-8?q?=4?=", "=?utf-8?q?=4?="},
        {"=?koi8-r?q?a?=", "=?koi8-r?q?a?="},
        {"=?utf-8?x?a?=", "=?utf-8?x?a?="},
        {"=?utf-8?q?offen", "=?utf-8?q?offen"},
        {"=?", "=?"},
        {"=?utf-8?", "=?utf-8?"},
        {"2 =? 3", "2 =? 3"},
    };
    for (const auto& each : cases) {
        CAPTURE(each.text);
        CHECK(decode_header_words(each.text) == each.decoded);
    }
}
