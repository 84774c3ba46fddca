// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/numerics/parse_number.h"
#include "core/support/error.h"
#include "ui/state/number_state.h"

#include <QWidget>

#include <optional>

class QLabel;
class QLineEdit;
class QTimer;
class QToolButton;

namespace zeropoint::ui {

class FieldFrame;

/// The field that takes the value: decimal, fraction, hexadecimal float, or a bit pattern of the
/// inspected format. Each key that leaves a number enters it; a text that cannot be read is refused
/// with the reason, and the value from before it was typed is back.
class ValueEntry : public QWidget {
    Q_OBJECT

public:
    explicit ValueEntry(QWidget* parent = nullptr);

    /// Shows the state's value. A text that already means this value stays as it was typed.
    void show(const NumberState& state);
    QLineEdit* field() const { return m_field; }

signals:
    void entered(const zeropoint::ParsedNumber& number);
    /// What is wrong with the text, empty when nothing is.
    void refused(const QString& reason);
    void editingStarted();

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    void takeText(bool complete);
    void giveBack(double before);
    void showError(const QString& reason);
    void stepDecimal(int direction);
    Result<ParsedNumber> read() const;

    FieldFrame* m_frame;
    QLineEdit* m_field;
    QToolButton* m_down;
    QToolButton* m_up;
    QTimer* m_patience;  ///< half a word is no error yet
    NumberState m_state;
    std::optional<double> m_before;  ///< the value when the typing began; nothing: none is typed
    bool m_refused = false;          ///< the text is none, and stays to be mended
    QString m_reason;
};

/// The next value whose second significant digit is one higher or lower: 0.1 -> 0.11, 300 -> 310.
double nextDecimal(double value, int direction);

}  // namespace zeropoint::ui
