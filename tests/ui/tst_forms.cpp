// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/workbench_fixture.h"
#include "ui/controls/anchor.h"
#include "ui/controls/number_field.h"
#include "ui/controls/segment.h"
#include "ui/controls/stepped_slider.h"
#include "ui/controls/value_slider.h"
#include "ui/pages/compare/scheme_editor.h"
#include "ui/state/scheme_json.h"
#include "ui/state/settings_catalogue.h"
#include "ui/state/training_session.h"
#include "ui/text/numbers.h"

#include <QAbstractButton>
#include <QComboBox>
#include <QJsonArray>
#include <QJsonObject>
#include <QLocale>
#include <QRegularExpression>
#include <QSlider>
#include <QUndoStack>
#include <QtTest>

#include <cmath>
#include <map>

using namespace zeropoint;
using namespace zeropoint::ui;
using test::WorkbenchFixture;

namespace {

using Flat = std::map<QString, QJsonValue>;

/// "train.next.recipe/all/weights/format" for what stands within objects and lists.
void flatten(const QString& path, const QJsonValue& value, Flat& flat) {
    if (value.isObject()) {
        const QJsonObject object = value.toObject();
        for (auto it = object.begin(); it != object.end(); ++it) {
            flatten(path.isEmpty() ? it.key() : path + QLatin1Char('/') + it.key(), it.value(),
                    flat);
        }
    } else if (value.isArray()) {
        const QJsonArray array = value.toArray();
        for (qsizetype i = 0; i < array.size(); ++i) {
            flatten(path + QLatin1Char('/') + QString::number(i), array[i], flat);
        }
    } else {
        flat[path] = value;
    }
}

Flat flatOf(const QJsonObject& object) {
    Flat flat;
    flatten({}, object, flat);
    return flat;
}

QStringList differences(const Flat& before, const Flat& after) {
    QStringList names;
    for (const auto& [name, value] : before) {
        const auto found = after.find(name);
        if (found == after.end() || found->second != value) {
            names << name;
        }
    }
    for (const auto& [name, value] : after) {
        if (before.find(name) == before.end()) {
            names << name;
        }
    }
    return names;
}

/// What belongs to a control's own field, as a pattern of everything that it may change. The
/// setting itself always does.
QRegularExpression ownOf(const QString& anchor) {
    static const std::map<QString, QString> more{
        // Another distribution has other parameters and another typical value.
        {QStringLiteral("calibrate.synthetic.kind"),
         QStringLiteral("calibrate\\.(synthetic\\..*|sample)")},
        // An integer's sign follows its zero point, and all but integers are symmetric.
        {QStringLiteral("calibrate.scheme.family"),
         QStringLiteral("calibrate\\.scheme\\.(format|zero_point)")},
        {QStringLiteral("calibrate.scheme.bits"), QStringLiteral("calibrate\\.scheme\\.format")},
        {QStringLiteral("calibrate.scheme.zero_point"),
         QStringLiteral("calibrate\\.scheme\\.format")},
        // A range by hand begins as what the method before it gave.
        {QStringLiteral("calibrate.range.method"), QStringLiteral("calibrate\\.range\\.ends")},
        // A published count of parameters is that of the published sizes; a format of the whole
        // cache is that of its keys and values.
        {QStringLiteral("memory.model"), QStringLiteral("memory\\.(parameters|sizes\\..*)")},
        {QStringLiteral("memory.sizes"), QStringLiteral("memory\\.parameters")},
        {QStringLiteral("memory.kv_format"), QStringLiteral("memory\\.kv\\.(keys|values)")},
        // Another task has its own data, layers and settings.
        {QStringLiteral("train.next.task"),
         QStringLiteral("train\\.next\\.(training/.*|steps|batch|rate|recipe/overrides/.*)")},
        // Adapters want another rate than all weights, where none was chosen.
        {QStringLiteral("train.next.method"),
         QStringLiteral("train\\.next\\.(rate|training/learning_rate)")},
        {QStringLiteral("train.next.steps"),
         QStringLiteral("train\\.next\\.training/(steps|evaluate_every)")},
        {QStringLiteral("train.next.batch"), QStringLiteral("train\\.next\\.training/batch")},
        {QStringLiteral("train.next.rate"),
         QStringLiteral("train\\.next\\.training/learning_rate")},
        {QStringLiteral("train.next.seed"), QStringLiteral("train\\.next\\.training/seed")},
        {QStringLiteral("train.next.weight_bits"),
         QStringLiteral("train\\.next\\.recipe/base/weight/format")},
        {QStringLiteral("train.next.input_bits"),
         QStringLiteral("train\\.next\\.recipe/(base|overrides/\\d+)/activation/.*")},
        {QStringLiteral("train.next.granularity"),
         QStringLiteral("train\\.next\\.recipe/(base|overrides/\\d+)/weight/per")},
        {QStringLiteral("train.next.rounding"),
         QStringLiteral("train\\.next\\.recipe/(base|overrides/\\d+)/method")},
        {QStringLiteral("train.next.gradient"), QStringLiteral("train\\.next\\.qat/qat/weights")},
        // LoRA and QLoRA share their adapters.
        {QStringLiteral("train.next.rank"), QStringLiteral("train\\.next\\.q?lora/lora/rank")},
        {QStringLiteral("train.next.alpha"), QStringLiteral("train\\.next\\.q?lora/lora/alpha")},
        {QStringLiteral("train.next.targets"),
         QStringLiteral("train\\.next\\.q?lora/lora/targets/\\d+")},
    };
    const auto found = more.find(anchor.startsWith(QStringLiteral("memory.sizes."))
                                     ? QStringLiteral("memory.sizes")
                                     : anchor);
    const QString own = QRegularExpression::escape(anchor) + QStringLiteral("(/.*)?");
    return QRegularExpression(QRegularExpression::anchoredPattern(
        found == more.end() ? own : own + QLatin1Char('|') + found->second));
}

/// Another number that the field takes.
double otherNumber(const NumberField& field, const Setting& setting) {
    const double now = field.value();
    const double most = setting.most.value_or(1e9);
    const double less = std::floor(now / 2) * (now == std::floor(now) ? 1 : 0) +
                        (now == std::floor(now) ? 0 : now * 0.75);
    return less != now && less >= setting.least.value_or(-1e9) ? less : std::min(now + 1, most);
}

void typeInto(QLineEdit* field, const QString& text) {
    field->setFocus();
    field->selectAll();
    QTest::keyClicks(field, text);
    QTest::keyClick(field, Qt::Key_Return);
}

/// Changes a control once by hand; false for what is no control.
bool touch(QWidget* widget, const Setting& setting) {
    if (auto* segment = qobject_cast<Segment*>(widget)) {
        for (int i = 0; i < segment->count(); ++i) {
            if (i != segment->current() && segment->button(i)->isEnabled() &&
                segment->button(i)->isVisible()) {
                QTest::mouseClick(segment->button(i), Qt::LeftButton);
                return true;
            }
        }
        return false;
    }
    if (auto* box = qobject_cast<QComboBox*>(widget)) {
        if (box->count() < 2) {
            return false;
        }
        const int next = (box->currentIndex() + 1) % box->count();
        box->setCurrentIndex(next);
        emit box->activated(next);
        return true;
    }
    if (auto* stepped = qobject_cast<SteppedSlider*>(widget)) {
        const int before = stepped->value();
        stepped->setFocus();
        QTest::keyClick(stepped, Qt::Key_Left);
        if (stepped->value() == before) {
            QTest::keyClick(stepped, Qt::Key_Right);
        }
        return stepped->value() != before;
    }
    if (auto* slider = qobject_cast<ValueSlider*>(widget)) {
        slider->slider()->setFocus();
        const double before = slider->value();
        QTest::keyClick(slider->slider(), Qt::Key_Left);
        if (slider->value() == before) {
            QTest::keyClick(slider->slider(), Qt::Key_Right);
        }
        return slider->value() != before;
    }
    if (auto* field = qobject_cast<NumberField*>(widget)) {
        if (field->isReadOnly()) {
            return false;
        }
        typeInto(field, numberForField(otherNumber(*field, setting)));
        return true;
    }
    auto* button = qobject_cast<QAbstractButton*>(widget);
    if (button != nullptr && button->isCheckable()) {
        QTest::mouseClick(button, Qt::LeftButton);
        return true;
    }
    return false;
}

/// The controls of a page's forms by the names of their settings.
QStringList controlsOf(const WorkbenchFixture& f) {
    QStringList names;
    for (const QWidget* widget : f.window->currentPage()->findChildren<QWidget*>()) {
        const QString anchor = anchorOf(widget);
        const Setting* setting = SettingsCatalogue::find(anchor);
        if (setting != nullptr && !setting->looks && widget->isVisible() && widget->isEnabled() &&
            !names.contains(anchor)) {
            names << anchor;
        }
    }
    return names;
}

QuantScheme schemeNamed(const QString& kind) {
    QuantScheme scheme;
    scheme.range.percentile = 99.95;
    if (kind == QLatin1String("NVFP4") || kind == QLatin1String("MXFP4") ||
        kind.startsWith(QLatin1String("GGUF"))) {
        scheme.format = kind == QLatin1String("NVFP4")       ? "nvfp4"
                        : kind == QLatin1String("MXFP4")     ? "mxfp4"
                        : kind == QLatin1String("GGUF Q4_K") ? "q4_k"
                                                             : "q4_0";
    } else if (kind == QLatin1String("NF4, double quantization")) {
        scheme.format = "nf4";
        scheme.granularity = Granularity::Group;
        scheme.groupSize = 64;
        scheme.scaleFormat = ScaleFormat::Double;
        scheme.doubleBlock = 128;
    } else if (kind == QLatin1String("code book")) {
        scheme.format = "iq4nl";
        scheme.granularity = Granularity::Channel;
        scheme.axis = -1;
    } else if (kind == QLatin1String("FP8, percentile")) {
        scheme.format = "fp8-e4m3";
        scheme.granularity = Granularity::Channel;
        scheme.range.kind = RangeMethod::Kind::Percentile;
        scheme.overflow = OverflowRule::Saturate;
    } else if (kind == QLatin1String("UINT6, groups of 40")) {
        scheme.format = "uint6";
        scheme.symmetric = false;
        scheme.granularity = Granularity::Group;
        scheme.groupSize = 40;
        scheme.rounding = Rounding::Stochastic;
        scheme.seed = 12345678901;
        scheme.range.kind = RangeMethod::Kind::Percentile;
    } else if (kind == QLatin1String("INT5, narrow, LP")) {
        scheme.format = "int5";
        scheme.narrow = true;
        scheme.range.kind = RangeMethod::Kind::LpNorm;
        scheme.range.power = 2.75;
        scheme.scaleFormat = ScaleFormat::E8m0;
    }
    return scheme;
}

void schemeRows() {
    QTest::addColumn<QString>("kind");
    for (const char* kind :
         {"INT8", "NVFP4", "MXFP4", "GGUF Q4_0", "GGUF Q4_K", "NF4, double quantization",
          "code book", "FP8, percentile", "UINT6, groups of 40", "INT5, narrow, LP"}) {
        QTest::newRow(kind) << QString::fromLatin1(kind);
    }
}

/// Touches each control that stands on the page, one after the other, and takes it back: what
/// changed is its own, and undo leaves nothing of it. How many were touched.
int touchAll(WorkbenchFixture& f) {
    SettingsCatalogue& settings = f.bench->settings();
    const auto settle = [&f] {
        QVERIFY(f.jobs.waitForIdle(WorkbenchFixture::waitMilliseconds));
        QCoreApplication::processEvents();
    };
    int touched = 0;
    for (const QString& name : controlsOf(f)) {
        QWidget* control = findAnchor(f.window->currentPage(), name);
        if (control == nullptr || !control->isVisible() || !control->isEnabled()) {
            continue;
        }
        const Flat before = flatOf(settings.values());
        const int steps = f.bench->undoStack().index();
        if (!touch(control, *SettingsCatalogue::find(name))) {
            continue;
        }
        settle();
        ++touched;
        const QRegularExpression own = ownOf(name);
        const QStringList changed = differences(before, flatOf(settings.values()));
        for (const QString& other : changed) {
            if (!own.match(other).hasMatch() &&
                !SettingsCatalogue::find(other.section(u'/', 0, 0))->looks) {
                QTest::qFail(qPrintable(QStringLiteral("%1 changed %2").arg(name, other)), __FILE__,
                             __LINE__);
            }
        }
        if (changed.isEmpty()) {
            qInfo("%s changed nothing", qPrintable(name));
            continue;
        }
        while (f.bench->undoStack().index() > steps) {
            f.bench->undoStack().undo();
            settle();
        }
        for (const QString& other : differences(before, flatOf(settings.values()))) {
            if (!SettingsCatalogue::find(other.section(u'/', 0, 0))->looks) {
                QTest::qFail(qPrintable(QStringLiteral("undoing %1 left %2").arg(name, other)),
                             __FILE__, __LINE__);
            }
        }
    }
    return touched;
}

}  // namespace

