# Every file of the corpus gets its exit code and exactly its codes, within 20 s and 64 MiB.
. "$E2E_SOURCE/lib.bash"
need python3

run /usr/bin/python3 "$E2E_ROOT/tests/support/corpus.py" "$TESTDATA/certificates/corpus.tsv"
expect_code 0
expect_match stdout '^(2[5-9][0-9]|[3-9][0-9][0-9]) files, [0-9]+ cases, 0 faults'

# The corpus is what its generator writes.
cp -r "$TESTDATA/certificates" committed
mkdir -p anew/testdata
cp -r "$TESTDATA/pki" anew/testdata/
run bash -c 'cd anew && PYTHONDONTWRITEBYTECODE=1 PYTHONPATH="$E2E_ROOT/scripts" /usr/bin/python3 -m odd_certificates'
expect_code 0
run diff -r committed anew/testdata/certificates
expect_code 0

finish
