# Manual pages, --help and exit codes agree, in both languages; mandoc has nothing to say.
. "$E2E_SOURCE/lib.bash"
need scdoc

run "$E2E_ROOT/scripts/check-man" "$E2E_BUILD/bin"
expect_code 0
expect_contains stdout "pages and tools agree"

# The check notices a missing option, an option too many, and a wrong exit code.
mkdir -p tree
cp -r "$E2E_BUILD/man" tree/man
ln -s "$E2E_BUILD/bin" tree/bin
sed -i '/^\*--explain\*/d' tree/man/man1/p12-to-jwk.1.scd
sed -i 's/^# OPTIONEN$/&\n\n*--no-such-option*\n\tIt is not there./' tree/man/de/man1/p12-to-jwk.1.scd
cp -r "$E2E_ROOT/scripts" "$E2E_ROOT/man" "$E2E_ROOT/lib" "$E2E_TMP"
sed -i 's/^    data = 65,/    data = 66,/' "$E2E_TMP/lib/cli/exit.hpp"
mkdir -p real/bin && cp -r tree/man real/man && cp "$E2E_BUILD"/bin/* real/bin/
run "$E2E_TMP/scripts/check-man" real/bin
expect_code 1
expect_contains stdout "< --explain"
expect_contains stdout "> --no-such-option"
expect_contains stdout "exit-status.scd and "

finish