/// A control of a form changes its own field of what it is about, and nothing beside.
class TestForms : public QObject {
    Q_OBJECT

private slots:
    void cleanup() { QLocale::setDefault(QLocale::c()); }

    void eachControlOfAPageChangesItsOwnField_data() {
        QTest::addColumn<QString>("page");
        QTest::addColumn<int>("least");
        for (const auto& [page, least] :
             {std::pair{"numbers", 2}, std::pair{"compare", 0}, std::pair{"memory", 8},
              std::pair{"interview", 0}, std::pair{"tradeoff", 0}, std::pair{"learn", 0}}) {
            QTest::newRow(page) << QString::fromLatin1(page) << least;
        }
    }
    void eachControlOfAPageChangesItsOwnField() {
        QFETCH(QString, page);
        QFETCH(int, least);
        WorkbenchFixture f;
        f.window->resize(1600, 1000);
        f.draw({"outlier-channels", {{"rows", 64}, {"cols", 80}}});
        f.window->showPageById(page);
        int touched = 0;
        for (int view = 0; view <= f.window->currentPage()->viewNames().size(); ++view) {
            f.window->currentPage()->showView(view);
            QCoreApplication::processEvents();
            touched += touchAll(f);
        }
        QCOMPARE_GE(touched, least);
    }

