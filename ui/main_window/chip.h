// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QToolButton>

namespace zeropoint::ui {

/// A setting in the top bar: dim key, name, detail in mono, caret; its menu is the picker.
class Chip : public QToolButton {
    Q_OBJECT

public:
    explicit Chip(const QString& key, QWidget* parent = nullptr);
    void setContent(const QString& name, const QString& detail);
    void setCompact(bool compact);
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QString m_key;
    QString m_name;
    QString m_detail;
    bool m_compact = false;
};

}  // namespace zeropoint::ui
