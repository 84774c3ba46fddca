// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/course/anki_text.h"
#include "tests/support/outcome.h"

#include <QtTest>

using namespace zeropoint;
using namespace zeropoint::course;

class TestAnkiText : public QObject {
    Q_OBJECT

private:
    static AnkiText read(const char* text) {
        const auto found = readAnkiText(text, "cards.txt");
        if (!found) {
            qFatal("%s", toString(found.error()).c_str());
        }
        return *found;
    }

private slots:
    // The examples of the Anki manual, "Text Files".
    void examplesOfTheManual() {
        AnkiText found = read("apple;banana;grape\nsome text;other text;yet more text\n");
        QCOMPARE(found.notes.size(), std::size_t{2});
        QCOMPARE(found.notes[0].front, std::string("apple"));
        QCOMPARE(found.notes[0].back, std::string("banana\n\ngrape"));
        found = read(
            "hello;\"this is\na two line answer\"\ntwo;this is a one line field\n"
            "\"this includes a ; (semicolon)\";another field\n");
        QCOMPARE(found.notes.size(), std::size_t{3});
        QCOMPARE(found.notes[0].back, std::string("this is\na two line answer"));
        QCOMPARE(found.notes[2].front, std::string("this includes a ; (semicolon)"));
        found = read("field one;\"field two with \"\"escaped quotes\"\" inside it\"\n");
        QCOMPARE(found.notes[0].back, std::string("field two with \"escaped quotes\" inside it"));
        found = read("# this is a comment and is ignored\nfoo bar;bar baz;baz quux\n");
        QCOMPARE(found.notes.size(), std::size_t{1});
        QCOMPARE(found.notes[0].front, std::string("foo bar"));
    }

    void headLines() {
        const AnkiText found = read(
            "#separator:Pipe\r\n#html:true\r\n#deck:Quantization::Formats\r\n#tags:a b\r\n"
            "#notetype column:1\r\n#guid column:2\r\n#tags column:5\r\n#columns:T|G|Q|A|X\r\n"
            "Basic|Xy3|What is <b>BF16</b>?|8 exponent bits<br>7 mantissa bits &amp; a sign|c\r\n");
        QCOMPARE(found.deck, std::string("Quantization::Formats"));
        QCOMPARE(found.notes.size(), std::size_t{1});
        const AnkiNote& note = found.notes[0];
        QCOMPARE(note.guid, std::string("Xy3"));
        QCOMPARE(note.front, std::string("What is BF16?"));
        QCOMPARE(note.back, std::string("8 exponent bits\n7 mantissa bits & a sign"));
        QCOMPARE(note.tags, (std::vector<std::string>{"a", "b", "c"}));
        QCOMPARE(read("#deck column:2\nfront\tmy deck\tback\n").notes[0].deck,
                 std::string("my deck"));
        QCOMPARE(read("tags:one two\nq\ta\n").notes[0].tags,
                 (std::vector<std::string>{"one", "two"}));
        QCOMPARE(read("#separator:\t\na, b\tc; d\n").notes[0].back, std::string("c; d"));
    }

    void separators_data() {
        QTest::addColumn<QByteArray>("text");
        QTest::newRow("tab") << QByteArray("a, b; c\td\n");
        QTest::newRow("semicolon") << QByteArray("a;d\n");
        QTest::newRow("comma") << QByteArray("a,d\n");
        QTest::newRow("no end of line") << QByteArray("a,d");
        QTest::newRow("byte order mark") << QByteArray(
            "\xEF\xBB\xBF"
            "a,d\n");
        QTest::newRow("empty lines") << QByteArray("\n\r\n# x\na,d\n\n");
    }
    void separators() {
        QFETCH(QByteArray, text);
        const AnkiText found = read(text.constData());
        QCOMPARE(found.notes.size(), std::size_t{1});
        QCOMPARE(found.notes[0].back, std::string("d"));
    }

