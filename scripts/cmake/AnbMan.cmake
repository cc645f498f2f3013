# SPDX-License-Identifier: EUPL-1.2
#
# Manual pages from man/*.scd. Pages of tools get @OPTIONS@ from the tool itself
# (--describe-options) and @COMMON_OPTIONS@, @NETWORK_OPTIONS@, @EXIT_STATUS@ from man/common/.
# Without scdoc the build goes on and says that the pages are left out.

find_program(ANB_SCDOC scdoc)
if(NOT ANB_SCDOC)
  message(STATUS "scdoc is not installed: the manual pages are left out")
endif()

# anb_add_man(<page> [TOOL <tool>])
#
# <page> such as p12-to-jwk.1; built in English and, from man/de/, in German.
function(anb_add_man page)
  cmake_parse_arguments(PARSE_ARGV 1 arg "" "TOOL" "")
  if(NOT ANB_SCDOC)
    return()
  endif()
  string(REGEX REPLACE ".*\\." "" section "${page}")
  set(outputs)
  foreach(language IN ITEMS en de)
    set(folder "man")
    set(source "${PROJECT_SOURCE_DIR}/man")
    if(language STREQUAL "de")
      string(APPEND folder "/de")
      string(APPEND source "/de")
    endif()
    set(output "${PROJECT_BINARY_DIR}/${folder}/man${section}/${page}")
    add_custom_command(OUTPUT "${output}"
      COMMAND ${CMAKE_COMMAND} -D "SCDOC=${ANB_SCDOC}" -D "PAGE=${source}/${page}.scd"
        -D "COMMON=${source}/common" -D "LANGUAGE=${language}" -D "OUTPUT=${output}"
        "$<$<BOOL:${arg_TOOL}>:-DTOOL=$<TARGET_FILE:${arg_TOOL}>>"
        -P "${PROJECT_SOURCE_DIR}/scripts/cmake/MakeMan.cmake"
      DEPENDS "${source}/${page}.scd" "${source}/common/exit-status.scd"
        "${source}/common/common-options.scd" "${source}/common/network-options.scd"
        "${PROJECT_SOURCE_DIR}/scripts/cmake/MakeMan.cmake" ${arg_TOOL}
      COMMAND_EXPAND_LISTS VERBATIM COMMENT "Manual page ${page} (${language})")
    list(APPEND outputs "${output}")
    install(FILES "${output}" DESTINATION "${CMAKE_INSTALL_DATADIR}/${folder}/man${section}")
  endforeach()
  add_custom_target(man_${page} ALL DEPENDS ${outputs})
endfunction()
