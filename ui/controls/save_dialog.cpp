// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/controls/save_dialog.h"

#include <QFileDialog>
#include <QRegularExpression>

namespace zeropoint::ui {
namespace {

QString firstEnding(const QString& filter) {
    static const QRegularExpression pattern(QStringLiteral(R"(\*\.(\w+))"));
    return pattern.match(filter).captured(1);
}

}  // namespace

QFileDialog* saveDialog(QWidget* parent, const QString& name, const QString& title,
                        const QString& filters) {
    auto* dialog = new QFileDialog(parent, title, QString(), filters);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setObjectName(name);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(firstEnding(filters));
    QObject::connect(dialog, &QFileDialog::filterSelected, dialog, [dialog](const QString& filter) {
        dialog->setDefaultSuffix(firstEnding(filter));
    });
    return dialog;
}

}  // namespace zeropoint::ui
