# SPDX-License-Identifier: EUPL-1.2

# anb_add_tool(<tool> ROOMS <room>...)
#
# Declares one executable, made of tools/<tool>.cpp and the rooms it calls,
# with its completions and manual pages.
function(anb_add_tool tool)
  cmake_parse_arguments(PARSE_ARGV 1 arg "" "" "ROOMS")
  list(TRANSFORM arg_ROOMS PREPEND "anb::")
  add_executable(${tool} ${tool}.cpp)
  target_link_libraries(${tool} PRIVATE ${arg_ROOMS} anb::warnings)
  set_target_properties(${tool} PROPERTIES RUNTIME_OUTPUT_DIRECTORY "${PROJECT_BINARY_DIR}/bin")
  set_property(GLOBAL APPEND PROPERTY ANB_TOOLS ${tool})
  install(TARGETS ${tool} DESTINATION "${CMAKE_INSTALL_BINDIR}")
  anb_add_completions(${tool})
  anb_add_man(${tool}.1 TOOL ${tool})
endfunction()

# anb_add_completions(<tool>)
#
# Each tool prints the completions itself (--completion SHELL); the build installs what it prints.
function(anb_add_completions tool)
  set(folder "${PROJECT_BINARY_DIR}/completions")
  set(outputs "${folder}/bash/${tool}" "${folder}/zsh/_${tool}" "${folder}/fish/${tool}.fish"
    "${folder}/powershell/${tool}.ps1")
  add_custom_command(OUTPUT ${outputs}
    COMMAND ${CMAKE_COMMAND} -E make_directory
      "${folder}/bash" "${folder}/zsh" "${folder}/fish" "${folder}/powershell"
    COMMAND ${tool} --completion bash > "${folder}/bash/${tool}"
    COMMAND ${tool} --completion zsh > "${folder}/zsh/_${tool}"
    COMMAND ${tool} --completion fish > "${folder}/fish/${tool}.fish"
    COMMAND ${tool} --completion powershell > "${folder}/powershell/${tool}.ps1"
    DEPENDS ${tool} VERBATIM COMMENT "Completions of ${tool}")
  add_custom_target(completions_${tool} ALL DEPENDS ${outputs})
  install(FILES "${folder}/bash/${tool}"
    DESTINATION "${CMAKE_INSTALL_DATADIR}/bash-completion/completions")
  install(FILES "${folder}/zsh/_${tool}"
    DESTINATION "${CMAKE_INSTALL_DATADIR}/zsh/vendor-completions")
  install(FILES "${folder}/fish/${tool}.fish"
    DESTINATION "${CMAKE_INSTALL_DATADIR}/fish/vendor_completions.d")
  install(FILES "${folder}/powershell/${tool}.ps1"
    DESTINATION "${CMAKE_INSTALL_DATADIR}/powershell/Completions")
endfunction()
