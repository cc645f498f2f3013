# Helpers for the tests of validate-xsozial.
# SPDX-License-Identifier: EUPL-1.2
# shellcheck shell=bash

# install_example: the invented standard, its building blocks and code lists.
install_example()
{
    run validate-xsozial package add "$TESTDATA/schema/bausteine" "$TESTDATA/schema/listen" \
        "$TESTDATA/schema/xsozial-basis"
    expect_code 0
    cp "$TESTDATA/schema/nachrichten/testantrag-hzl.xml" .
}

# install_reference: the standards of the reference, each as a package of its own.
install_reference()
{
    local xoev=$REFERENCE/xoev
    run validate-xsozial package add "$xoev/framework" "$xoev/xbau-kernmodul-1.3.0/schema" \
        "$xoev/xbildung-1.2/schema" "$xoev/xhochschule-1.2/schema" \
        "$xoev/xberufsbildung-0.6/schema" "$xoev/xwasser-1.0.0/schema" "$@"
    expect_code 0
}
