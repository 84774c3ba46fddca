// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QLineEdit;
class QToolButton;

namespace zeropoint::ui {

class FieldFrame;

/// The field for |max|, which the scales of integer and NF4 rows are made for.
class ScaleEntry : public QWidget {
    Q_OBJECT

public:
    explicit ScaleEntry(QWidget* parent = nullptr);

    void setAbsMax(double absMax);
    QLineEdit* field() const { return m_field; }

signals:
    void entered(double absMax);  ///< finite and above 0
    void refused(const QString& reason);

private:
    void takeText();

    FieldFrame* m_frame;
    QLineEdit* m_field;
    QToolButton* m_choices;
    double m_absMax = 1;
};

}  // namespace zeropoint::ui
