// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/controls/paper.h"

#include "ui/theme/fonts.h"

#include <QAbstractTextDocumentLayout>
#include <QBuffer>
#include <QGuiApplication>
#include <QPdfWriter>
#include <QScreen>
#include <QTextBlock>
#include <QTextCursor>
#include <QTextDocument>
#include <QTextFrame>

#include <cmath>
#include <memory>

namespace zeropoint::ui {
namespace {

constexpr int anyPixels = 13;
constexpr double textPoints = 9.5;
constexpr double marginCentimetres = 2;  ///< that QTextDocument::print() gives a page
constexpr double centimetresPerInch = 2.54;

void setPaper(QPdfWriter& writer) {
    writer.setPageSize(QPageSize(QPageSize::A4));
    // The document keeps margins of its own.
    writer.setPageMargins(QMarginsF(0, 0, 0, 0), QPageLayout::Millimeter);
}

bool isHeading(const QTextBlock& block) {
    return block.blockFormat().headingLevel() > 0;
}

bool beginsPage(const QTextBlock& block) {
    return block.blockFormat().pageBreakPolicy().testFlag(QTextFormat::PageBreak_AlwaysBefore);
}

void beginPage(QTextDocument& document, int block) {
    QTextCursor cursor(document.findBlockByNumber(block));
    QTextBlockFormat format = cursor.blockFormat();
    format.setPageBreakPolicy(QTextFormat::PageBreak_AlwaysBefore);
    cursor.setBlockFormat(format);
}

}  // namespace

QFont paperFont() {
    QFont font = textFont(anyPixels);
    font.setPointSizeF(textPoints);
    font.setStyleStrategy(QFont::PreferNoShaping);
    return font;
}

void keepSectionsWhole(QTextDocument& document) {
    QBuffer nowhere;
    nowhere.open(QIODevice::WriteOnly);
    QPdfWriter writer(&nowhere);
    setPaper(writer);
    // As print() lays it out, on one page that has no end.
    const std::unique_ptr<QTextDocument> laid(document.clone());
    QAbstractTextDocumentLayout* layout = laid->documentLayout();
    layout->setPaintDevice(&writer);
    const double inches = marginCentimetres / centimetresPerInch;
    const double margin = inches * writer.logicalDpiY();
    QTextFrameFormat frame = laid->rootFrame()->frameFormat();
    // A frame's margin is told in pixels of the screen, which the layout brings to the paper's.
    frame.setMargin(inches * QGuiApplication::primaryScreen()->logicalDotsPerInchY());
    laid->rootFrame()->setFrameFormat(frame);
    laid->setPageSize({double(writer.width()), -1});
    const double page = writer.height() - 2 * margin;
    const auto from = [&](const QTextBlock& block) {
        return block.isValid() ? layout->blockBoundingRect(block).top()
                               : layout->documentSize().height() - margin;
    };
    double used = 0;
    for (QTextBlock block = laid->begin(); block.isValid();) {
        QTextBlock next = block.next();
        while (next.isValid() && !isHeading(next)) {
            next = next.next();
        }
        const double whole = from(next) - from(block);
        const QTextBlock second = block.next();
        const double needed =
            whole <= page || !second.isValid() ? whole : from(second.next()) - from(block);
        if (beginsPage(block)) {
            used = 0;
        } else if (used + needed > page) {
            beginPage(document, block.blockNumber());
            used = 0;
        }
        used = std::fmod(used + whole, page);
        block = next;
    }
}

QByteArray pdfOf(const QTextDocument& document, const QString& title) {
    QBuffer pdf;
    pdf.open(QIODevice::WriteOnly);
    QPdfWriter writer(&pdf);
    setPaper(writer);
    writer.setTitle(title);
    document.print(&writer);
    return pdf.data();
}

}  // namespace zeropoint::ui
