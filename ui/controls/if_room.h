// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

namespace zeropoint::ui {

/// Shows a widget at its right end where there is room for all of it, and asks for none: for what a
/// wide row says in addition, which must not keep a page from becoming narrow.
class IfRoom : public QWidget {
    Q_OBJECT

public:
    /// Takes `inner`, which sets its own size and may grow.
    explicit IfRoom(QWidget* inner, QWidget* parent = nullptr);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void place();

    QWidget* m_inner;
};

}  // namespace zeropoint::ui
