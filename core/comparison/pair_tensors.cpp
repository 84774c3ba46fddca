// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/comparison/pair_tensors.h"

#include "core/support/in_quotes.h"

#include <algorithm>
#include <map>
#include <optional>
#include <string_view>

namespace zeropoint {
namespace {

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
    void takeShapes();
    Pairing pairing(const NameFilter& filter) const;

private:
    struct Partner {
        std::size_t b = 0;
        MatchedBy by = MatchedBy::Name;
    };

    bool isFree(std::size_t a) const { return !m_partners[a]; }
    void match(std::size_t a, std::size_t b, MatchedBy by) {
        m_partners[a] = Partner{b, by};
        m_taken[b] = true;
    }
    TensorPair pairOf(std::size_t a, const Partner& partner) const;

    const ModelSide& m_a;
    const ModelSide& m_b;
    std::vector<std::optional<Partner>> m_partners;  ///< of the tensors of A
    std::vector<bool> m_taken;                       ///< of the tensors of B
    std::vector<bool> m_skipped;                     ///< those of A that do not take part
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
    TensorPair pair{a, partner.b, partner.by, {}, {}};
    const TensorInfo& infoA = m_a.file().tensors()[a];
    const TensorInfo& infoB = m_b.file().tensors()[partner.b];
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
        if (m_partners[a]) {
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

Result<Pairing> pairTensors(const ModelSide& a, const ModelSide& b, const NameMap& map,
                            const NameFilter& filter) {
    Matcher matcher(a, b, filter);
    if (auto taken = matcher.takeMap(map); !taken) {
        return tl::unexpected(taken.error());
    }
    matcher.takeNames();
    matcher.takeKnownNames();
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
