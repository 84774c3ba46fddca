# SPDX-FileCopyrightText: 2026 The Zeropoint developers
# SPDX-License-Identifier: GPL-3.0-or-later

# A Debian package of the installed tree; ./dev package calls it.
install(FILES "${PROJECT_SOURCE_DIR}/LICENSE"
    DESTINATION "${CMAKE_INSTALL_DATADIR}/doc/zeropoint" RENAME copyright)
set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGE_NAME zeropoint)
set(CPACK_PACKAGE_CONTACT "The Zeropoint developers")
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "workbench that gives intuition for quantization")
set(CPACK_PACKAGE_DESCRIPTION
"Load weights or draw a distribution, see the bits, drag the clipping range and
watch scale, zero point and error follow. A command line gives the same figures.")
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
set(CPACK_STRIP_FILES ON)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_SECTION science)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS_PRIVATE_DIRS "${CMAKE_LIBRARY_OUTPUT_DIRECTORY}")
# Found by name at run time, so no library dependency tells of them.
set(CPACK_DEBIAN_PACKAGE_RECOMMENDS
    "fonts-inter, fonts-jetbrains-mono, fonts-noto-core, libdnnl2, qt6-wayland")
include(CPack)
