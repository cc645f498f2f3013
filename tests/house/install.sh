# What is installed is what the list says: programs, pages, completions, schemas, examples.
# SPDX-License-Identifier: EUPL-1.2
. "$E2E_SOURCE/lib.bash"
need cmake scdoc

run cmake --install "$E2E_BUILD" --prefix "$PWD/root"
expect_code 0
(cd root && find . -type f -printf '%m %P\n' | sort -k2) >list
expect_golden list install.list

# An installed tool works without the tree, and an installed example is executable.
run root/bin/p12-to-jwk --version
expect_code 0
expect_equal "$(test -x root/share/doc/anbindung-tools/examples/fitconnect-journey.sh; echo $?)" 0 "the example can be executed"
run bash -c '! ldd root/bin/cert-check | grep -E "libcurl|libarchive|libhttplib|not found"'
expect_code 0

finish
