// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/state/interview/show_card.h"

#include "ui/state/anchors.h"
#include "ui/state/course_state.h"
#include "ui/state/interview/card_attempt.h"
#include "ui/state/workbench.h"

#include <QCoreApplication>
#include <QJsonDocument>

namespace zeropoint::ui {
namespace {

class ShowCard {
    Q_DECLARE_TR_FUNCTIONS(ShowCard)
};

const QString windowPage = QStringLiteral("window.page");

/// A value stands in an array of its own: by itself it is no JSON document.
QJsonValue valueOf(const std::string& json) {
    return QJsonDocument::fromJson('[' + QByteArray::fromStdString(json) + ']').array().first();
}

}  // namespace

QString pageOfCard(const AskedCard& asked) {
    if (!asked.card.show) {
        return {};
    }
    const course::Place& place = *asked.card.show;
    if (!place.target.empty()) {
        return QString::fromStdString(place.target).section(QLatin1Char('.'), 0, 0);
    }
    QString page;
    for (const course::StateEntry& entry : place.state) {
        const QString name = QString::fromStdString(entry.setting);
        if (name == windowPage) {
            return valueOf(entry.json).toString();
        }
        page = page.isEmpty() ? name.section(QLatin1Char('.'), 0, 0) : page;
    }
    return page;
}

Result<void> showCard(Workbench& bench, const AskedCard& asked) {
    if (!asked.card.show) {
        return {};
    }
    return bench.course().show(*asked.card.show, asked.scope,
                               ShowCard::tr("Show me in the workbench"));
}

}  // namespace zeropoint::ui
