// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/controls/table_button.h"

#include "ui/controls/icon.h"

namespace zeropoint::ui {

TableButton::TableButton(const QString& objectName, std::function<TableContent()> content,
                         QWidget* parent)
    : QToolButton(parent), m_content(std::move(content)) {
    setObjectName(objectName);
    setProperty("role", "icon");
    setToolTip(tr("Show as a table"));
    setAccessibleName(tr("Show as a table"));
    setTintedIcon(this, "table");
    connect(this, &QToolButton::clicked, this, [this] {
        const TableContent content = m_content();
        auto* dialog = new TableDialog(content, this);
        if (m_figure) {
            dialog->setFigure(m_figure(content.title));
        }
        dialog->open();
    });
}

}  // namespace zeropoint::ui
