# The C++ sources have the form of .clang-format; each names its licence and every header says what it is for.
. "$E2E_SOURCE/lib.bash"

cd "$E2E_ROOT" || exit 1
run bash -c 'grep -rL "SPDX-License-Identifier: EUPL-1.2" lib tools tests --include=*.cpp --include=*.hpp'
expect_empty stdout
run bash -c 'for header in $(find lib tests -name "*.hpp"); do
    head -1 "$header" | grep -q "^// [A-Z]" || echo "$header"
    grep -q "^#pragma once$" "$header" || echo "$header has no guard"
done'
expect_empty stdout

need clang-format-14
run scripts/format --check
expect_code 0

finish
