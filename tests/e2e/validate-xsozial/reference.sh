# All documents of the reference: the verdict, the place of the first finding, one finding for one
# planted fault, and the codes.
# SPDX-License-Identifier: EUPL-1.2
. "$E2E_SOURCE/lib.bash"
. "$E2E_SOURCE/validation.bash"
need_reference xoev/MANIFEST.tsv
install_reference
xoev=$REFERENCE/xoev

run /usr/bin/python3 "$E2E_ROOT/tests/support/xoev_reference.py" documents "$xoev"
expect_code 0
expect_empty stderr
expect_match stdout '^208 documents: 208 verdicts, [0-9]+ places'
expect_match stdout '^[1-9][0-9]+ planted faults, (9[5-9]|100)\.[0-9] % with exactly one finding'

# The same documents against the folders as they are, nothing installed.
export XDG_DATA_HOME=$HOME/none
run /usr/bin/python3 "$E2E_ROOT/tests/support/xoev_reference.py" documents "$xoev" --schema-dir "$xoev"
expect_code 0
expect_match stdout '^208 documents: 208 verdicts, '

export XDG_DATA_HOME=$HOME/codes
install_reference "$xoev/codelists"
run /usr/bin/python3 "$E2E_ROOT/tests/support/xoev_reference.py" codes "$xoev"
expect_code 0
expect_empty stderr
expect_match stdout '^134 codes: 55 ok, 9 unknown-code, 43 no-version, 5 no-list, 22 list-from-schema'

finish
