# No script gives the shell linter anything to say, and every script names its licence.
. "$E2E_SOURCE/lib.bash"

cd "$E2E_ROOT" || exit 1
mapfile -t scripts < <(
    find scripts tests .ci -type f ! -path '*/node_modules/*' -print0 |
        xargs -0 grep -lE '^#!.*[/ ](ba)?sh$|^# shellcheck shell=bash$'
)
mapfile -t tests < <(find tests -name '*.sh' ! -path '*/node_modules/*')

for script in "${scripts[@]}"; do
    E2E_COMMAND=$script
    expect_contains "$script" "SPDX-License-Identifier: EUPL-1.2"
done

need shellcheck
run shellcheck -x -e SC2034 "${scripts[@]}"
expect_code 0
# SC2016: text for another shell is quoted on purpose. SC2238: a file may be called like a command.
# SC2034: TOOL and the like are read by the helpers. SC1090, SC1091: the path of the helpers is a variable.
run shellcheck -s bash -e SC2034,SC1090,SC1091,SC2154,SC2016,SC2238 "${tests[@]}"
expect_code 0
expect_empty stdout

finish
