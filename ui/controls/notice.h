// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QLabel;

namespace zeropoint::ui {

/// One sentence about what went wrong, with its icon; takes no room while there is none.
class Notice : public QWidget {
    Q_OBJECT

public:
    explicit Notice(QWidget* parent = nullptr);

    void setText(const QString& text);
    QString text() const;

protected:
    void changeEvent(QEvent* event) override;

private:
    void tintIcon();

    QLabel* m_icon;
    QLabel* m_text;
};

}  // namespace zeropoint::ui