    void htmlBecomesText_data() {
        QTest::addColumn<QByteArray>("html");
        QTest::addColumn<QByteArray>("text");
        const auto row = [](const char* name, const char* html, const char* text) {
            QTest::newRow(name) << QByteArray(html) << QByteArray(text);
        };
        row("breaks", "a<br>b<br/>c<BR />d", "a\nb\nc\nd");
        row("blocks", "<div>a</div><div>b</div>", "a\nb");
        row("list", "<ul><li>a</li><li>b</li></ul>", "- a\n- b");
        row("references", "&lt;a&gt; &amp;amp; &quot;&#38;&#x3b1;&nbsp;b", "<a> &amp; \"&α b");
        row("no reference", "a & b &; &unknown; &#xZ;", "a & b &; &unknown; &#xZ;");
        row("attributes", "<a href=\"http://x/\">link</a>", "link");
        row("scripts", "a<script>alert(1)</script>b<style>p{}</style>", "ab");
        row("less than", "a < b, c > d", "a < b, c > d");
        row("not closed", "a <b", "a <b");
        row("zero", "&#0;&#xD800;", "\xEF\xBF\xBD\xEF\xBF\xBD");
    }
    void htmlBecomesText() {
        QFETCH(QByteArray, html);
        QFETCH(QByteArray, text);
        QCOMPARE(QByteArray::fromStdString(plainOfHtml(html.toStdString())), text);
    }

    void picturesAndSoundsAreCounted() {
        const AnkiText found = read("#html:true\nq <img src=x.png>\t[sound:a.mp3] a\n\tno front\n");
        QCOMPARE(found.leftOutMedia, std::size_t{2});
        QCOMPARE(found.emptyNotes, std::size_t{1});
        QCOMPARE(found.notes[0].front, std::string("q"));
        QCOMPARE(found.notes[0].back, std::string("a"));
    }

    void whatWasWrittenIsRead() {
        const std::vector<AnkiNote> notes{
            {"formats.bf16", "Deck", "What \"is\"\tBF16?", "Two\nlines; and, all", {"x", "y"}},
            {"", "Deck", "#no comment", "<b>no HTML</b> &amp;", {}},
            {"#g", "Deck", "α → β", "", {"z"}}};
        const std::string text = writeAnkiText("Deck", notes);
        const AnkiText found = read(text.c_str());
        QCOMPARE(found.deck, std::string("Deck"));
        QCOMPARE(found.notes.size(), notes.size());
        for (std::size_t i = 0; i < notes.size(); ++i) {
            QVERIFY2(found.notes[i] == notes[i], notes[i].front.c_str());
        }
        QCOMPARE(writeAnkiText("Deck", found.notes), text);
    }

    void whatIsNoFileOfCards_data() {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("where");
        QTest::newRow("not UTF-8") << QByteArray("a;b\nc;\xFF\n") << QByteArray("cards.txt:2");
        QTest::newRow("a quote that does not end")
            << QByteArray("a;b\nc;d\ne;\"f\ng\n") << QByteArray("cards.txt:3");
        QTest::newRow("unknown separator")
            << QByteArray("#separator:dash\na-b\n") << QByteArray("cards.txt:1");
        QTest::newRow("no column")
            << QByteArray("#html:true\n#guid column:0\n") << QByteArray("cards.txt:2");
    }
    void whatIsNoFileOfCards() {
        QFETCH(QByteArray, text);
        QFETCH(QByteArray, where);
        const auto found =
            readAnkiText({text.constData(), static_cast<std::size_t>(text.size())}, "cards.txt");
        COMPARE_ERROR(found, ErrorCode::Malformed);
        QCOMPARE(QByteArray::fromStdString(found.error().where), where);
    }

    // Nothing that a file holds makes it read beyond its end.
    void everyBeginningOfAFileIsRead() {
        const std::string text =
            "#separator:tab\n#html:true\n#tags column:3\nq\t\"a "
            "\"\"b\"\"<br>&lt;&#38;\"\tt\r\n[sound:";
        for (std::size_t size = 0; size <= text.size(); ++size) {
            const std::string part = text.substr(0, size);
            static_cast<void>(readAnkiText(part, "x"));
        }
        COMPARE_ERROR(readAnkiText(std::string((std::size_t{16} << 20) + 1, 'x'), "x"),
                      ErrorCode::TooLarge);
    }
};

QTEST_APPLESS_MAIN(TestAnkiText)
#include "tst_anki_text.moc"
