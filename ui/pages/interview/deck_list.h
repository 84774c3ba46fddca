// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QListWidget>

namespace zeropoint::ui {

class Interview;
class SettingsCatalogue;

/// The decks, how well each is remembered and what of it is due. The first row is all of them.
class DeckList : public QListWidget {
    Q_OBJECT

public:
    DeckList(Interview& interview, SettingsCatalogue& settings, QWidget* parent = nullptr);

    enum Role { IdRole = Qt::UserRole, CardsRole, DueRole, NewRole, RecallRole };

private:
    void rebuild();
    void refresh();
    void followDeck();

    Interview& m_interview;
    SettingsCatalogue& m_settings;
};

}  // namespace zeropoint::ui
