# SPDX-License-Identifier: EUPL-1.2

# anb_add_tool(<tool> ROOMS <room>...)
#
# Declares one executable, made of tools/<tool>.cpp and the rooms it calls.
function(anb_add_tool tool)
  cmake_parse_arguments(PARSE_ARGV 1 arg "" "" "ROOMS")
  list(TRANSFORM arg_ROOMS PREPEND "anb::")
  add_executable(${tool} ${tool}.cpp)
  target_link_libraries(${tool} PRIVATE ${arg_ROOMS} anb::warnings)
  set_target_properties(${tool} PROPERTIES RUNTIME_OUTPUT_DIRECTORY "${PROJECT_BINARY_DIR}/bin")
  install(TARGETS ${tool} DESTINATION "${CMAKE_INSTALL_BINDIR}")
endfunction()
