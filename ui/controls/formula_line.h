// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

namespace zeropoint::ui {

/// One line of a formula with its numbers, the result set bold. It takes the width that it is
/// given, so that a drag that changes it at every step lays nothing out.
class FormulaLine : public QWidget {
    Q_OBJECT

public:
    explicit FormulaLine(QWidget* parent = nullptr);

    /// `working` is what stands before the result, "s = 254 / 127 = ".
    void setFormula(const QString& working, const QString& result);
    QString text() const { return m_working + m_result; }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QString m_working;
    QString m_result;
};

}  // namespace zeropoint::ui
