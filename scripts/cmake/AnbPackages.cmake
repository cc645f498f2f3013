# SPDX-License-Identifier: EUPL-1.2
#
# The packages that lib/ROOMS may name, each as an imported target.

find_package(fmt REQUIRED)
find_package(nlohmann_json REQUIRED)
find_package(CLI11 REQUIRED)
find_package(OpenSSL 3.0 REQUIRED)
find_package(CURL REQUIRED)
find_package(ZLIB REQUIRED)
find_package(LibArchive REQUIRED)
find_package(LibXml2 REQUIRED)
find_package(tomlplusplus REQUIRED)
find_package(Threads REQUIRED)

find_package(PkgConfig REQUIRED)
pkg_check_modules(httplib REQUIRED IMPORTED_TARGET cpp-httplib)
add_library(httplib::httplib ALIAS PkgConfig::httplib)

# Only the headers of these two are used: base::Library loads them in the calls that need them.
add_library(late_curl INTERFACE)
target_include_directories(late_curl SYSTEM INTERFACE ${CURL_INCLUDE_DIRS})
add_library(late::curl ALIAS late_curl)
add_library(late_archive INTERFACE)
target_include_directories(late_archive SYSTEM INTERFACE ${LibArchive_INCLUDE_DIRS})
add_library(late::archive ALIAS late_archive)

if(ANB_TESTS)
  find_package(doctest REQUIRED)
endif()
