// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QPoint>
#include <QString>
#include <QStringList>

#include <functional>

class QAbstractItemView;
class QModelIndex;
class QWidget;

namespace zeropoint::ui {

/// Makes a widget answer "How do we know?": a row of the table in ui/text/provenance.h.
/// @param clicks whether a click asks as well; else Shift+F1 alone (and the menu of a widget that
///               clicks choose)
void setHowKnown(QWidget* widget, const QString& id, bool clicks = true);
/// The figures that were put into its formula.
void setHowKnownNumbers(QWidget* widget, const QString& numbers);

/// A row of that table and the figures that were put in.
struct HowKnownAnswer {
    QString id;
    QString numbers;
};
/// The same for a widget that paints several figures: asked for the one at a place in it. Outside
/// of it (Shift+F1 while the pointer is elsewhere) it answers for the one that is chosen.
using HowKnownAt = std::function<HowKnownAnswer(const QPoint& at)>;
void setHowKnownAt(QWidget* widget, HowKnownAt answer, bool clicks);
/// The same for a table: `ids` by column of its model, empty ones answer nothing. Without `numbers`
/// they are the row's own figures.
void setHowKnownColumns(QAbstractItemView* view, const QStringList& ids,
                        std::function<QString(const QModelIndex&)> numbers = {});
/// Whether it, or something around it, answers.
bool isHowKnown(const QWidget* widget);

/// Shows the formula, the numbers put in, the source and the test behind a figure when it is
/// clicked, or on Shift+F1 over it or in it. Installed on the application.
class HowKnown : public QObject {
    Q_OBJECT

public:
    using QObject::QObject;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    static bool ask(QWidget* widget, const QPoint& global, bool clicked);
    static void show(QWidget* widget, const HowKnownAnswer& answer);
};

}  // namespace zeropoint::ui
