// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/advice/advise.h"

#include "core/advice/advice_options_private.h"
#include "core/memory/catalogue.h"

#include <algorithm>
#include <cmath>

namespace zeropoint {
namespace {

constexpr double sameDb = 0.1;  ///< less is no difference: the smaller file wins

bool fits(const AdviceOption& option) {
    return option.fit.verdict == FitVerdict::Fits;
}

/// Memory of a request without its weights.
struct Beside {
    std::int64_t cache = 0;
    std::int64_t working = 0;
};

Result<Beside> besideWeights(MemoryRequest request, std::int64_t context) {
    request.cache.context = context;
    const auto estimate = estimateMemory(request);
    if (!estimate) {
        return tl::unexpected(estimate.error());
    }
    return Beside{estimate->kvCache + estimate->recurrentState,
                  estimate->activations + estimate->overhead};
}

class Adviser {
public:
    Adviser(const AdviceQuestion& question, const WeightErrors* errors)
        : m_question(question), m_architecture(*question.request.architecture), m_errors(errors) {}

    Result<void> run();
    Advice take() { return std::move(m_advice); }

private:
    Result<std::int64_t> leftAt(std::int64_t context) const;
    Result<void> place(AdviceOption& option) const;
    Result<void> addOptions();
    void addMix(std::int64_t context, std::int64_t left);
    void findFront();
    /// The least error of what fits within so many bytes of weights; -1: none.
    int bestWithin(std::int64_t bytes) const;
    void giveReasons();
    void whyThisOne();
    void whyNotAnother();
    void reasonForContexts();
    void nothingFits();
    AdviceOption& at(int index) { return m_advice.options[static_cast<std::size_t>(index)]; }
    void say(AdviceReason reason) { m_advice.reasons.push_back(std::move(reason)); }

