// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

namespace zeropoint::ui {

/// A figure that may change at every step of a drag, with a dim unit or share behind it. It grows
/// to the widest text that it has shown and keeps that size: unlike a QLabel's, its new text asks
/// for no new layout. The menu of its right mouse button copies the text.
class FigureLabel : public QWidget {
    Q_OBJECT

public:
    /// `alignment` is Qt::AlignLeft or Qt::AlignRight.
    explicit FigureLabel(const QFont& font, Qt::Alignment alignment = Qt::AlignLeft,
                         QWidget* parent = nullptr);

    void setFigure(const QString& figure, const QString& detail = {});
    const QString& figure() const { return m_figure; }
    /// Figure and detail, as copied and as read out.
    QString text() const;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    Qt::Alignment m_alignment;
    QString m_figure;
    QString m_detail;
};

}  // namespace zeropoint::ui
