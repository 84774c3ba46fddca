// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QDirIterator>
#include <QRegularExpression>
#include <QtTest>

#include <functional>

namespace {

/// Calls `look` with the name and the text of every source below `rooms`; how many there were.
int eachSource(const QStringList& rooms, const QStringList& kinds,
               const std::function<void(const QString& name, const QString& source)>& look) {
    int files = 0;
    for (const QString& room : rooms) {
        QDirIterator all(QStringLiteral(ZEROPOINT_SOURCE_DIR) + room, kinds, QDir::Files,
                         QDirIterator::Subdirectories);
        while (all.hasNext()) {
            QFile file(all.next());
            if (file.open(QIODevice::ReadOnly)) {
                look(file.fileName(), QString::fromUtf8(file.readAll()));
                ++files;
            }
        }
    }
    return files;
}

/// Places where a text is handed to the translator in another form than a literal: lupdate reads
/// sources, not values, and does not find what stands there.
QStringList hiddenWords(const QString& source) {
    static const QRegularExpression calls(
        QStringLiteral(R"((?<![\w.>])(?:tr\(\s*(?!["\s)]|QT_)|translate\(\s*"[^"]*",\s*(?!["\s])))"
                       R"([^\n]{0,40})"));
    static const QRegularExpression comments(QStringLiteral(R"(//[^\n]*)"));
    QString code = source;
    QStringList found;
    auto matches = calls.globalMatch(code.remove(comments));
    while (matches.hasNext()) {
        found << matches.next().captured();
    }
    return found;
}

/// Texts for the translator that begin or end with a blank: they are glued to others, in an order
/// that other languages do not have. Units behind a number are none, nor what a formula equals.
QStringList fragments(const QString& source) {
    static const QRegularExpression texts(
        QStringLiteral("(?<![\\w.>])tr\\(\\s*((?:\"(?:[^\"\\\\]|\\\\.)*\"\\s*)+)"));
    static const QRegularExpression joints(QStringLiteral("\"\\s*\""));
    static const QStringList units{QStringLiteral(" %"), QStringLiteral(" KB")};
    QStringList found;
    for (auto all = texts.globalMatch(source); all.hasNext();) {
        QString text = all.next().captured(1).trimmed().remove(joints);
        text = text.mid(1, text.size() - 2);
        const bool glued = text.startsWith(QLatin1Char(' ')) ||
                           (text.endsWith(QLatin1Char(' ')) && !text.endsWith(QLatin1String("= ")));
        if (glued && !units.contains(text)) {
            found << text;
        }
    }
    return found;
}

/// Other words for the two acts of a view: show(what it is given) and refresh(), which reads anew
/// what its state says.
QStringList otherWordsForShowing(const QString& header) {
    static const QRegularExpression others(
        QStringLiteral(R"(\bvoid (?:set(?:State|Facts|Scene|Figures|Sample|Look)\([^)]*\))"
                       R"(|(?:showState|updateView|reload)\([^)]*\)|show\(\)|refresh\([^)]+\)))"));
    QStringList found;
    auto matches = others.globalMatch(header);
    while (matches.hasNext()) {
        found << matches.next().captured();
    }
    return found;
}

/// Comparisons that read the error of a call without asking whether there is one: of a success
/// they may pass. COMPARE_ERROR and test::errorOf() fail there.
QStringList uncheckedErrors(const QString& test) {
    static const QRegularExpression unchecked(
        QStringLiteral(R"(\bQ(?:COMPARE|VERIFY)\w*\([^;]*\.error\(\)\.code[^;]*;)"));
    QStringList found;
    for (auto all = unchecked.globalMatch(test); all.hasNext();) {
        found << all.next().captured();
    }
    return found;
}

/// Signals that are emitted for another object, which alone knows when it has something to say.
QStringList foreignSignals(const QString& source) {
    static const QRegularExpression emits(
        QStringLiteral(R"(\bemit\s+(?!this->)[\w:]+(?:\([^()]*\))?(?:\.|->)\w+)"));
    QStringList found;
    for (auto all = emits.globalMatch(source); all.hasNext();) {
        found << all.next().captured();
    }
    return found;
}

/// Constructors that are longer than a screen: what they build belongs into parts with names.
QStringList longConstructors(const QString& source, int mostLines) {
    static const QRegularExpression begins(QStringLiteral(R"(^(\w+)::\1\()"));
    const QStringList lines = source.split(QLatin1Char('\n'));
    QStringList found;
    for (qsizetype i = 0; i < lines.size(); ++i) {
        const QRegularExpressionMatch begin = begins.match(lines[i]);
        if (!begin.hasMatch()) {
            continue;
        }
        qsizetype end = i;
        while (end + 1 < lines.size() && lines[end] != QLatin1String("}") &&
               !lines[end].endsWith(QLatin1String("{}"))) {
            ++end;
        }
        if (end - i >= mostLines) {
            found << begin.captured(1);
        }
    }
    return found;
}

}  // namespace

