# SPDX-License-Identifier: EUPL-1.2
#
# One manual page: cmake -D SCDOC=… -D PAGE=… -D COMMON=… -D LANGUAGE=… -D OUTPUT=… [-D TOOL=…] -P …

file(READ "${PAGE}" text)
if(TOOL)
  execute_process(COMMAND "${TOOL}" --lang ${LANGUAGE} --describe-options
    OUTPUT_VARIABLE options COMMAND_ERROR_IS_FATAL ANY)
  string(STRIP "${options}" options)
  string(REPLACE "@OPTIONS@" "${options}" text "${text}")
endif()
foreach(snippet IN ITEMS common-options network-options exit-status)
  file(READ "${COMMON}/${snippet}.scd" content)
  string(STRIP "${content}" content)
  string(TOUPPER "${snippet}" placeholder)
  string(REPLACE "-" "_" placeholder "${placeholder}")
  string(REPLACE "@${placeholder}@" "${content}" text "${text}")
endforeach()
if(text MATCHES "@[A-Z_]+@")
  message(FATAL_ERROR "${PAGE}: ${CMAKE_MATCH_0} stays unfilled")
endif()
cmake_path(GET OUTPUT PARENT_PATH folder)
file(MAKE_DIRECTORY "${folder}")
file(WRITE "${OUTPUT}.scd" "${text}")
execute_process(COMMAND "${SCDOC}" INPUT_FILE "${OUTPUT}.scd" OUTPUT_FILE "${OUTPUT}"
  COMMAND_ERROR_IS_FATAL ANY)
