// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

class QWidget;

namespace zeropoint::ui {

class Notice;

/// One sentence below a field, or above it where there is no room: why what stands there is not
/// taken. It lies over what is there, so that nothing moves, and goes with the field.
class FieldNotice : public QObject {
    Q_OBJECT

public:
    /// Says it, or with an empty text takes away what was said. Nothing is made before it is
    /// needed.
    static void tell(QWidget* field, const QString& text);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    FieldNotice(QWidget* field, QWidget* ground);
    void place();

    QWidget* m_field;
    QWidget* m_ground;  ///< what scrolls with the field, or its window
    Notice* m_notice;
};

}  // namespace zeropoint::ui
