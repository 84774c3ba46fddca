// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFont>

class QByteArray;
class QString;
class QTextDocument;

namespace zeropoint::ui {

/// The font of documents that are printed. Its size is in points: what is so many pixels high on
/// the screen is a speck at a printer's resolution. Set it before the document's text. Signs keep
/// their plain forms: Inter's others for a minus or a colon beside figures belong to no character,
/// so that they would be missing where a PDF is searched, copied or read out. (Scripts that cannot
/// be written without shaping are shaped all the same.)
QFont paperFont();

/// Begins a page before what would not end on the one it begins on: all from one heading to the
/// next where a page holds it, else the heading with what follows it. For the paper of pdfOf().
void keepSectionsWhole(QTextDocument& document);

/// The document on A4, as a PDF.
QByteArray pdfOf(const QTextDocument& document, const QString& title);

}  // namespace zeropoint::ui
