# The JDK's validator and Xerces-C judge the reference's documents and our mutants of them as we do,
# apart from differences that a list explains.
# SPDX-License-Identifier: EUPL-1.2
. "$E2E_SOURCE/lib.bash"
. "$E2E_SOURCE/validation.bash"
need java python3
need_reference xoev/MANIFEST.tsv
xerces=$E2E_BUILD/tests/bin/xerces_witness
[ -x "$xerces" ] || skip 'Xerces-C is not installed'
install_reference
# Xerces-C leaks what it read of a broken prologue.
export ASAN_OPTIONS=detect_leaks=0
documents=()
for document in "$REFERENCE"/xoev/*/instances/*.xml; do
    if validate-xsozial -q "$document" >/dev/null 2>&1; then
        documents+=("$document")
    fi
done
run /usr/bin/python3 "$E2E_ROOT/tests/support/xml_mutants.py" mutants 100 "${documents[@]}"
expect_code 0
run /usr/bin/python3 "$E2E_ROOT/tests/support/validation_witness.py" "$REFERENCE/xoev" "$PWD/mutants" \
    "$E2E_ROOT/tests/witness/validation.differences" "$xerces"
expect_code 0
expect_empty stderr
expect_match stdout '^308 documents: 308 agree with the JDK, 0 explained; [12][0-9]{2} with Xerces-C, [0-9]+ explained; 0 not'
cat "$E2E_LAST/stdout"

finish
