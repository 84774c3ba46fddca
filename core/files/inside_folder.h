// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/support/error.h"

#include <string>

namespace zeropoint {

/// The path of a file that another file names, which must stay inside the folder: absolute paths
/// and those that climb out by ".." are ErrorCode::Malformed. (Links inside the folder are the
/// user's own and are followed.) `where` is the file that names it.
Result<std::string> insideFolder(const std::string& folder, const std::string& name,
                                 const std::string& where);

}  // namespace zeropoint
