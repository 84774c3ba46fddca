// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/controls/save_dialog.h"

#include "ui/state/open_files.h"
#include "ui/text/messages.h"

#include <QFileDialog>
#include <QMessageBox>
#include <QRegularExpression>

namespace zeropoint::ui {
namespace {

QString firstEnding(const QString& filter) {
    static const QRegularExpression pattern(QStringLiteral(R"(\*\.(\w+))"));
    return pattern.match(filter).captured(1);
}

/// Stays open over a name that must not be taken, as it does over one that it asks about.
class SaveDialog : public QFileDialog {
public:
    SaveDialog(QWidget* parent, const QString& title, const QString& filters)
        : QFileDialog(parent, title, QString(), filters) {
        setAttribute(Qt::WA_DeleteOnClose);
        setAcceptMode(AcceptSave);
        setDefaultSuffix(firstEnding(filters));
        connect(this, &QFileDialog::filterSelected, this,
                [this](const QString& filter) { setDefaultSuffix(firstEnding(filter)); });
    }

    void accept() override {
        const OpenFiles* open = OpenFiles::of(parentWidget());
        for (const QString& file : selectedFiles()) {
            const auto free = open != nullptr ? open->mayReplace(file) : Result<void>();
            if (!free) {
                refuse(errorText(free.error()));
                return;
            }
        }
        QFileDialog::accept();
    }

private:
    void refuse(const QString& why) {
        // The system's own dialog, of which nothing of this one is on the screen, has closed.
        const bool closed = testAttribute(Qt::WA_DontShowOnScreen);
        auto* box = new QMessageBox(QMessageBox::Warning, windowTitle(), why, QMessageBox::Ok,
                                    closed ? parentWidget() : this);
        box->setObjectName(QStringLiteral("save_refused"));
        box->setAttribute(Qt::WA_DeleteOnClose);
        box->open();
        if (closed) {
            reject();
        }
    }
};

}  // namespace

QFileDialog* saveDialog(QWidget* parent, const QString& name, const QString& title,
                        const QString& filters) {
    auto* dialog = new SaveDialog(parent, title, filters);
    dialog->setObjectName(name);
    return dialog;
}

}  // namespace zeropoint::ui
