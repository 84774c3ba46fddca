// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/learn/printing_bar.h"

#include "ui/pages/learn/handout.h"
#include "ui/state/workbench.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>

#include <utility>

namespace zeropoint::ui {

PrintingBar::PrintingBar(Workbench& bench, QWidget* parent)
    : QFrame(parent), m_bench(bench), m_words(new QLabel), m_bar(new QProgressBar) {
    setProperty("role", "inset");
    setObjectName(QStringLiteral("printing"));
    m_words->setObjectName(QStringLiteral("printing_words"));
    m_bar->setTextVisible(false);
    m_bar->setAccessibleName(tr("Pages of the handout that are drawn"));
    auto* cancel = new QPushButton(tr("Cancel"));
    cancel->setObjectName(QStringLiteral("printing_cancel"));
    cancel->setAccessibleName(tr("Cancel the handout"));
    cancel->setToolTip(tr("Nothing is written"));
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(12, 6, 12, 6);
    row->setSpacing(12);
    row->addWidget(m_words);
    row->addWidget(m_bar, 1);
    row->addWidget(cancel);
    connect(cancel, &QPushButton::clicked, this, &PrintingBar::stop);
    hide();
}

void PrintingBar::print(const QString& lesson, const QString& path) {
    stop();
    const auto write = [this, lesson, path](const PicturesOfSteps& pictures) {
        stop();
        if (const auto written = writeHandout(m_bench.course(), lesson, path, pictures); !written) {
            m_bench.report(written.error());
        } else {
            m_bench.tell(tr("The handout is in %1").arg(path));
        }
    };
    m_pictures = StepPictures::of(m_bench);
    if (m_pictures == nullptr) {
        write({});
        return;
    }
    connect(m_pictures, &StepPictures::progressed, this, [this](int done, int all) {
        m_words->setText(tr("Drawing the pages of the handout: %1 of %2").arg(done).arg(all));
        m_bar->setRange(0, all);
        m_bar->setValue(done);
    });
    connect(m_pictures, &StepPictures::drawn, this, write);
    m_pictures->draw(lesson);
    show();
}

void PrintingBar::stop() {
    if (StepPictures* pictures = std::exchange(m_pictures, nullptr)) {
        disconnect(pictures, nullptr, this, nullptr);
        pictures->stop();
    }
    hide();
}

}  // namespace zeropoint::ui
