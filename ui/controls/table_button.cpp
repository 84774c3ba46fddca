// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/controls/table_button.h"

#include "ui/controls/icon.h"
#include "ui/theme/theme.h"

#include <QEvent>

namespace zeropoint::ui {

TableButton::TableButton(const QString& objectName, std::function<TableContent()> content,
                         QWidget* parent)
    : QToolButton(parent), m_content(std::move(content)) {
    setObjectName(objectName);
    setProperty("role", "icon");
    setToolTip(tr("Show as a table"));
    setAccessibleName(tr("Show as a table"));
    tintIcon();
    connect(this, &QToolButton::clicked, this, [this] {
        const TableContent content = m_content();
        auto* dialog = new TableDialog(content, this);
        if (m_figure) {
            dialog->setFigure(m_figure(content.title));
        }
        dialog->open();
    });
}

void TableButton::tintIcon() {
    // A button's own palette is the style sheet's; that of what it stands on is the theme's.
    const Theme& theme = themeOf(parentWidget() != nullptr ? parentWidget() : this);
    setIcon(tintedIcon(QStringLiteral(":/icons/table.svg"), theme.text2, theme.accent));
}

bool TableButton::event(QEvent* event) {
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::ParentChange) {
        tintIcon();
    }
    return QToolButton::event(event);
}

}  // namespace zeropoint::ui
