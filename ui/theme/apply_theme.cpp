// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/apply_theme.h"

#include "ui/theme/fonts.h"
#include "ui/theme/theme.h"

#include <QApplication>
#include <QFile>
#include <QPalette>
#include <QStyleFactory>

namespace zeropoint::ui {
QString styleSheetOf(const Theme& theme) {
    QFile file(QStringLiteral(":/theme/zeropoint.qss"));
    if (!file.open(QIODevice::ReadOnly)) {
        return {};
    }
    QString sheet = QString::fromUtf8(file.readAll());
    // Longer names first: "@text2" must not be read as "@text" and a 2.
    const std::pair<const char*, QColor> tokens[] = {
        {"@background", theme.background},
        {"@surface", theme.surface},
        {"@sunken", theme.sunken},
        {"@hover", theme.hover},
        {"@border", theme.border},
        {"@control", theme.control},
        {"@text2", theme.text2},
        {"@text3", theme.text3},
        {"@text", theme.text},
        {"@accentSoft", theme.accentSoft},
        {"@accent", theme.accent},
        {"@onAccent", theme.onAccent},
        {"@bad", theme.bad},
        {"@good", theme.good},
    };
    for (const auto& [name, color] : tokens) {
        sheet.replace(QLatin1String(name), color.name());
    }
    return sheet;
}

QPalette paletteOf(const Theme& theme) {
    QPalette palette;
    palette.setColor(QPalette::Window, theme.background);
    palette.setColor(QPalette::WindowText, theme.text);
    palette.setColor(QPalette::Base, theme.surface);
    palette.setColor(QPalette::AlternateBase, theme.sunken);
    palette.setColor(QPalette::Button, theme.surface);
    palette.setColor(QPalette::ButtonText, theme.text);
    palette.setColor(QPalette::Text, theme.text);
    palette.setColor(QPalette::PlaceholderText, theme.text3);
    palette.setColor(QPalette::Highlight, theme.accentSoft);
    palette.setColor(QPalette::HighlightedText, theme.accent);
    palette.setColor(QPalette::Link, theme.accent);
    palette.setColor(QPalette::Mid, theme.border);
    palette.setColor(QPalette::Dark, theme.control);
    palette.setColor(QPalette::ToolTipBase, theme.surface);
    palette.setColor(QPalette::ToolTipText, theme.text);
    for (const QPalette::ColorRole role :
         {QPalette::WindowText, QPalette::Text, QPalette::ButtonText}) {
        palette.setColor(QPalette::Disabled, role, theme.text3);
    }
    return palette;
}

void applyTheme(QApplication& application, const Theme& theme) {
    application.setStyle(QStyleFactory::create(QStringLiteral("Fusion")));
    application.setFont(textFont(13));
    application.setPalette(paletteOf(theme));
    application.setStyleSheet(styleSheetOf(theme));
}

}  // namespace zeropoint::ui
