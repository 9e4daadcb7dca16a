# What every target of the project shares: warnings, sanitizers, the compiler cache, include root.

find_program(CCACHE_PROGRAM ccache)
if(CCACHE_PROGRAM AND NOT CMAKE_CXX_COMPILER_LAUNCHER)
  # The base directory and sloppiness let several checkouts share results, precompiled headers included.
  set(CMAKE_CXX_COMPILER_LAUNCHER
      "${CMAKE_COMMAND}" -E env
      "CCACHE_BASEDIR=${PROJECT_SOURCE_DIR}"
      "CCACHE_NOHASHDIR=1"
      "CCACHE_SLOPPINESS=pch_defines,time_macros,include_file_mtime,include_file_ctime"
      "${CCACHE_PROGRAM}")
endif()

add_library(lintel_options INTERFACE)
target_include_directories(lintel_options INTERFACE "${PROJECT_SOURCE_DIR}")
# GCC 12 reports std::string's own inlined code under these names when it optimises; the reports stay visible but are
# no errors (GCC bugs 105651 and 105329).
set(LINTEL_FALSE_ALARMS)
if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
  set(LINTEL_FALSE_ALARMS -Wno-error=restrict -Wno-error=stringop-overread -Wno-error=stringop-overflow
      -Wno-error=array-bounds -Wno-error=maybe-uninitialized)
endif()
target_compile_options(lintel_options INTERFACE -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wno-missing-field-initializers
                       $<$<BOOL:${LINTEL_WERROR}>:-Werror>
                       $<$<BOOL:${LINTEL_WERROR}>:${LINTEL_FALSE_ALARMS}>)
if(LINTEL_SANITIZE)
  target_compile_options(lintel_options INTERFACE -fsanitize=${LINTEL_SANITIZE} -fno-omit-frame-pointer)
  target_link_options(lintel_options INTERFACE -fsanitize=${LINTEL_SANITIZE})
endif()

# The standard headers nearly every source uses; parsing them once halves the build.
add_library(lintel_std_headers INTERFACE)
target_precompile_headers(lintel_std_headers INTERFACE
  <algorithm> <array> <cstdint> <functional> <map> <memory> <optional> <set> <span> <string> <string_view>
  <unordered_map> <utility> <variant> <vector>)
