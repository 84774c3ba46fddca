// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/memory/weight_plan.h"

#include <algorithm>
#include <cmath>

namespace zeropoint {
namespace {

constexpr int leastPlainBits = 16;

void add(WeightBytes& sum, const std::string& format, std::int64_t parameters, std::int64_t bytes) {
    sum.total += bytes;
    auto found = std::find_if(sum.shares.begin(), sum.shares.end(),
                              [&format](const FormatShare& s) { return s.format == format; });
    if (found == sum.shares.end()) {
        found = sum.shares.insert(found, FormatShare{format, 0, 0});
    }
    found->parameters += parameters;
    found->bytes += bytes;
}

/// The share of a weight's bytes that one token reads.
double readShare(const WeightShape& shape, const Architecture& architecture) {
    if (shape.role == WeightRole::Positions ||
        (shape.role == WeightRole::Embedding && !architecture.tied)) {
        return 1.0 / static_cast<double>(shape.rows);
    }
    return static_cast<double>(shape.active) / static_cast<double>(shape.copies);
}

std::int64_t roundedBytes(double bytes) {
    return static_cast<std::int64_t>(std::llround(bytes));
}

}  // namespace

Result<StoredFormat> formatOf(const WeightPlan& plan, const WeightShape& shape,
                              const Architecture& architecture) {
    if (const auto layer = plan.ownOfLayer.find({shape.role, shape.layer});
        layer != plan.ownOfLayer.end()) {
        return layer->second;
    }
    if (const auto own = plan.own.find(shape.role); own != plan.own.end()) {
        return own->second;
    }
    if (plan.mix != nullptr) {
        return findStoredFormat(ggufType(*plan.mix, shape, architecture, plan.importanceMatrix));
    }
    return isLinear(shape.role) ? plan.linear : plan.rest;
}

Result<WeightPlan> planOf(std::string_view name, const StoredFormat& form) {
    WeightPlan plan;
    plan.mix = findGgufMix(name);
    auto format = findStoredFormat(plan.mix != nullptr ? plan.mix->base : name);
    auto rest = findStoredFormat("bf16");
    if (!format || !rest) {
        return tl::unexpected(format ? rest.error() : format.error());
    }
    if (!format->isFloat && format->blocks == nullptr) {
        format->group = form.group > 0 ? form.group : format->group;
        format->scaleBytes = form.scaleBytes;
        format->doubleBlock = form.doubleBlock;
        format->zeroPoints = form.zeroPoints;
    }
    plan.linear = *format;
    plan.rest = format->isFloat && format->codeBits >= leastPlainBits ? *format : *rest;
    return plan;
}

Result<WeightBytes> weightBytes(const Architecture& architecture,
                                const std::vector<WeightShape>& shapes, const WeightPlan& plan) {
    WeightBytes sum;
    double perToken = 0;
    for (const WeightShape& shape : shapes) {
        std::int64_t bytes = 0;
        std::string name;
        if (plan.bytesPerParameter > 0) {
            bytes = roundedBytes(plan.bytesPerParameter * static_cast<double>(shape.parameters()));
            name = "stated";
        } else {
            const auto format = formatOf(plan, shape, architecture);
            const auto size = format ? bytesOf(*format, shape.rows, shape.columns, shape.copies)
                                     : tl::unexpected(format.error());
            if (!size) {
                return tl::unexpected(size.error());
            }
            bytes = *size;
            name = format->name;
        }
        add(sum, name, shape.parameters(), bytes);
        perToken += static_cast<double>(bytes) * readShare(shape, architecture);
        if (isLinear(shape.role)) {
            sum.largestMatrix = std::max(sum.largestMatrix, shape.rows * shape.columns);
        }
    }
    sum.perToken = roundedBytes(perToken);
    return sum;
}

Result<WeightBytes> weightBytes(std::int64_t parameters, const WeightPlan& plan) {
    WeightBytes sum;
    if (plan.bytesPerParameter > 0) {
        add(sum, "stated", parameters,
            roundedBytes(plan.bytesPerParameter * static_cast<double>(parameters)));
    } else if (plan.mix != nullptr && plan.mix->label != plan.mix->base) {
        return fail(ErrorCode::InvalidArgument, "A mix of types goes by the matrices of a model",
                    std::string(plan.mix->label),
                    "Give a model, or one type such as " + std::string(plan.mix->base));
    } else if (plan.linear.blocks != nullptr) {
        // A bare count has no rows; it is taken as whole blocks.
        const BlockFormat& blocks = *plan.linear.blocks;
        const std::int64_t count = (parameters + blocks.valuesPerBlock - 1) / blocks.valuesPerBlock;
        add(sum, plan.linear.name, parameters, count * blocks.bytesPerBlock);
    } else {
        const auto bytes = bytesOf(plan.linear, 1, parameters);
        if (!bytes) {
            return tl::unexpected(bytes.error());
        }
        add(sum, plan.linear.name, parameters, *bytes);
    }
    sum.perToken = sum.total;
    return sum;
}

}  // namespace zeropoint
