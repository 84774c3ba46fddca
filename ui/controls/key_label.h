// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QPainter;

namespace zeropoint::ui {

struct Theme;

/// A key's name in a box, as it stands on the keyboard.
class KeyLabel : public QWidget {
    Q_OBJECT

public:
    explicit KeyLabel(const QString& key, QWidget* parent = nullptr);
    QSize sizeHint() const override;

    /// The same where there is no widget: a box that ends at `right`; returns where it begins.
    static int paint(QPainter& painter, const QString& key, int right, int middle,
                     const Theme& theme);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QString m_key;
};

}  // namespace zeropoint::ui
