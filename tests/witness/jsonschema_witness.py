# Judges a document with python-jsonschema: SCHEMA DOCUMENT; prints what is wrong, ends with 1 then.
# SPDX-License-Identifier: EUPL-1.2
import json
import sys

from jsonschema import FormatChecker, validators

schema, document = (json.load(open(path, encoding="utf-8")) for path in sys.argv[1:])
validator = validators.validator_for(schema)
validator.check_schema(schema)
faults = list(validator(schema, format_checker=FormatChecker()).iter_errors(document))
for fault in faults:
    print(fault.json_path, fault.message)
sys.exit(1 if faults else 0)
