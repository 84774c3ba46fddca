// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/state/runs/run_record.h"

#include <QWidget>

class QLabel;
class QStackedWidget;

namespace zeropoint::ui {

class DigitsView;

/// What the model makes of a few test sequences: digits, sorted symbols, or text.
class PredictionsView : public QWidget {
    Q_OBJECT

public:
    explicit PredictionsView(QWidget* parent = nullptr);

    /// null: nothing to show yet.
    /// `trained`: its steps are those that it was trained for.
    void show(const SnapshotPtr& snapshot, bool trained = true);

protected:
    void changeEvent(QEvent* event) override;

private:
    QString sortText() const;
    QString writtenText() const;

    SnapshotPtr m_snapshot;
    QLabel* m_caption;
    QStackedWidget* m_stack;
    DigitsView* m_digits;
    QLabel* m_text;
};

}  // namespace zeropoint::ui