    void eachControlOfTheSchemeKeepsTheRest_data() { schemeRows(); }
    void eachControlOfTheSchemeKeepsTheRest() {
        QFETCH(QString, kind);
        WorkbenchFixture f;
        f.window->resize(1600, 1000);
        f.draw({"outlier-channels", {{"rows", 64}, {"cols", 80}}});
        const QuantScheme scheme = schemeNamed(kind);
        f.bench->setScheme(scheme);
        QVERIFY(f.bench->scheme() == scheme);
        QCOMPARE_GE(touchAll(f), 3);
        QVERIFY(f.bench->scheme() == scheme);
    }

    void eachControlOfTheNextRunKeepsTheRest_data() {
        QTest::addColumn<QString>("kind");
        QTest::addColumn<int>("method");
        const auto row = [](const char* method, MethodKind kind, const char* scheme) {
            QTest::newRow((QByteArray(method) + " of " + scheme).constData())
                << QString::fromLatin1(scheme) << static_cast<int>(kind);
        };
        for (const char* scheme : {"INT8", "MXFP4", "NF4, double quantization", "code book",
                                   "FP8, percentile", "UINT6, groups of 40"}) {
            row("PTQ", MethodKind::Ptq, scheme);
        }
        row("QAT", MethodKind::Qat, "UINT6, groups of 40");
        row("LoRA", MethodKind::Lora, "INT8");
        row("QLoRA", MethodKind::Qlora, "FP8, percentile");
    }
    void eachControlOfTheNextRunKeepsTheRest() {
        QFETCH(QString, kind);
        QFETCH(int, method);
        WorkbenchFixture f(3);
        f.window->resize(1600, 1000);
        TrainingSession& training = f.bench->training();
        QVERIFY(f.jobs.waitForIdle(WorkbenchFixture::waitMilliseconds));
        NextRun next = training.next();
        next.method.method = static_cast<MethodKind>(method);
        next.start = StartFrom::Sample;
        SiteRecipe& base = next.method.recipe.base;
        base.weight = schemeNamed(kind);
        base.activation.mode = ActivationMode::DynamicToken;
        base.activation.scheme.format = "fp8-e4m3";
        base.activation.scheme.symmetric = true;
        base.activation.scheme.range.percentile = 99.95;
        SiteRecipe own = base;
        own.weight->format = "nf4";
        own.weight->groupSize = 48;
        next.method.recipe.overrides = {{"layers.0.ff1", own}};
        training.setNext(next);
        QCOMPARE_GE(touchAll(f), 4);
    }

