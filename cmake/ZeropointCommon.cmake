# SPDX-FileCopyrightText: 2026 The Zeropoint developers
# SPDX-License-Identifier: GPL-3.0-or-later

# One interface target holds the standard, the warnings and the sanitizers; nobody touches global flags.
if(NOT CMAKE_BUILD_TYPE)
    set(CMAKE_BUILD_TYPE Release)
endif()
set(CMAKE_RUNTIME_OUTPUT_DIRECTORY "${CMAKE_BINARY_DIR}/bin")
set(CMAKE_LIBRARY_OUTPUT_DIRECTORY "${CMAKE_BINARY_DIR}/lib")
# The folder in which the loader chooses the level, not that of the level which is linked.
set(CMAKE_BUILD_RPATH "${CMAKE_LIBRARY_OUTPUT_DIRECTORY}")
set(CMAKE_CXX_EXTENSIONS OFF)

add_library(zeropoint-common INTERFACE)
target_compile_features(zeropoint-common INTERFACE cxx_std_20)
target_compile_options(zeropoint-common INTERFACE -Wall -Wextra -Wpedantic)

find_program(ZEROPOINT_CCACHE ccache)
if(ZEROPOINT_CCACHE AND NOT CMAKE_CXX_COMPILER_LAUNCHER)
    # The base folder lets a second clone share the cache; the sloppiness is what ccache's manual
    # asks for with precompiled headers, as is -fpch-preprocess for GCC. It also suggests not to
    # look at the headers' times, but then one that is edited while it is compiled gives a stale
    # object.
    set(CMAKE_CXX_COMPILER_LAUNCHER ${CMAKE_COMMAND} -E env
        "CCACHE_BASEDIR=${PROJECT_SOURCE_DIR}"
        "CCACHE_SLOPPINESS=pch_defines,time_macros"
        "${ZEROPOINT_CCACHE}")
    if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU" AND NOT CMAKE_DISABLE_PRECOMPILE_HEADERS)
        target_compile_options(zeropoint-common INTERFACE -fpch-preprocess)
    endif()
endif()

if(ZEROPOINT_SANITIZE)
    target_compile_options(zeropoint-common INTERFACE
        -fsanitize=${ZEROPOINT_SANITIZE} -fno-sanitize-recover=all -fno-omit-frame-pointer)
    target_link_options(zeropoint-common INTERFACE -fsanitize=${ZEROPOINT_SANITIZE})
endif()
if(ZEROPOINT_BUILD_FUZZ)
    # The readers must count their branches for the fuzzer to find new ones.
    target_compile_options(zeropoint-common INTERFACE -fsanitize=fuzzer-no-link)
endif()

# share_headers(TARGET ALONE...): compiles a room's files together, some at a time, since most of the time
# that a file takes is its headers. What stands in unnamed namespaces of one room has names of its own
# therefore. The rooms ALONE are left as they are: GCC inlines less in a unit that is large, and their loops
# feel it (K-quants took up to twice the time to decode).
# -DZEROPOINT_UNITY=OFF compiles each file alone, which is quicker while one file is worked on.
option(ZEROPOINT_UNITY "Compile the files of a room together" OFF)
function(share_headers target)
    if(NOT ZEROPOINT_UNITY)
        return()
    endif()
    get_target_property(sources ${target} SOURCES)
    list(FILTER sources INCLUDE REGEX "\\.cpp$")
    foreach(source IN LISTS sources)
        get_filename_component(folder "${source}" DIRECTORY)
        file(RELATIVE_PATH folder "${PROJECT_SOURCE_DIR}" "${folder}")
        if(NOT folder MATCHES "^(core|ui)/" OR folder IN_LIST ARGN)
            continue() # what is generated shares names with each other
        endif()
        string(MAKE_C_IDENTIFIER "${folder}" room)
        math(EXPR ${room}_count "${${room}_count} + 1")
        math(EXPR part "(${${room}_count} - 1) / 12")
        set_property(SOURCE "${source}" PROPERTY UNITY_GROUP "${room}_${part}")
    endforeach()
    set_target_properties(${target} PROPERTIES UNITY_BUILD ON UNITY_BUILD_MODE GROUP)
    # GCC takes files that are read together for headers, whose unnamed namespaces would differ.
    target_compile_options(${target} PRIVATE $<$<CXX_COMPILER_ID:GNU>:-Wno-subobject-linkage>)
endfunction()
