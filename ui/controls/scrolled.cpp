// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/controls/scrolled.h"

#include <QEvent>
#include <QLayout>
#include <QScrollBar>

#include <algorithm>

namespace zeropoint::ui {
namespace {

/// Nothing scrolls sideways in it: it is never narrower than its content and the bar beside it. The
/// content is never lower than the least that its layout takes at that width: an area goes by what
/// the layout prefers, which leaves out whatever asks for nothing and has a least height.
class UprightArea : public QScrollArea {
public:
    using QScrollArea::QScrollArea;

    QSize minimumSizeHint() const override {
        const QSize least = QScrollArea::minimumSizeHint();
        const int content = widget() != nullptr ? widget()->minimumSizeHint().width() : 0;
        const int bar = verticalScrollBar()->sizeHint().width();
        return {std::max(least.width(), content > 0 ? content + bar : 0), least.height()};
    }

protected:
    bool eventFilter(QObject* watched, QEvent* event) override {
        if (watched == widget() && event->type() == QEvent::LayoutRequest) {
            keepWhole();
            updateGeometry();
        }
        return QScrollArea::eventFilter(watched, event);
    }

    void resizeEvent(QResizeEvent* event) override {
        keepWhole();
        QScrollArea::resizeEvent(event);
    }

private:
    void keepWhole() {
        const QLayout* layout = widget() != nullptr ? widget()->layout() : nullptr;
        if (layout != nullptr && layout->hasHeightForWidth()) {
            widget()->setMinimumHeight(layout->totalMinimumHeightForWidth(viewport()->width()));
        }
    }
};

}  // namespace

QScrollArea* scrolled(QWidget* content, QWidget* parent) {
    auto* area = new UprightArea(parent);
    area->setWidgetResizable(true);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    area->setFocusPolicy(Qt::NoFocus);
    area->setWidget(content);
    return area;
}

}  // namespace zeropoint::ui
