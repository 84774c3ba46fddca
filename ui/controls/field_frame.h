// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>

namespace zeropoint::ui {

/// The outline around an input that is made of parts (label, text, steppers): one border for all,
/// the focus ring while any part has the keyboard, the error colour while the text is refused.
class FieldFrame : public QFrame {
    Q_OBJECT

public:
    explicit FieldFrame(QWidget* parent = nullptr);

    void setInvalid(bool invalid);
    bool isInvalid() const { return m_invalid; }
    /// Follows the focus of a part. Call once for each input inside.
    void watch(QWidget* part);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    bool m_invalid = false;
    bool m_focused = false;
};

}  // namespace zeropoint::ui
