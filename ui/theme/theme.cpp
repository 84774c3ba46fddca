// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/theme.h"

#include <QPalette>
#include <QWidget>

namespace zeropoint::ui {
namespace {

/// Cividis (Nunez, Anderton, Renslow 2018), whose lightness rises evenly for every kind of sight.
std::array<QColor, 7> cividis() {
    return {QColor(0x00224E), QColor(0x2F436B), QColor(0x575D6D), QColor(0x7C7B78),
            QColor(0xA59C74), QColor(0xD3C164), QColor(0xFEE838)};
}

}  // namespace

const Theme& lightTheme() {
    static const Theme theme{
        .dark = false,
        .background = QColor(0xF5F6F7),
        .surface = QColor(0xFFFFFF),
        .sunken = QColor(0xEEF0F2),
        .hover = QColor(0xE9ECEF),
        .border = QColor(0xDDE1E5),
        .control = QColor(0x868F98),
        .text = QColor(0x1A1F24),
        .text2 = QColor(0x4A535C),
        .text3 = QColor(0x626C76),
        .accent = QColor(0x4C46A6),
        .accentSoft = QColor(0xECEBF7),
        .onAccent = QColor(0xFFFFFF),
        .good = QColor(0x00734F),
        .bad = QColor(0xA84A00),
        .grid = QColor(0xE8EBEE),
        .axis = QColor(0x868F98),
        .histogramBody = QColor(0xCCD0D3),
        .vermillion = {QColor(0xD55E00), QColor(0xD55E00), QColor(0xA84A00), QColor(0xF9E8DB)},
        .blue = {QColor(0x0072B2), QColor(0x0072B2), QColor(0x00659E), QColor(0xDBEBF4)},
        .green = {QColor(0x009E73), QColor(0x009E73), QColor(0x00734F), QColor(0xDBF1EB)},
        .orange = {QColor(0xE69F00), QColor(0xB97F00), QColor(0x8A5D00), QColor(0xFCF2DB)},
        .pink = {QColor(0xCC79A7), QColor(0xB8608F), QColor(0x9A4676), QColor(0xF8ECF3)},
        .sky = {QColor(0x56B4E9), QColor(0x2E93CC), QColor(0x1B6E9E), QColor(0xE7F4FC)},
        .grey = {QColor(0x7A838C), QColor(0x7A838C), QColor(0x59626B), QColor(0xECEEEF)},
        .signBit = {QColor(0xEDBB94), QColor(0xFCF4ED), QColor(0xE8A673)},
        .exponentBit = {QColor(0x94C4DF), QColor(0xEDF5FA), QColor(0x73B1D5)},
        .mantissaBit = {QColor(0x94D6C4), QColor(0xEDF8F5), QColor(0x73CAB2)},
        .indexBit = {QColor(0xC7CBCF), QColor(0xF6F6F7), QColor(0xB6BBC0)},
        .heat = cividis(),
    };
    return theme;
}

const Theme& darkTheme() {
    static const Theme theme{
        .dark = true,
        .background = QColor(0x121517),
        .surface = QColor(0x191D20),
        .sunken = QColor(0x22272B),
        .hover = QColor(0x262C30),
        .border = QColor(0x2E343A),
        .control = QColor(0x6C757E),
        .text = QColor(0xE8EBED),
        .text2 = QColor(0xB4BCC4),
        .text3 = QColor(0x929BA4),
        .accent = QColor(0xB5AEF5),
        .accentSoft = QColor(0x2A2A40),
        .onAccent = QColor(0x16162A),
        .good = QColor(0x2DBE93),
        .bad = QColor(0xF08A45),
        .grid = QColor(0x262C31),
        .axis = QColor(0x6C757E),
        .histogramBody = QColor(0x454B50),
        .vermillion = {QColor(0xD55E00), QColor(0xE8702A), QColor(0xF08A45), QColor(0x3B291A)},
        .blue = {QColor(0x0072B2), QColor(0x2E8FCE), QColor(0x5AA9DE), QColor(0x142C3A)},
        .green = {QColor(0x009E73), QColor(0x10AE82), QColor(0x2DBE93), QColor(0x14342F)},
        .orange = {QColor(0xE69F00), QColor(0xE69F00), QColor(0xF0B840), QColor(0x3E341A)},
        .pink = {QColor(0xCC79A7), QColor(0xCC79A7), QColor(0xDE97BE), QColor(0x392E38)},
        .sky = {QColor(0x56B4E9), QColor(0x7CC8F2), QColor(0x7CC8F2), QColor(0x243844)},
        .grey = {QColor(0x8E979F), QColor(0xA2AAB2), QColor(0xA9B2BA), QColor(0x2E3337)},
        .signBit = {QColor(0x683813), QColor(0x26221E), QColor(0x80410E)},
        .exponentBit = {QColor(0x0F415D), QColor(0x17232A), QColor(0x0B4C70)},
        .mantissaBit = {QColor(0x0F5343), QColor(0x172626), QColor(0x0B644E)},
        .indexBit = {QColor(0x4A5055), QColor(0x212629), QColor(0x596066)},
        .heat = cividis(),
    };
    return theme;
}

const Theme& themeOf(const QWidget* widget) {
    return widget->palette().color(QPalette::Window).lightness() < 128 ? darkTheme() : lightTheme();
}

}  // namespace zeropoint::ui
