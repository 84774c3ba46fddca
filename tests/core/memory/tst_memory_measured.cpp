// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/memory/adapters.h"
#include "core/memory/catalogue.h"
#include "core/memory/kv_cache.h"
#include "core/memory/weight_plan.h"
#include "tests/support/golden.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QtTest>

#include <cmath>

using namespace zeropoint;

namespace {

constexpr auto file = "memory/measured.json";

QList<QJsonObject> exactRows(const QStringList& kinds) {
    QList<QJsonObject> rows;
    const QJsonObject all = QJsonDocument::fromJson(test::readAll(test::golden(file))).object();
    for (const auto& value : all["rows"].toArray()) {
        const QJsonObject row = value.toObject();
        if (row["mark"] == "exact" && kinds.contains(row["kind"].toString())) {
            rows.append(row);
        }
    }
    return rows;
}

void addRows(const QStringList& kinds) {
    QTest::addColumn<QJsonObject>("row");
    for (const QJsonObject& row : exactRows(kinds)) {
        QTest::newRow(qPrintable(row["id"].toString())) << row;
    }
}

Architecture modelOf(const QJsonObject& row) {
    const auto found =
        findArchitecture(shippedArchitectures(), row["model"].toString().toStdString());
    return found ? *found : Architecture();
}

StoredFormat formatOf(const QString& name, qint64 rowBytes = 0) {
    StoredFormat format = findStoredFormat(name.toStdString()).value();
    format.rowBytes = int(rowBytes);
    return format;
}

double unitOf(const QString& name) {
    const QHash<QString, double> units = {
        {"B", 1}, {"MiB", 1 << 20}, {"GiB", 1 << 30}, {"MB", 1e6}, {"GB", 1e9}};
    return units.value(name, std::nan(""));
}

/// With as many decimals as the printed figure has. A value that lies halfway between two of them
/// (5833.125, 0.3125) is the printed one: the sources round ties up, down and to even.
QString asPrinted(double value, const QString& printed) {
    const auto point = printed.indexOf('.');
    const int decimals = point < 0 ? 0 : int(printed.size() - point - 1);
    const double half = 0.5 * std::pow(10.0, -decimals);
    const double distance = std::abs(std::abs(value - printed.toDouble()) - half);
    return distance < 1e-9 * half * (1 + std::abs(value)) ? printed
                                                          : QString::number(value, 'f', decimals);
}

QString shown(double bytes, const QJsonObject& row) {
    return asPrinted(bytes / unitOf(row["unit_true"].toString()), row["printed"].toString());
}

CacheForm formOf(const QString& name) {
    const QHash<QString, CacheForm> forms = {
        {"mla_latent_and_transposed", CacheForm::LatentTransposed},
        {"mla_expanded", CacheForm::Expanded},
        {"every_query_head", CacheForm::EveryHead}};
    return forms.value(name, CacheForm::Compact);
}

/// One part of a cache row: some of the layers at so many cells.
qint64 partBytes(const QJsonObject& row, const QJsonObject& part) {
    const StoredFormat keys = formatOf(row["k_type"].toString(), row["k_row_header"].toInteger());
    const StoredFormat values = formatOf(row["v_type"].toString());
    const qint64 cells = part["cells"].toInteger();
    const qint64 streams = row["streams"].toInteger(1);
    std::vector<CacheGroup> groups;
    if (row.contains("shape")) {
        const QJsonObject shape = row["shape"].toObject();
        groups.push_back({"full", shape["layers"].toInteger(), cells, streams,
                          shape["k_width"].toInteger(), shape["v_width"].toInteger()});
    } else {
        const QString layers = part["layers"].toString("all");
        CacheSettings settings;
        settings.cells = layers == "window" ? 0 : cells;
        settings.windowCells = layers == "full" ? 0 : cells;
        settings.sequences = streams;
        settings.form = formOf(part["cache_mode"].toString());
        groups = cacheGroups(modelOf(row), settings);
    }
    qint64 bytes = 0;
    for (const CacheGroup& group : groups) {
        bytes += cacheBytes(group, keys, values).value().total();
    }
    return bytes;
}

/// The recipe of a weights row: its mix, and the types that it names by role.
WeightPlan planOfRow(const QJsonObject& row) {
    const QHash<QString, QString> labels = {
        {"q4_k_m", "q4_k_m"}, {"q5_k_m", "q5_k_m"}, {"q4_k_s", "q4_k_s"}, {"q2_k", "q2_k"}};
    const QString base = row["base"].toString();
    const QString recipe = row["recipe"].toString();
    WeightPlan plan = planOf(labels.value(recipe, base).toStdString()).value();
    plan.importanceMatrix = recipe == "first_down_q4_1" || row["importance_matrix"].toBool();
    if (base == "bf16") {
        plan.rest = formatOf("f32");
        plan.own = {{WeightRole::Embedding, formatOf("bf16")},
                    {WeightRole::Head, formatOf("bf16")}};
    }
    if (row.contains("bytes_per_param")) {
        plan.bytesPerParameter = row["bytes_per_param"].toDouble();
    }
    if (row.contains("types")) {
        // Such a row says of every role what it is: whatever it leaves out is of the base type.
        for (const char* role : {"attn_q", "attn_k", "attn_v", "attn_output", "ffn_gate", "ffn_up",
                                 "ffn_down", "ffn_gate_exps", "ffn_up_exps", "ffn_down_exps"}) {
            plan.own[*findRole(role)] = formatOf(base);
        }
        const QJsonObject types = row["types"].toObject();
        for (auto type = types.begin(); type != types.end(); ++type) {
            plan.own[*findRole(type.key().toStdString())] = formatOf(type.value().toString());
        }
        // Gate and up are one role in the row of 2023: its note leaves q2_k to Q, K and embedding.
        if (types.contains("ffn_up")) {
            plan.own[WeightRole::Gate] = formatOf(types["ffn_up"].toString());
        }
    }
    if (row.contains("router")) {
        plan.own[WeightRole::Router] = formatOf(row["router"].toString());
    }
    return plan;
}

}  // namespace

