// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/memory/recipe_text.h"

namespace zeropoint::ui {
namespace {

QString typeName(const std::string& id) {
    return QString::fromStdString(id).toUpper();
}

/// GGUF's name of a place, as a pattern that fits it alone.
QString tensorName(const std::pair<WeightRole, int>& place) {
    const std::string_view role = roleName(place.first);
    const QString name = QString::fromUtf8(role.data(), qsizetype(role.size()));
    return place.second < 0 ? name : QStringLiteral("blk\\.%1\\.%2").arg(place.second).arg(name);
}

}  // namespace

QString quantizeArguments(const AdviceOption& option) {
    if (option.kind == OptionKind::OneFormat) {
        return {};
    }
    if (option.kind == OptionKind::Recipe && option.plan.mix == nullptr) {
        const QString type = QString::fromStdString(option.plan.linear.name);
        return QStringLiteral(
                   "llama-quantize --pure --token-embedding-type %1 --output-tensor-type q8_0 "
                   "MODEL-F16.gguf MODEL-%2.gguf %2")
            .arg(QString::fromStdString(option.plan.own.at(WeightRole::Embedding).name),
                 type.toUpper());
    }
    if (option.kind == OptionKind::Recipe) {
        return QStringLiteral("llama-quantize MODEL-F16.gguf MODEL-%1.gguf %1")
            .arg(QString::fromStdString(option.name));
    }
    std::string most;
    int count = 0;
    for (const auto& [format, matrices] : option.matrices) {
        if (matrices > count) {
            most = format;
            count = matrices;
        }
    }
    QString text = QStringLiteral("llama-quantize");
    for (const auto& [place, format] : option.plan.ownOfLayer) {
        const bool embedding = place.first == WeightRole::Embedding;
        const bool head = place.first == WeightRole::Head;
        if (embedding || head) {
            text += QStringLiteral(" \\\n  %1 %2")
                        .arg(embedding ? QStringLiteral("--token-embedding-type")
                                       : QStringLiteral("--output-tensor-type"),
                             typeName(format.name).toLower());
        } else {
            text += QStringLiteral(" \\\n  --tensor-type '%1=%2'")
                        .arg(tensorName(place), typeName(format.name).toLower());
        }
    }
    return text + QStringLiteral(" \\\n  MODEL-F16.gguf MODEL-MIX.gguf %1").arg(typeName(most));
}

}  // namespace zeropoint::ui
