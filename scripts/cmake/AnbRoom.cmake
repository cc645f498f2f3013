# SPDX-License-Identifier: EUPL-1.2

# anb_add_room(<room> SOURCES <file>... HEADERS <file>...)
#
# Declares one room of the library. What the room may include, and which packages it may use,
# is read from lib/ROOMS so that the page and the build cannot disagree.
function(anb_add_room room)
  cmake_parse_arguments(PARSE_ARGV 1 arg "" "" "SOURCES;HEADERS")

  file(STRINGS "${PROJECT_SOURCE_DIR}/lib/ROOMS" line REGEX "^${room} *\\|")
  if(NOT line)
    message(FATAL_ERROR "${room} has no line in lib/ROOMS")
  endif()
  string(REPLACE "|" " ;" cells "${line} ")
  list(GET cells 1 2 3 cells)
  foreach(name IN ITEMS rooms public_packages private_packages)
    list(POP_FRONT cells cell)
    string(REGEX MATCHALL "[^ ]+" ${name} "${cell}")
  endforeach()
  list(TRANSFORM rooms PREPEND "anb::")

  add_library(anb_${room} STATIC ${arg_SOURCES})
  add_library(anb::${room} ALIAS anb_${room})
  target_sources(anb_${room} PUBLIC
    FILE_SET HEADERS BASE_DIRS "${PROJECT_SOURCE_DIR}/lib" FILES ${arg_HEADERS})
  set_target_properties(anb_${room} PROPERTIES VERIFY_INTERFACE_HEADER_SETS ON)
  target_link_libraries(anb_${room}
    PUBLIC anb::settings ${rooms} ${public_packages}
    PRIVATE anb::warnings ${private_packages})
  if(public_packages MATCHES "CLI11")
    anb_precompile(anb_${room} anb_cli <CLI/CLI.hpp> <nlohmann/json.hpp> <fmt/format.h>)
  elseif(rooms MATCHES "anb::json" OR room STREQUAL "json")
    anb_precompile(anb_${room} anb_json <nlohmann/json.hpp> <fmt/format.h>)
  endif()
endfunction()

# anb_precompile(<target> <first> <header>...)
#
# Reads headers that are expensive once: <first> precompiles them, every other target of its kind,
# built with the same options, takes its result.
function(anb_precompile target first)
  if(target STREQUAL first)
    target_precompile_headers(${target} PRIVATE ${ARGN})
  else()
    target_precompile_headers(${target} REUSE_FROM ${first})
  endif()
endfunction()

# anb_add_room_tests(<room> <file>...)
#
# Declares the doctest binary of one room. It links that room only, so that a forbidden
# dependency is a link error.
function(anb_add_room_tests room)
  add_executable(test_${room} ${ARGN})
  target_link_libraries(test_${room} PRIVATE anb::${room} anb::test_main anb::warnings doctest::doctest)
  target_precompile_headers(test_${room} REUSE_FROM test_headers)
  target_include_directories(test_${room} PRIVATE "${PROJECT_SOURCE_DIR}/tests")
  target_compile_definitions(test_${room} PRIVATE
    ANB_TESTDATA="${PROJECT_SOURCE_DIR}/testdata"
    ANB_REFERENCE="${PROJECT_SOURCE_DIR}/../shared/reference")
  add_test(NAME unit.${room} COMMAND test_${room})
  set_tests_properties(unit.${room} PROPERTIES TIMEOUT 300)
endfunction()