Q_DECLARE_METATYPE(QJsonObject)

/// Figures that other programs printed, to the last printed digit.
class TestMemoryMeasured : public QObject {
    Q_OBJECT

private slots:
    void caches_data() {
        ZEROPOINT_NEED_GOLDEN(file);
        addRows({"kv", "kv_formula"});
    }
    void caches() {
        QFETCH(QJsonObject, row);
        qint64 bytes = 0;
        if (row.contains("parts_of")) {
            for (const auto& part : row["parts_of"].toArray()) {
                bytes += partBytes(row, part.toObject());
            }
        } else {
            bytes = partBytes(row, row);
        }
        QCOMPARE(shown(double(bytes), row), row["printed"].toString());
    }

    void states_data() {
        ZEROPOINT_NEED_GOLDEN(file);
        addRows({"recurrent_state"});
    }
    void states() {
        QFETCH(QJsonObject, row);
        const auto bytes = recurrentStateBytes(modelOf(row), row["sequences"].toInteger());
        QCOMPARE(shown(double(bytes), row), row["printed"].toString());
    }

    void weights_data() {
        ZEROPOINT_NEED_GOLDEN(file);
        addRows({"weights"});
    }
    void weights() {
        QFETCH(QJsonObject, row);
        const Architecture model = modelOf(row);
        const auto shapes = weightShapes(model);
        double bytes = double(weightBytes(model, shapes, planOfRow(row)).value().total);
        double parameters = double(countParameters(shapes).total);
        for (const auto& extra : row["extra_tensors"].toArray()) {
            const auto elements = extra.toObject()["elements"].toInteger();
            parameters += double(elements);
            bytes +=
                double(bytesOf(formatOf(extra.toObject()["type"].toString()), 1, elements).value());
        }
        const QString printed = row["printed"].toString();
        if (row.contains("header_max")) {
            const double header = printed.toDouble() - bytes;
            QCOMPARE_GE(header, 0.0);
            QCOMPARE_LE(header, row["header_max"].toDouble());
        } else {
            QCOMPARE(shown(bytes, row), printed);
        }
        if (row.contains("bits_per_weight")) {
            const QString bits = row["bits_per_weight"].toString();
            QCOMPARE(asPrinted(8 * bytes / parameters, bits), bits);
        }
    }

    void adapters_data() {
        ZEROPOINT_NEED_GOLDEN(file);
        addRows({"lora_params"});
    }
    void adapters() {
        QFETCH(QJsonObject, row);
        const Architecture model = modelOf(row);
        AdapterSettings settings{row["rank"].toInteger(), {}, false};
        // LitGPT's tables are of its own adapters.
        settings.apart = row["source"].toObject()["repo"] == "Lightning-AI/litgpt";
        for (const auto& target : row["targets"].toArray()) {
            settings.targets.push_back(target.toString().toStdString());
        }
        const auto count = countAdapters(model, weightShapes(model), settings);
        QVERIFY(count.has_value());
        QCOMPARE(QString::number(count->parameters), row["printed"].toString());
    }

    /// No row may be of a kind that none of the tests above takes.
    void everyKindIsTested() {
        ZEROPOINT_NEED_GOLDEN(file);
        const QJsonObject all = QJsonDocument::fromJson(test::readAll(test::golden(file))).object();
        qsizetype exact = 0;
        for (const auto& row : all["rows"].toArray()) {
            exact += row.toObject()["mark"] == "exact" ? 1 : 0;
        }
        QCOMPARE(
            exactRows({"kv", "kv_formula", "recurrent_state", "weights", "lora_params"}).size(),
            exact);
        QCOMPARE_GE(exact, 100);
    }
};

QTEST_APPLESS_MAIN(TestMemoryMeasured)
#include "tst_memory_measured.moc"
