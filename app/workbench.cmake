# SPDX-FileCopyrightText: 2026 The Zeropoint developers
# SPDX-License-Identifier: GPL-3.0-or-later
add_executable(zeropoint workbench/main.cpp workbench/screens.cpp workbench/startup_report.cpp
    workbench/without_window.cpp)
target_link_libraries(zeropoint PRIVATE zeropoint-ui)
target_compile_definitions(zeropoint PRIVATE ZEROPOINT_VERSION="${PROJECT_VERSION}")
set_target_properties(zeropoint PROPERTIES
    AUTOMOC ON
    INSTALL_RPATH "$ORIGIN/../${CMAKE_INSTALL_LIBDIR}/zeropoint")
install(TARGETS zeropoint RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR})
