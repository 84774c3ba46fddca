// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/numbers/blocks/block_colors.h"

#include <QCoreApplication>

namespace zeropoint::ui {
namespace {

class BlockColors {
    Q_DECLARE_TR_FUNCTIONS(BlockColors)
};

}  // namespace

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
    switch (role) {
        case BlockRole::Scale:
            return BlockColors::tr("scale");
        case BlockRole::Minimum:
            return BlockColors::tr("minimum");
        case BlockRole::SubScale:
            return BlockColors::tr("part's scale");
        case BlockRole::SubMinimum:
            return BlockColors::tr("part's minimum");
        case BlockRole::HighBits:
            return BlockColors::tr("high bits");
        case BlockRole::Code:
            break;
    }
    return BlockColors::tr("codes");
}

}  // namespace zeropoint::ui