    void eachControlOfAColumnKeepsTheRest_data() { schemeRows(); }
    void eachControlOfAColumnKeepsTheRest() {
        QFETCH(QString, kind);
        static const std::map<QString, QString> more{
            {QStringLiteral("editor_format"), QStringLiteral("scheme.format|scheme.zero_point")},
            {QStringLiteral("editor_symmetry"), QStringLiteral("scheme.format|scheme.zero_point")},
            {QStringLiteral("editor_granularity"), QStringLiteral("scheme.granularity")},
            {QStringLiteral("editor_group"), QStringLiteral("scheme.group")},
            {QStringLiteral("editor_range"), QStringLiteral("range.method|range.ends")},
            {QStringLiteral("editor_percentile"), QStringLiteral("range.percentile")},
            {QStringLiteral("editor_scales"), QStringLiteral("scheme.scale_format")},
            {QStringLiteral("editor_rounding"), QStringLiteral("scheme.rounding")},
        };
        const QuantScheme scheme = schemeNamed(kind);
        const Flat before = flatOf(schemeToJson(scheme));
        for (const auto& [control, own] : more) {
            SchemeEditor editor(scheme);
            editor.setAttribute(Qt::WA_DeleteOnClose, false);
            editor.show();
            QuantScheme now = scheme;
            connect(&editor, &SchemeEditor::changed, this,
                    [&now](const QuantScheme& changed) { now = changed; });
            auto* widget = editor.findChild<QWidget*>(control);
            QVERIFY2(widget != nullptr, qPrintable(control));
            if (!widget->isVisible() || !widget->isEnabled() || !touch(widget, Setting())) {
                continue;
            }
            const QRegularExpression allowed(QRegularExpression::anchoredPattern(own));
            for (const QString& other : differences(before, flatOf(schemeToJson(now)))) {
                QVERIFY2(allowed.match(other).hasMatch(),
                         qPrintable(control + QStringLiteral(" changed ") + other));
            }
        }
    }

