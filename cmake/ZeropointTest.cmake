# SPDX-FileCopyrightText: 2026 The Zeropoint developers
# SPDX-License-Identifier: GPL-3.0-or-later

# zeropoint_precompiled(NAME LIBRARIES target... HEADERS <header>...)
# A target without code of its own whose precompiled headers others reuse.
function(zeropoint_precompiled name)
    cmake_parse_arguments(PRECOMPILED "" "" "LIBRARIES;HEADERS" ${ARGN})
    file(CONFIGURE OUTPUT "${CMAKE_CURRENT_BINARY_DIR}/${name}.cpp" CONTENT "// Only precompiled headers.\n")
    add_library(${name} OBJECT "${CMAKE_CURRENT_BINARY_DIR}/${name}.cpp")
    target_link_libraries(${name} PRIVATE zeropoint-common ${PRECOMPILED_LIBRARIES})
    # Executables reuse it, so it is compiled as they are.
    set_target_properties(${name} PROPERTIES POSITION_INDEPENDENT_CODE ON)
    target_precompile_headers(${name} PRIVATE ${PRECOMPILED_HEADERS})
endfunction()

# zeropoint_test(NAME [SOURCES file...] [LIBRARIES target...] [LABELS label...] [TIMEOUT seconds])
# One Qt Test program and its ctest entry. NAME.cpp is compiled when SOURCES is not given.
# Tests run offscreen and find the golden data through ZEROPOINT_SHARED_DATA.
function(zeropoint_test name)
    cmake_parse_arguments(TEST "" "TIMEOUT" "SOURCES;LIBRARIES;LABELS" ${ARGN})
    if(NOT TEST_SOURCES)
        set(TEST_SOURCES "${name}.cpp")
    endif()
    if(NOT TEST_TIMEOUT)
        set(TEST_TIMEOUT 200)
    endif()
    add_executable(${name} ${TEST_SOURCES})
    set_target_properties(${name} PROPERTIES
        AUTOMOC ON
        RUNTIME_OUTPUT_DIRECTORY "${CMAKE_BINARY_DIR}/tests")
    target_link_libraries(${name} PRIVATE zeropoint-common zeropoint-test-support ${TEST_LIBRARIES})
    if("zeropoint-ui" IN_LIST TEST_LIBRARIES)
        target_precompile_headers(${name} REUSE_FROM zeropoint-ui-test-headers)
    else()
        target_precompile_headers(${name} REUSE_FROM zeropoint-test-headers)
    endif()
    add_test(NAME ${name} COMMAND ${name})
    set_tests_properties(${name} PROPERTIES
        ENVIRONMENT "QT_QPA_PLATFORM=offscreen;LC_ALL=C.UTF-8;QTEST_FUNCTION_TIMEOUT=${TEST_TIMEOUT}000"
        TIMEOUT ${TEST_TIMEOUT}
        LABELS "${TEST_LABELS}")
endfunction()