/// Every word of the window can be translated, one act of its views has one word, who emits a
/// signal is whose it is, no constructor is longer than a screen, and tests of errors can fail.
class CheckWords : public QObject {
    Q_OBJECT

private slots:
    void hiddenWordsAreFound_data() {
        QTest::addColumn<QString>("source");
        QTest::addColumn<int>("hidden");
        QTest::newRow("a literal") << R"(label->setText(tr("Bits"));)" << 0;
        QTest::newRow("a literal of a class") << R"(x = Coach::tr("One thing"
                                                              "more");)"
                                              << 0;
        QTest::newRow("a literal on the next line") << "tr(\n        \"Bits\")" << 0;
        QTest::newRow("a variable") << "QString say(const char* text) { return tr(text); }" << 1;
        QTest::newRow("a helper around the translator")
            << R"(return QCoreApplication::translate("Coach", text);)" << 1;
        QTest::newRow("the translator itself")
            << R"(QCoreApplication::translate("Coach", "remove %1"))" << 0;
        QTest::newRow("a choice") << R"(tr(many ? "runs" : "run"))" << 1;
        QTest::newRow("another word that ends so") << "ptr(text); painter.translate(x, y);" << 0;
        QTest::newRow("a comment") << "// tr(text) hides it" << 0;
    }
    void hiddenWordsAreFound() {
        QFETCH(QString, source);
        QFETCH(int, hidden);
        QCOMPARE(hiddenWords(source).size(), hidden);
    }

    void noWordIsHidden() {
        const int files = eachSource({QStringLiteral("/ui"), QStringLiteral("/app")},
                                     {QStringLiteral("*.cpp"), QStringLiteral("*.h")},
                                     [](const QString& name, const QString& source) {
                                         const QStringList hidden = hiddenWords(source);
                                         QVERIFY2(hidden.isEmpty(),
                                                  qPrintable(name + QStringLiteral(": ") +
                                                             hidden.join(QStringLiteral("; "))));
                                     });
        QCOMPARE_GT(files, 100);
    }

    void fragmentsAreFound_data() {
        QTest::addColumn<QString>("source");
        QTest::addColumn<int>("fragments");
        QTest::newRow("a sentence in two literals") << "tr(\"One thing \"\n   \"more\")" << 0;
        QTest::newRow("the end of a sentence") << "text + tr(\" (outlier)\")" << 1;
        QTest::newRow("its beginning") << "tr(\"of \") + name" << 1;
        QTest::newRow("a unit") << "setSuffix(tr(\" %\"))" << 0;
        QTest::newRow("a formula") << "tr(\"minimum of the block = \")" << 0;
        QTest::newRow("of a class") << "Recipe::tr(\" asymmetric\")" << 1;
    }
    void fragmentsAreFound() {
        QFETCH(QString, source);
        QTEST(static_cast<int>(fragments(source).size()), "fragments");
    }

    void noSentenceIsGlued() {
        eachSource({QStringLiteral("/ui"), QStringLiteral("/app")}, {QStringLiteral("*.cpp")},
                   [](const QString& name, const QString& source) {
                       const QStringList glued = fragments(source);
                       QVERIFY2(glued.isEmpty(), qPrintable(name + QStringLiteral(": ") +
                                                            glued.join(QStringLiteral("; "))));
                   });
    }

    /// One and many are both said, of the same things: "1 values" is what is shown otherwise.
    void pluralsAreWritten() {
        QFile file(QStringLiteral(ZEROPOINT_SOURCE_DIR "/translations/zeropoint_en.ts"));
        QVERIFY(file.open(QIODevice::ReadOnly));
        static const QRegularExpression message(
            QStringLiteral(R"(<message numerus="yes">\s*<source>([^<]*)</source>(.*?)</message>)"),
            QRegularExpression::DotMatchesEverythingOption);
        static const QRegularExpression form(QStringLiteral("<numerusform>([^<]*)</numerusform>"));
        const auto places = [](const QString& text) {
            static const QRegularExpression place(QStringLiteral("%[0-9n]"));
            QStringList found;
            for (auto all = place.globalMatch(text); all.hasNext();) {
                found << all.next().captured();
            }
            found.sort();
            found.removeDuplicates();
            return found;
        };
        int plurals = 0;
        auto all = message.globalMatch(QString::fromUtf8(file.readAll()));
        for (; all.hasNext(); ++plurals) {
            const QRegularExpressionMatch one = all.next();
            int forms = 0;
            for (auto each = form.globalMatch(one.captured(2)); each.hasNext(); ++forms) {
                QCOMPARE(places(each.next().captured(1)), places(one.captured(1)));
            }
            QVERIFY2(forms == 2, qPrintable(one.captured(1)));
        }
        QCOMPARE_GT(plurals, 60);
    }

    void otherWordsForShowingAreFound_data() {
        QTest::addColumn<QString>("header");
        QTest::addColumn<int>("others");
        QTest::newRow("to be given") << "void show(const HeatScene& scene);" << 0;
        QTest::newRow("to read anew") << "void refresh();" << 0;
        QTest::newRow("one property") << "void setTitle(const QString& title);" << 0;
        QTest::newRow("a part of it") << "void showCodes(const PairCodes& codes);" << 0;
        QTest::newRow("given by another word") << "void setScene(CurveScene scene);" << 1;
        QTest::newRow("anew by another word") << "void showState();" << 1;
        QTest::newRow("given by the word for anew") << "void refresh(const RowFacts& facts);" << 1;
        QTest::newRow("anew by the word for given") << "void show();" << 1;
    }
    void otherWordsForShowingAreFound() {
        QFETCH(QString, header);
        QFETCH(int, others);
        QCOMPARE(otherWordsForShowing(header).size(), others);
    }

    void foreignSignalsAreFound_data() {
        QTest::addColumn<QString>("source");
        QTest::addColumn<int>("foreign");
        QTest::newRow("its own") << "emit changed();" << 0;
        QTest::newRow("its own, of many words") << "emit chosen(m_list->current());" << 0;
        QTest::newRow("a member's") << "emit m_bench.noticed(text);" << 1;
        QTest::newRow("through a pointer") << "emit box->activated(2);" << 1;
        QTest::newRow("of what a call gives") << "emit views().window.changed();" << 1;
    }
    void foreignSignalsAreFound() {
        QFETCH(QString, source);
        QTEST(static_cast<int>(foreignSignals(source).size()), "foreign");
    }

    void nobodySpeaksForAnother() {
        eachSource({QStringLiteral("/ui"), QStringLiteral("/app")},
                   {QStringLiteral("*.cpp"), QStringLiteral("*.h")},
                   [](const QString& name, const QString& source) {
                       const QStringList foreign = foreignSignals(source);
                       QVERIFY2(foreign.isEmpty(), qPrintable(name + QStringLiteral(": ") +
                                                              foreign.join(QStringLiteral("; "))));
                   });
    }

    void longConstructorsAreFound() {
        const QString source = QStringLiteral("A::A(int a)\n    : m_a(a) {\n%1}\n");
        QVERIFY(longConstructors(source.arg(QString()), 60).isEmpty());
        QVERIFY(
            longConstructors(source.arg(QStringLiteral("    b();\n").repeated(57)), 60).isEmpty());
        QCOMPARE(longConstructors(source.arg(QStringLiteral("    b();\n").repeated(58)), 60),
                 QStringList{QStringLiteral("A")});
    }

    void noConstructorIsLong() {
        eachSource({QStringLiteral("/ui"), QStringLiteral("/app")}, {QStringLiteral("*.cpp")},
                   [](const QString& name, const QString& source) {
                       const QStringList all = longConstructors(source, 60);
                       QVERIFY2(all.isEmpty(), qPrintable(name + QStringLiteral(": ") +
                                                          all.join(QStringLiteral("; "))));
                   });
    }

    void showingHasOneWord() {
        const int files = eachSource(
            {QStringLiteral("/ui/pages"), QStringLiteral("/ui/plots"),
             QStringLiteral("/ui/controls"), QStringLiteral("/ui/main_window")},
            {QStringLiteral("*.h")}, [](const QString& name, const QString& source) {
                const QStringList others = otherWordsForShowing(source);
                QVERIFY2(others.isEmpty(), qPrintable(name + QStringLiteral(": ") +
                                                      others.join(QStringLiteral("; "))));
            });
        QCOMPARE_GT(files, 100);
    }

    void uncheckedErrorsAreFound_data() {
        QTest::addColumn<QString>("test");
        QTest::addColumn<int>("unchecked");
        QTest::newRow("by the helper") << "COMPARE_ERROR(open(file), ErrorCode::NotFound);" << 0;
        QTest::newRow("of what is no success") << "QCOMPARE(test::errorOf(read).code, code);" << 0;
        QTest::newRow("compared") << "QCOMPARE(read.error().code, ErrorCode::NotFound);" << 1;
        QTest::newRow("as a number") << "QCOMPARE(int(save(a, b).error().code),\n code);" << 1;
        QTest::newRow("verified") << "QVERIFY2(read.error().code == code, name);" << 1;
    }
    void uncheckedErrorsAreFound() {
        QFETCH(QString, test);
        QTEST(static_cast<int>(uncheckedErrors(test).size()), "unchecked");
    }

    void noErrorIsReadOfASuccess() {
        const QString itself = QStringLiteral("check_words.cpp");
        const int files = eachSource(
            {QStringLiteral("/tests")}, {QStringLiteral("*.cpp"), QStringLiteral("*.h")},
            [&itself](const QString& name, const QString& source) {
                const QStringList unchecked = uncheckedErrors(source);
                QVERIFY2(
                    unchecked.isEmpty() || name.endsWith(itself),
                    qPrintable(name + QStringLiteral(": ") + unchecked.join(QStringLiteral("; "))));
            });
        QCOMPARE_GT(files, 100);
    }
};

QTEST_APPLESS_MAIN(CheckWords)
#include "check_words.moc"
