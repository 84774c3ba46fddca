# SPDX-FileCopyrightText: 2026 The Zeropoint developers
# SPDX-License-Identifier: GPL-3.0-or-later

# One interface target holds the standard, the warnings and the sanitizers; nobody touches global flags.
if(NOT CMAKE_BUILD_TYPE)
    set(CMAKE_BUILD_TYPE Release)
endif()
set(CMAKE_RUNTIME_OUTPUT_DIRECTORY "${CMAKE_BINARY_DIR}/bin")
set(CMAKE_LIBRARY_OUTPUT_DIRECTORY "${CMAKE_BINARY_DIR}/lib")
set(CMAKE_CXX_EXTENSIONS OFF)

find_program(ZEROPOINT_CCACHE ccache)
if(ZEROPOINT_CCACHE AND NOT CMAKE_CXX_COMPILER_LAUNCHER)
    set(CMAKE_CXX_COMPILER_LAUNCHER "${ZEROPOINT_CCACHE}")
endif()

add_library(zeropoint-common INTERFACE)
target_compile_features(zeropoint-common INTERFACE cxx_std_20)
target_compile_options(zeropoint-common INTERFACE -Wall -Wextra -Wpedantic)
if(ZEROPOINT_SANITIZE)
    target_compile_options(zeropoint-common INTERFACE
        -fsanitize=${ZEROPOINT_SANITIZE} -fno-sanitize-recover=all -fno-omit-frame-pointer)
    target_link_options(zeropoint-common INTERFACE -fsanitize=${ZEROPOINT_SANITIZE})
endif()
