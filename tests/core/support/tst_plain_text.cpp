// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/support/plain_text.h"

#include <QtTest>

using namespace zeropoint;

class TestPlainText : public QObject {
    Q_OBJECT

private slots:
    void shownText_data() {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("plain");
        QTest::addColumn<QByteArray>("valid");
        const auto row = [](const char* name, QByteArray text, QByteArray plain, QByteArray valid) {
            QTest::newRow(name) << text << plain << valid;
        };
        row("nothing", "", "", "");
        row("words", "größe 数 😀 \xE2\x80\xA6", "größe 数 😀 \xE2\x80\xA6",
            "größe 数 😀 \xE2\x80\xA6");
        row("escape sequence", "\x1B[31m", "\\x1B[31m", "\x1B[31m");
        row("line breaks", "a\r\n\tb\x7F", "a\\x0D\\x0A\\x09b\\x7F", "a\r\n\tb\x7F");
        row("NUL", QByteArray("a\0b", 3), "a\\x00b", QByteArray("a\0b", 3));
        row("C1: control sequence introducer", "\xC2\x9B", "\\xC2\\x9B", "\xC2\x9B");
        row("right to left", "\xE2\x80\xAE", "\\xE2\\x80\\xAE", "\xE2\x80\xAE");
        row("isolate", "\xE2\x81\xA6", "\\xE2\\x81\\xA6", "\xE2\x81\xA6");
        row("Arabic mark", "\xD8\x9C", "\\xD8\\x9C", "\xD8\x9C");
        row("line separator", "\xE2\x80\xA8", "\\xE2\\x80\\xA8", "\xE2\x80\xA8");
        row("Latin-1", "gr\xF6\xDF", "gr\\xF6\\xDF", "gr\xEF\xBF\xBD\xEF\xBF\xBD");
        row("overlong slash", "\xC0\xAF", "\\xC0\\xAF", "\xEF\xBF\xBD\xEF\xBF\xBD");
        row("surrogate", "\xED\xA0\x80", "\\xED\\xA0\\x80", QByteArray("\xEF\xBF\xBD").repeated(3));
        row("beyond Unicode", "\xF4\x90\x80\x80", "\\xF4\\x90\\x80\\x80",
            QByteArray("\xEF\xBF\xBD").repeated(4));
        row("cut off", "a\xE2\x80", "a\\xE2\\x80", "a\xEF\xBF\xBD\xEF\xBF\xBD");
    }

    void shownText() {
        QFETCH(QByteArray, text);
        QFETCH(QByteArray, plain);
        QFETCH(QByteArray, valid);
        QCOMPARE(QByteArray::fromStdString(plainText(text.toStdString())), plain);
        QCOMPARE(QByteArray::fromStdString(validUtf8(text.toStdString())), valid);
        // Qt's decoder is the second opinion on what is UTF-8.
        QVERIFY(!QString::fromUtf8(plain).contains(QChar::ReplacementCharacter));
        QVERIFY(QByteArray::fromStdString(validUtf8(valid.toStdString())) == valid);
    }

    /// Every code point through Qt's encoder; a surrogate alone has no UTF-8, and Qt takes U+FEFF
    /// at the beginning for the mark of the byte order.
    void everyCharacter() {
        for (char32_t c = 0; c <= 0x10FFFF; ++c) {
            if ((c >= 0xD800 && c < 0xE000) || c == 0xFEFF) {
                continue;
            }
            const QByteArray bytes = QString::fromUcs4(&c, 1).toUtf8();
            std::string_view text(bytes.constData(), std::size_t(bytes.size()));
            QCOMPARE(takeUtf8(text), std::optional(c));
            QVERIFY(text.empty());
        }
    }
};

QTEST_APPLESS_MAIN(TestPlainText)
#include "tst_plain_text.moc"
