# SPDX-License-Identifier: EUPL-1.2

# anb_add_script_test(<name> <script> [<argument>...])
#
# Declares a test that tests/e2e/run runs in a fresh folder. Exit 77 means skipped.
function(anb_add_script_test name script)
  add_test(NAME ${name}
    COMMAND "${PROJECT_SOURCE_DIR}/tests/e2e/run" --build "${PROJECT_BINARY_DIR}" "${script}" ${ARGN}
    WORKING_DIRECTORY "${CMAKE_CURRENT_SOURCE_DIR}")
  set_tests_properties(${name} PROPERTIES SKIP_RETURN_CODE 77 TIMEOUT 180)
endfunction()
