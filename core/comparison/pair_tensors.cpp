// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/comparison/pair_tensors.h"

#include "core/files/known_names.h"
#include "core/support/in_quotes.h"

#include <algorithm>
#include <map>
#include <optional>
#include <string_view>
#include <utility>

namespace zeropoint {
namespace {

TensorInfo infoOf(const ModelSide& side, std::size_t index, std::int64_t expert) {
    TensorInfo info = side.file().tensors()[index];
    if (expert >= 0) {
        const std::int64_t experts = std::max<std::int64_t>(info.shape.front(), 1);
        info.shape = shapeOf(info, expert);
        info.bytes /= static_cast<std::uint64_t>(experts);
        info.name.append(1, '[').append(std::to_string(expert)).append(1, ']');
    }
    return info;
}

/// Dimensions of one value are written by some formats and left out by others.
Shape withoutOnes(const Shape& shape) {
    Shape result;
    std::ranges::copy_if(shape, std::back_inserter(result), [](std::int64_t n) { return n != 1; });
    return result;
}

/// Pairs tensors one after the other; a tensor that has a partner takes no other.
class Matcher {
public:
    Matcher(const ModelSide& a, const ModelSide& b, const NameFilter& filter)
        : m_a(a),
          m_b(b),
          m_partners(a.file().tensors().size()),
          m_taken(b.file().tensors().size(), false) {
        for (std::size_t i = 0; i < m_partners.size(); ++i) {
            m_skipped.push_back(filter && !filter(a.file().tensors()[i].name));
        }
    }

    Result<void> takeMap(const NameMap& map);
    void takeNames();
    void takeKnownNames();
    void takeExperts();
    void takeShapes();
    Pairing pairing(const NameFilter& filter) const;

private:
    struct Partner {
        std::size_t b = 0;
        MatchedBy by = MatchedBy::Name;
        std::int64_t expertOfA = -1;
        std::int64_t expertOfB = -1;
    };

    bool isFree(std::size_t a) const { return !m_partners[a]; }
    void match(std::size_t a, std::size_t b, MatchedBy by) {
        m_partners[a] = Partner{b, by};
        m_taken[b] = true;
    }
    TensorPair pairOf(std::size_t a, const Partner& partner) const;
    /// The tensors without a partner that are stacks of experts, by their known names.
    std::map<std::string, std::size_t, std::less<>> freeStacks(const ModelSide& side) const;

