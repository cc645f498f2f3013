# Every tool has a published schema of its JSON document, installed with it.
# SPDX-License-Identifier: EUPL-1.2
. "$E2E_SOURCE/lib.bash"
need jq
tool=$1
schema=$E2E_ROOT/man/schema/$tool.schema.json
expect_file "$schema"
expect_json ".properties.tool.const == \"$tool\" and .[\"\$id\"] == .properties.schema.const" "$schema"
expect_json ".[\"\$id\"] | endswith(\"/schema/$tool/1\")" "$schema"
finish
