# SPDX-License-Identifier: EUPL-1.2
#
# Two targets that everything links: anb::settings (language and hardening, public) and
# anb::warnings (private to our own code).

set(CMAKE_EXPORT_COMPILE_COMMANDS ON)

add_library(anb_settings INTERFACE)
add_library(anb::settings ALIAS anb_settings)
target_compile_features(anb_settings INTERFACE cxx_std_20)
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_POSITION_INDEPENDENT_CODE ON)
target_compile_options(anb_settings INTERFACE
  -fstack-protector-strong
  $<$<CONFIG:Release>:-O2>
  $<$<AND:$<CONFIG:Release>,$<NOT:$<BOOL:${ANB_SANITIZE}>>>:-U_FORTIFY_SOURCE -D_FORTIFY_SOURCE=2>)
target_compile_definitions(anb_settings INTERFACE _GLIBCXX_ASSERTIONS)
target_link_options(anb_settings INTERFACE -Wl,-z,relro,-z,now,--as-needed -pie)

if(ANB_SANITIZE)
  target_compile_options(anb_settings INTERFACE
    -fsanitize=address,undefined -fno-sanitize-recover=all -fno-omit-frame-pointer)
  target_link_options(anb_settings INTERFACE -fsanitize=address,undefined)
endif()
if(ANB_COVERAGE)
  target_compile_options(anb_settings INTERFACE --coverage)
  target_link_options(anb_settings INTERFACE --coverage)
endif()
if(ANB_FUZZ)
  target_compile_options(anb_settings INTERFACE -fsanitize=fuzzer-no-link,address,undefined)
  target_link_options(anb_settings INTERFACE -fsanitize=address,undefined)
endif()

add_library(anb_warnings INTERFACE)
add_library(anb::warnings ALIAS anb_warnings)
target_compile_options(anb_warnings INTERFACE
  -Wall -Wextra -Wpedantic -Wshadow -Wnon-virtual-dtor -Wold-style-cast -Wcast-align
  -Woverloaded-virtual -Wconversion -Wsign-conversion -Wnull-dereference -Wformat=2
  $<$<BOOL:${ANB_WERROR}>:-Werror>)
