// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QDirIterator>
#include <QRegularExpression>
#include <QtTest>

namespace {

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

}  // namespace

/// Every word of the window can be translated.
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
        int files = 0;
        for (const char* room : {"/ui", "/app"}) {
            QDirIterator all(QStringLiteral(ZEROPOINT_SOURCE_DIR) + QLatin1String(room),
                             {QStringLiteral("*.cpp"), QStringLiteral("*.h")}, QDir::Files,
                             QDirIterator::Subdirectories);
            while (all.hasNext()) {
                QFile file(all.next());
                QVERIFY(file.open(QIODevice::ReadOnly));
                const QStringList hidden = hiddenWords(QString::fromUtf8(file.readAll()));
                QVERIFY2(hidden.isEmpty(), qPrintable(file.fileName() + QStringLiteral(": ") +
                                                      hidden.join(QStringLiteral("; "))));
                ++files;
            }
        }
        QCOMPARE_GT(files, 100);
    }
};

QTEST_APPLESS_MAIN(CheckWords)
#include "check_words.moc"
