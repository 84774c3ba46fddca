// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/actions/palette_section.h"

#include <QPointer>
#include <QWidget>

class QFrame;
class QLabel;
class QLineEdit;
class QListView;

namespace zeropoint::ui {

class PaletteModel;

/// Finds anything by its name: a field with what it finds, over the dimmed window. The focus stays
/// in the field; it is gone with Esc, with a click beside it, or when something was chosen, and the
/// focus is then where it was.
class Palette : public QWidget {
    Q_OBJECT

public:
    Palette(QWidget* window, std::vector<PaletteSection> sections, const QString& placeholder);

    QLineEdit* field() const { return m_field; }
    PaletteModel* model() const { return m_model; }
    int currentRow() const;
    /// Closes it; the focus goes where it was.
    void leave();

    /// "section:id" of what was chosen, the last one first; over the starts of the program.
    static QStringList used();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    QFrame* buildCard(const QString& placeholder);
    QWidget* buildFooter();
    void arrange();
    void search(const QString& query);
    bool takeKey(int key);
    void moveTo(int row);
    void step(int direction);
    void choose();
    static void remember(const QString& key);

    PaletteModel* m_model;
    QLineEdit* m_field;
    QListView* m_list;
    QLabel* m_count;
    QFrame* m_card;
    QPointer<QWidget> m_before;  ///< had the focus
};

}  // namespace zeropoint::ui
