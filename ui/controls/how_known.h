// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QString>

class QWidget;

namespace zeropoint::ui {

/// Makes a widget answer "How do we know?": a row of the table in ui/text/provenance.h.
/// @param clicks whether a click asks as well; else Shift+F1 alone (and the menu of a widget that
///               clicks choose)
void setHowKnown(QWidget* widget, const QString& id, bool clicks = true);
/// The figures that were put into its formula.
void setHowKnownNumbers(QWidget* widget, const QString& numbers);

/// Shows the formula, the numbers put in, the source and the test behind a figure when it is
/// clicked, or on Shift+F1 over it or in it. Installed on the application.
class HowKnown : public QObject {
    Q_OBJECT

public:
    using QObject::QObject;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    static void show(QWidget* widget);
};

}  // namespace zeropoint::ui
