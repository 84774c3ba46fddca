// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/numbers/block_colors.h"

#include <QCoreApplication>

namespace zeropoint::ui {

const DataColor& blockColor(BlockRole role, const Theme& theme) {
    switch (role) {
        case BlockRole::Scale:
            return theme.blue;
        case BlockRole::Minimum:
            return theme.vermillion;
        case BlockRole::SubScale:
            return theme.sky;
        case BlockRole::SubMinimum:
            return theme.pink;
        case BlockRole::HighBits:
            return theme.orange;
        case BlockRole::Code:
            break;
    }
    return theme.green;
}

QString blockRoleName(BlockRole role) {
    const auto translate = [](const char* text) {
        return QCoreApplication::translate("BlockColors", text);
    };
    switch (role) {
        case BlockRole::Scale:
            return translate("scale");
        case BlockRole::Minimum:
            return translate("minimum");
        case BlockRole::SubScale:
            return translate("part's scale");
        case BlockRole::SubMinimum:
            return translate("part's minimum");
        case BlockRole::HighBits:
            return translate("high bits");
        case BlockRole::Code:
            break;
    }
    return translate("codes");
}

}  // namespace zeropoint::ui