    /// Typed, taken with Enter, taken back: the field, which keeps the focus, has nothing to undo.
    void undoFollowsEnter() {
        WorkbenchFixture f;
        f.draw({"normal", {{"n", 1000}}});
        auto* high = f.find<NumberField>("scheme_high");
        const double before = high->value();
        const QuantScheme scheme = f.bench->scheme();
        typeInto(high, QStringLiteral("900"));
        QCOMPARE(f.bench->live().range.hi, 900.0);
        QTest::keyClick(high, Qt::Key_Z, Qt::ControlModifier);
        QVERIFY(f.bench->scheme() == scheme);
        QCOMPARE(high->value(), before);
        QTest::keyClick(high, Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
        QCOMPARE(f.bench->live().range.hi, 900.0);
        // What is being written is the field's own to take back.
        const int steps = f.bench->undoStack().index();
        high->selectAll();
        QTest::keyClicks(high, QStringLiteral("12"));
        QTest::keyClick(high, Qt::Key_Z, Qt::ControlModifier);
        QVERIFY(high->text() != QLatin1String("12"));
        QCOMPARE(f.bench->undoStack().index(), steps);
    }

    /// Every field of every page reads both signs, wherever the program runs.
    void numbersAreTypedInEveryLocale_data() {
        QTest::addColumn<QString>("locale");
        QTest::newRow("German") << "de_DE";
        QTest::newRow("French") << "fr_FR";
        QTest::newRow("C") << "C";
    }
    void numbersAreTypedInEveryLocale() {
        QFETCH(QString, locale);
        QLocale::setDefault(QLocale(locale));
        WorkbenchFixture f;
        f.window->resize(1600, 1000);
        f.draw({"outlier-channels", {{"rows", 64}, {"cols", 80}}});
        QVERIFY(f.bench->settings().set(QStringLiteral("calibrate.range.method"),
                                        QStringLiteral("percentile")));
        int fields = 0;
        const auto look = [&] {
            QVERIFY(f.jobs.waitForIdle(WorkbenchFixture::waitMilliseconds));
            for (QLineEdit* line : f.window->findChildren<QLineEdit*>()) {
                auto* field = qobject_cast<NumberField*>(line);
                // A lower end above zero is widened to it: zero must have a code.
                if (field == nullptr || !field->isVisible() || !field->isEnabled() ||
                    field->isReadOnly() || field->objectName() == QLatin1String("scheme_low")) {
                    continue;
                }
                ++fields;
                for (const char* text : {"0,5", "0.5", "99,5", "99.5", "1,500", "1.500"}) {
                    const double wanted = readNumber(QString::fromLatin1(text)).value();
                    typeInto(field, QString::fromLatin1(text));
                    QVERIFY(f.jobs.waitForIdle(WorkbenchFixture::waitMilliseconds));
                    const bool taken = field->refusal().isEmpty();
                    QVERIFY2(!taken || field->value() == wanted,
                             qPrintable(QStringLiteral("%1 makes %2 of %3")
                                            .arg(field->objectName())
                                            .arg(field->value())
                                            .arg(QLatin1String(text))));
                    QVERIFY2(!taken || readNumber(QString(field->text())
                                                      .remove(QRegularExpression(QStringLiteral(
                                                          "\\s*[^0-9.,eE+\\-−]+$")))),
                             qPrintable(field->text()));
                }
                QTest::keyClick(field, Qt::Key_Escape);
            }
        };
        for (const PageEntry& page : f.window->pages()) {
            f.window->showPageById(page.id);
            for (int view = 0; view <= f.window->currentPage()->viewNames().size(); ++view) {
                f.window->currentPage()->showView(view);
                look();
            }
        }
        QCOMPARE_GT(fields, 20);
    }
};

QTEST_MAIN(TestForms)
#include "tst_forms.moc"