    const ModelSide& m_a;
    const ModelSide& m_b;
    std::vector<std::optional<Partner>> m_partners;  ///< of the tensors of A
    /// Of the stacks of A, an expert each.
    std::map<std::size_t, std::vector<Partner>> m_experts;
    std::vector<bool> m_taken;    ///< of the tensors of B
    std::vector<bool> m_skipped;  ///< those of A that do not take part
};

Result<void> Matcher::takeMap(const NameMap& map) {
    const auto missing = [](const std::string& name, const WeightFile& file) {
        return fail(ErrorCode::NotFound, "The map names " + inQuotes(name) + ", which is not there",
                    file.path(), "See 'zeropoint-cli inspect'");
    };
    for (const auto& [nameInA, nameInB] : map) {
        const auto a = m_a.file().find(nameInA);
        if (!a) {
            return missing(nameInA, m_a.file());
        }
        const auto b = m_b.file().find(nameInB);
        if (!b) {
            return missing(nameInB, m_b.file());
        }
        match(*a, *b, MatchedBy::Map);
    }
    return {};
}

void Matcher::takeNames() {
    const auto& tensors = m_a.file().tensors();
    for (std::size_t i = 0; i < tensors.size(); ++i) {
        const auto b = m_b.file().find(tensors[i].name);
        if (isFree(i) && b && !m_taken[*b]) {
            match(i, *b, MatchedBy::Name);
        }
    }
}

void Matcher::takeKnownNames() {
    std::map<std::string, std::size_t, std::less<>> known;
    for (std::size_t i = 0; i < m_taken.size(); ++i) {
        const TensorRole role = m_b.file().tensors()[i].role;
        std::string name = m_b.canonical(i);
        if (!m_taken[i] && !name.empty() && role == TensorRole::Weight) {
            known.try_emplace(std::move(name), i);
        }
    }
    for (std::size_t i = 0; i < m_partners.size(); ++i) {
        const auto found = known.find(m_a.canonical(i));
        const bool weight = m_a.file().tensors()[i].role == TensorRole::Weight;
        if (isFree(i) && weight && found != known.end() && !m_taken[found->second]) {
            match(i, found->second, MatchedBy::KnownName);
        }
    }
}

std::map<std::string, std::size_t, std::less<>> Matcher::freeStacks(const ModelSide& side) const {
    const bool ofA = &side == &m_a;
    std::map<std::string, std::size_t, std::less<>> stacks;
    for (std::size_t i = 0; i < side.file().tensors().size(); ++i) {
        const bool free = ofA ? isFree(i) : !m_taken[i];
        if (free && side.file().tensors()[i].shape.size() == 3) {
            stacks.try_emplace(side.canonical(i), i);
        }
    }
    return stacks;
}

/// Experts that stand alone on one side and together on the other.
void Matcher::takeExperts() {
    const auto stacksOfA = freeStacks(m_a);
    const auto stacksOfB = freeStacks(m_b);
    const auto placeIn =
        [](const auto& stacks, const ModelSide& side,
           const std::string& name) -> std::optional<std::pair<std::size_t, std::int64_t>> {
        const auto expert = expertOf(name);
        const auto stack = expert ? stacks.find(expert->all) : stacks.end();
        const bool inside = stack != stacks.end() &&
                            expert->expert < side.file().tensors()[stack->second].shape.front();
        return inside ? std::optional(std::pair(stack->second, expert->expert)) : std::nullopt;
    };
    for (std::size_t i = 0; i < m_partners.size(); ++i) {
        const auto place = isFree(i) ? placeIn(stacksOfB, m_b, m_a.canonical(i)) : std::nullopt;
        if (place) {
            m_partners[i] = Partner{place->first, MatchedBy::KnownName, -1, place->second};
            m_taken[place->first] = true;
        }
    }
    for (std::size_t i = 0; i < m_taken.size(); ++i) {
        const auto place = !m_taken[i] ? placeIn(stacksOfA, m_a, m_b.canonical(i)) : std::nullopt;
        if (place) {
            const Partner partner{i, MatchedBy::KnownName, place->second, -1};
            m_experts[place->first].push_back(partner);
            m_partners[place->first] = partner;
            m_taken[i] = true;
        }
    }
    for (auto& [stack, experts] : m_experts) {
        std::ranges::sort(experts, {}, &Partner::expertOfA);
    }
}

void Matcher::takeShapes() {
    if (m_partners.size() == 1 && m_taken.size() == 1) {
        if (isFree(0)) {
            match(0, 0, MatchedBy::Only);
        }
        return;
    }
    struct Places {
        std::vector<std::size_t> a;
        std::vector<std::size_t> b;
    };
    std::map<Shape, Places> shapes;
    for (std::size_t i = 0; i < m_partners.size(); ++i) {
        shapes[withoutOnes(m_a.file().tensors()[i].shape)].a.push_back(i);
    }
    for (std::size_t i = 0; i < m_taken.size(); ++i) {
        shapes[withoutOnes(m_b.file().tensors()[i].shape)].b.push_back(i);
    }
    for (const auto& [shape, places] : shapes) {
        const bool once = shape.size() >= 2 && places.a.size() == 1 && places.b.size() == 1;
        if (once && isFree(places.a.front()) && !m_taken[places.b.front()]) {
            match(places.a.front(), places.b.front(), MatchedBy::Shape);
        }
    }
}

/// The heads of q and k by the first side that tells them.
std::optional<std::int64_t> headsOf(const ModelSide& a, const ModelSide& b, bool keys) {
    const auto of = [keys](const ModelSide& side) { return keys ? side.kvHeads() : side.heads(); };
    const bool ggufFirst = a.spelling() == Spelling::Gguf;
    const auto first = of(ggufFirst ? a : b);
    return first ? first : of(ggufFirst ? b : a);
}

/// Whether the rows of q or k are rotated by halves on one side and in pairs on the other.
void arrangeHeads(TensorPair& pair, const ModelSide& a, const ModelSide& b,
                  std::string_view canonical) {
    const std::string_view role = roleInBlock(canonical);
    const bool keys = role.starts_with("attn_k.");
    const bool rotated = keys || role.starts_with("attn_q.");
    if (!rotated || a.interleavesHeads() == b.interleavesHeads()) {
        return;
    }
    const Shape& shape = a.file().tensors()[pair.a].shape;
    const std::size_t axis = pair.arrangement.outputsInRows ? 0 : 1;
    const std::int64_t outputs = shape.size() > axis ? shape[axis] : 0;
    const auto heads = headsOf(a, b, keys);
    if (!pair.arrangement.outputsInRows && !pair.arrangement.transposed) {
        pair.whyNot = "Both sides have q and k by inputs, and in different orders";
    } else if (!heads) {
        pair.whyNot =
            "The rows of q and k stand in another order, and neither file says how many "
            "heads there are";
    } else if (outputs % *heads != 0 || outputs / *heads % 2 != 0) {
        pair.whyNot = std::to_string(outputs) + " rows do not make " + std::to_string(*heads) +
                      " heads of two halves";
    } else {
        pair.arrangement.headSize = outputs / *heads;
        pair.arrangement.interleavedInA = a.interleavesHeads();
    }
}

void arrangeNorms(TensorPair& pair, const ModelSide& a, const ModelSide& b,
                  std::string_view canonical) {
    if (!canonical.ends_with("norm.weight")) {
        return;
    }
    const bool otherIsHf = (a.addsOneToNorms() ? b : a).spelling() == Spelling::HuggingFace;
    if (a.addsOneToNorms() != b.addsOneToNorms() && otherIsHf) {
        (a.addsOneToNorms() ? pair.arrangement.addToB : pair.arrangement.addToA) = 1;
    }
}

std::string shapesDiffer(const Arrangement& arrangement, const Shape& a, const Shape& b) {
    const bool same =
        arrangement.transposed ? a[0] == b[1] && a[1] == b[0] : withoutOnes(a) == withoutOnes(b);
    return same ? std::string() : toString(a) + " against " + toString(b);
}

TensorPair Matcher::pairOf(std::size_t a, const Partner& partner) const {
    TensorPair pair{a, partner.b, partner.by, {}, partner.expertOfA, partner.expertOfB, {}};
    const TensorInfo infoA = infoOfA(m_a, pair);
    const TensorInfo infoB = infoOfB(m_b, pair);
    const bool matrices = infoA.shape.size() == 2 && infoB.shape.size() == 2;
    pair.arrangement.outputsInRows = !(matrices && m_a.inputsFirst(a));
    pair.arrangement.transposed = matrices && m_a.inputsFirst(a) != m_b.inputsFirst(partner.b);
    const std::string canonical = m_a.canonical(a);
    if (!canonical.empty() && canonical == m_b.canonical(partner.b)) {
        arrangeNorms(pair, m_a, m_b, canonical);
        arrangeHeads(pair, m_a, m_b, canonical);
    }
    if (std::string differ = shapesDiffer(pair.arrangement, infoA.shape, infoB.shape);
        !differ.empty()) {
        pair.whyNot = std::move(differ);
    }
    for (const auto* stored : {&m_a.file().stored(a), &m_b.file().stored(partner.b)}) {
        if (const std::string reason = whyNotRead(*stored); !reason.empty()) {
            pair.whyNot = reason;
        }
    }
    return pair;
}

Pairing Matcher::pairing(const NameFilter& filter) const {
    Pairing pairing;
    for (std::size_t a = 0; a < m_partners.size(); ++a) {
        if (m_skipped[a]) {
            continue;
        }
        if (const auto experts = m_experts.find(a); experts != m_experts.end()) {
            for (const Partner& partner : experts->second) {
                pairing.pairs.push_back(pairOf(a, partner));
            }
        } else if (m_partners[a]) {
            pairing.pairs.push_back(pairOf(a, *m_partners[a]));
        } else {
            pairing.onlyInA.push_back(a);
        }
    }
    for (std::size_t b = 0; b < m_taken.size(); ++b) {
        if (!m_taken[b] && (!filter || filter(m_b.file().tensors()[b].name))) {
            pairing.onlyInB.push_back(b);
        }
    }
    return pairing;
}

}  // namespace

Shape shapeOf(const TensorInfo& info, std::int64_t expert) {
    return expert < 0 ? info.shape : Shape(info.shape.begin() + 1, info.shape.end());
}

TensorInfo infoOfA(const ModelSide& a, const TensorPair& pair) {
    return infoOf(a, pair.a, pair.expertOfA);
}

TensorInfo infoOfB(const ModelSide& b, const TensorPair& pair) {
    return infoOf(b, pair.b, pair.expertOfB);
}

Result<Pairing> pairTensors(const ModelSide& a, const ModelSide& b, const NameMap& map,
                            const NameFilter& filter) {
    Matcher matcher(a, b, filter);
    if (auto taken = matcher.takeMap(map); !taken) {
        return tl::unexpected(taken.error());
    }
    matcher.takeNames();
    matcher.takeKnownNames();
    matcher.takeExperts();
    matcher.takeShapes();
    return matcher.pairing(filter);
}

std::int64_t interleavedRow(std::int64_t row, std::int64_t headSize) {
    const std::int64_t head = row / headSize;
    const std::int64_t inside = row % headSize;
    const std::int64_t half = headSize / 2;
    return head * headSize + inside % half * 2 + inside / half;
}

std::int64_t halfSplitRow(std::int64_t row, std::int64_t headSize) {
    const std::int64_t head = row / headSize;
    const std::int64_t inside = row % headSize;
    return head * headSize + inside % 2 * (headSize / 2) + inside / 2;
}

}  // namespace zeropoint