    const AdviceQuestion& m_question;
    const Architecture& m_architecture;
    const WeightErrors* m_errors;
    Advice m_advice;
};

Result<std::int64_t> Adviser::leftAt(std::int64_t context) const {
    const auto beside = besideWeights(m_question.request, context);
    if (!beside) {
        return tl::unexpected(beside.error());
    }
    return m_advice.budget.device - m_advice.budget.reserve - beside->cache - beside->working;
}

Result<void> Adviser::place(AdviceOption& option) const {
    MemoryRequest request = m_question.request;
    request.mode = MemoryMode::Inference;
    request.weights = option.plan;
    request.parameters = 0;
    const auto estimate = estimateMemory(request);
    if (!estimate) {
        return tl::unexpected(estimate.error());
    }
    option.weights = estimate->weights;
    option.bits = estimate->bitsPerWeight;
    option.fit = fitOnDevice(request, *estimate, m_question.device, m_question.reserve);
    return {};
}

void Adviser::addMix(std::int64_t context, std::int64_t left) {
    if (auto mix = mixFor(m_architecture, *m_errors, m_question.keep, left)) {
        const bool known = std::any_of(
            m_advice.options.begin(), m_advice.options.end(), [&](const AdviceOption& option) {
                return option.kind == OptionKind::Mix && option.matrices == mix->matrices;
            });
        if (known) {
            return;  // nothing is left to buy: the same mix serves both contexts
        }
        mix->name = "Mix, " + std::to_string(context) + " tokens";
        mix->mixContext = context;
        m_advice.options.push_back(std::move(*mix));
    }
}

Result<void> Adviser::addOptions() {
    m_advice.options = plainOptions(m_architecture);
    if (m_errors != nullptr) {
        addMix(m_question.request.cache.context, m_advice.budget.left());
        for (const std::int64_t context : m_question.otherContexts) {
            if (const auto left = leftAt(context)) {
                addMix(context, *left);
            }
        }
    }
    for (AdviceOption& option : m_advice.options) {
        if (auto placed = place(option); !placed) {
            return placed;
        }
        if (m_errors != nullptr) {
            takeErrors(option, m_architecture, *m_errors);
        }
    }
    std::stable_sort(
        m_advice.options.begin(), m_advice.options.end(),
        [](const AdviceOption& a, const AdviceOption& b) { return a.weights > b.weights; });
    return {};
}

void Adviser::findFront() {
    double best = -INFINITY;
    for (std::size_t i = m_advice.options.size(); i-- > 0;) {
        AdviceOption& option = m_advice.options[i];
        option.onFront = option.sqnrDb > best;  // never of NaN
        best = option.onFront ? option.sqnrDb : best;
    }
}

int Adviser::bestWithin(std::int64_t bytes) const {
    int best = -1;
    double bestDb = -INFINITY;
    for (std::size_t i = 0; i < m_advice.options.size(); ++i) {
        const AdviceOption& option = m_advice.options[i];
        if (option.weights <= bytes && option.sqnrDb > bestDb) {
            bestDb = option.sqnrDb;
            best = static_cast<int>(i);
        }
    }
    // They stand from the largest to the smallest: the last within the margin is the smallest.
    for (std::size_t i = 0; best >= 0 && i < m_advice.options.size(); ++i) {
        const AdviceOption& option = m_advice.options[i];
        if (option.weights <= bytes && option.sqnrDb >= bestDb - sameDb) {
            best = static_cast<int>(i);
        }
    }
    return best;
}

void Adviser::whyThisOne() {
    const int chosen = m_advice.recommended;
    const AdviceOption& option = at(chosen);
    AdviceReason reason{AdviceReason::Kind::SmallestError, chosen};
    reason.bytes = option.weights;
    reason.more = m_advice.budget.cache;
    reason.rest = m_advice.budget.working;
    reason.of = option.fit.available;
    reason.decibels = option.sqnrDb;
    say(reason);
    if (option.kind == OptionKind::Mix) {
        say({AdviceReason::Kind::MixContents, chosen});
    }
    for (int i = 0; i < static_cast<int>(m_advice.options.size()); ++i) {
        const AdviceOption& other = at(i);
        if (fits(other) && other.weights > option.weights && other.sqnrDb > option.sqnrDb) {
            AdviceReason noise{AdviceReason::Kind::WithinTheNoise, i};
            noise.bytes = other.weights - option.weights;
            noise.decibels = other.sqnrDb - option.sqnrDb;
            say(noise);
            break;
        }
    }
    for (int i = chosen + 1; i < static_cast<int>(m_advice.options.size()); ++i) {
        const AdviceOption& other = at(i);
        if (fits(other) && other.onFront) {
            AdviceReason smaller{AdviceReason::Kind::AgainstSmaller, i};
            smaller.bytes = option.weights - other.weights;
            smaller.decibels = option.sqnrDb - other.sqnrDb;
            smaller.worstDb = option.worstDb - other.worstDb;
            say(smaller);
            break;
        }
    }
}

void Adviser::whyNotAnother() {
    const AdviceOption& option = at(m_advice.recommended);
    for (int i = static_cast<int>(m_advice.options.size()); i-- > 0;) {
        const AdviceOption& other = at(i);
        if (!fits(other) && other.sqnrDb > option.sqnrDb) {
            AdviceReason larger{AdviceReason::Kind::NextLarger, i};
            larger.bytes = other.fit.needed - other.fit.available;
            larger.tokens = other.fit.longestContext;
            larger.decibels = other.sqnrDb - option.sqnrDb;
            say(larger);
            break;
        }
    }
}

void Adviser::reasonForContexts() {
    for (const std::int64_t context : m_question.otherContexts) {
        const auto left = leftAt(context);
        if (!left) {
            continue;
        }
        const int best = bestWithin(*left);
        AdviceReason reason{
            best >= 0 ? AdviceReason::Kind::OtherContext : AdviceReason::Kind::OtherContextNone,
            best};
        reason.tokens = context;
        reason.bytes = *left;
        if (best >= 0 && m_advice.recommended >= 0) {
            reason.decibels = at(m_advice.recommended).sqnrDb - at(best).sqnrDb;
        }
        say(reason);
    }
}

void Adviser::nothingFits() {
    const int smallest = static_cast<int>(m_advice.options.size()) - 1;
    if (smallest < 0) {
        return;
    }
    const DeviceFit& fit = at(smallest).fit;
    AdviceReason reason{AdviceReason::Kind::NothingFits, smallest};
    reason.bytes = fit.needed - fit.available;
    reason.tokens = fit.longestContext;
    say(reason);
    const Device* would = nullptr;
    for (const Device& device : shippedDevices()) {
        const bool enough = availableOf(device, m_question.reserve) >= fit.needed;
        if (enough && (would == nullptr || device.available() < would->available())) {
            would = &device;
        }
    }
    if (would != nullptr) {
        AdviceReason device{AdviceReason::Kind::DeviceThatWould};
        device.device = would->name;
        device.bytes = availableOf(*would, m_question.reserve);
        say(device);
    }
}

void Adviser::giveReasons() {
    const bool any = std::any_of(m_advice.options.begin(), m_advice.options.end(), fits);
    if (!any) {
        nothingFits();
    } else if (m_errors == nullptr) {
        say({AdviceReason::Kind::OnlySizes});
    } else {
        m_advice.recommended = bestWithin(m_advice.budget.left());
        if (m_advice.recommended >= 0) {
            whyThisOne();
            whyNotAnother();
        }
    }
    if (m_errors != nullptr) {
        reasonForContexts();
        const auto unknown =
            std::count_if(m_advice.options.begin(), m_advice.options.end(),
                          [](const AdviceOption& option) { return std::isnan(option.sqnrDb); });
        if (unknown > 0) {
            AdviceReason reason{AdviceReason::Kind::Unmeasured};
            reason.tokens = unknown;
            say(reason);
        }
    }
}

Result<void> Adviser::run() {
    AdviceBudget& budget = m_advice.budget;
    budget.device = m_question.device.available();
    budget.reserve = budget.device - availableOf(m_question.device, m_question.reserve);
    const auto beside = besideWeights(m_question.request, m_question.request.cache.context);
    if (!beside) {
        return tl::unexpected(beside.error());
    }
    budget.cache = beside->cache;
    budget.working = beside->working;
    if (auto added = addOptions(); !added) {
        return added;
    }
    findFront();
    giveReasons();
    if (m_errors != nullptr) {
        const auto all = countParameters(weightShapes(m_architecture)).total;
        m_advice.measured = m_errors->tensors.size();
        m_advice.measuredShare =
            static_cast<double>(m_errors->parameters) / static_cast<double>(all);
    }
    return {};
}

/// Errors of one model beside the bytes of another would be advice about neither. Its embedding and
/// its head tell the width.
Result<void> checkSameModel(const Architecture& model, const WeightErrors& errors) {
    for (const TensorErrors& tensor : errors.tensors) {
        const bool end = tensor.place.roles == std::vector{WeightRole::Embedding} ||
                         tensor.place.roles == std::vector{WeightRole::Head};
        if (end && tensor.columns != model.hidden) {
            return fail(ErrorCode::InvalidArgument,
                        "The weights are those of another model: its rows have " +
                            std::to_string(model.hidden) + " values, these " +
                            std::to_string(tensor.columns),
                        tensor.name, "Choose the model that the file holds");
        }
    }
    return {};
}

}  // namespace

Result<Advice> advise(const AdviceQuestion& question, const WeightErrors* errors) {
    if (!question.request.architecture) {
        return fail(ErrorCode::InvalidArgument, "Advice needs the model's architecture", "",
                    "Give a GGUF file, a folder with a config.json, or a model of the catalogue");
    }
    if (errors != nullptr) {
        if (auto same = checkSameModel(*question.request.architecture, *errors); !same) {
            return tl::unexpected(same.error());
        }
    }
    Adviser adviser(question, errors);
    if (auto done = adviser.run(); !done) {
        return tl::unexpected(done.error());
    }
    return adviser.take();
}

}  // namespace zeropoint
