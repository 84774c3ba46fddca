// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/controls/paper.h"

#include "ui/theme/fonts.h"

#include <QBuffer>
#include <QPdfWriter>
#include <QTextDocument>

namespace zeropoint::ui {
namespace {

constexpr int anyPixels = 13;
constexpr double textPoints = 9.5;

}  // namespace

QFont paperFont() {
    QFont font = textFont(anyPixels);
    font.setPointSizeF(textPoints);
    font.setStyleStrategy(QFont::PreferNoShaping);
    return font;
}

QByteArray pdfOf(const QTextDocument& document, const QString& title) {
    QBuffer pdf;
    pdf.open(QIODevice::WriteOnly);
    QPdfWriter writer(&pdf);
    writer.setPageSize(QPageSize(QPageSize::A4));
    // The document keeps margins of its own.
    writer.setPageMargins(QMarginsF(0, 0, 0, 0), QPageLayout::Millimeter);
    writer.setTitle(title);
    document.print(&writer);
    return pdf.data();
}

}  // namespace zeropoint::ui
