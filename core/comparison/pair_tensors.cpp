// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/comparison/pair_tensors.h"

#include "core/files/known_names.h"
#include "core/support/in_quotes.h"

#include <algorithm>
#include <map>
#include <optional>
#include <span>
#include <string_view>
#include <utility>

namespace zeropoint {
namespace {

TensorInfo infoOf(const ModelSide& side, std::size_t index, const TensorPart& part) {
    TensorInfo info = side.file().tensors()[index];
    if (!part.isWhole()) {
        const auto all = std::max<std::int64_t>(info.shape.front(), 1);
        info.bytes = info.bytes * static_cast<std::uint64_t>(std::max<std::int64_t>(part.rows, 1)) /
                     static_cast<std::uint64_t>(all);
        info.shape = shapeOf(info, part);
        info.name.append(1, '[').append(std::to_string(part.first));
        if (part.rows > 0) {
            info.name.append(1, ':').append(std::to_string(part.first + part.rows));
        }
        info.name.append(1, ']');
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
    void takeJoined();
    void takeShapes();
    Pairing pairing(const NameFilter& filter) const;

private:
    struct Partner {
        std::size_t b = 0;
        MatchedBy by = MatchedBy::Name;
        TensorPart partOfA;
        TensorPart partOfB;
        std::string whyNot;
    };

    bool isFree(std::size_t a) const { return !m_partners[a]; }
    void match(std::size_t a, std::size_t b, MatchedBy by) {
        m_partners[a] = Partner{b, by, {}, {}, {}};
        m_taken[b] = true;
    }
    TensorPair pairOf(std::size_t a, const Partner& partner) const;
    using Names = std::map<std::string, std::size_t, std::less<>>;
    /// The weights without a partner by their known names.
    Names freeWeights(const ModelSide& side) const;
    /// Of them, the stacks of experts.
    Names freeStacks(const ModelSide& side) const;
    void takeParts(const Names& whole, const Names& parts, bool wholeInA);
    void matchParts(std::size_t whole, std::span<const std::size_t> parts, bool wholeInA);

    const ModelSide& m_a;
    const ModelSide& m_b;
    std::vector<std::optional<Partner>> m_partners;  ///< of the tensors of A
    /// Of the stacks and joined matrices of A, a part each.
    std::map<std::size_t, std::vector<Partner>> m_parts;
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

Matcher::Names Matcher::freeWeights(const ModelSide& side) const {
    const bool ofA = &side == &m_a;
    Names names;
    for (std::size_t i = 0; i < side.file().tensors().size(); ++i) {
        const bool free = ofA ? isFree(i) : !m_taken[i];
        std::string name = side.canonical(i);
        if (free && !name.empty() && side.file().tensors()[i].role == TensorRole::Weight) {
            names.try_emplace(std::move(name), i);
        }
    }
    return names;
}

Matcher::Names Matcher::freeStacks(const ModelSide& side) const {
    Names stacks = freeWeights(side);
    std::erase_if(stacks, [&side](const auto& entry) {
        return side.file().tensors()[entry.second].shape.size() != 3;
    });
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
            m_partners[i] =
                Partner{place->first, MatchedBy::KnownName, {}, TensorPart{place->second, 0}, {}};
            m_taken[place->first] = true;
        }
    }
    for (std::size_t i = 0; i < m_taken.size(); ++i) {
        const auto place = !m_taken[i] ? placeIn(stacksOfA, m_a, m_b.canonical(i)) : std::nullopt;
        if (place) {
            const Partner partner{i, MatchedBy::KnownName, TensorPart{place->second, 0}, {}, {}};
            m_parts[place->first].push_back(partner);
            m_partners[place->first] = partner;
            m_taken[i] = true;
        }
    }
    for (auto& [stack, experts] : m_parts) {
        std::ranges::sort(experts, {}, [](const Partner& each) { return each.partOfA.first; });
    }
}

/// Matrices that some families keep one under the other, in this order.
struct Joined {
    std::string_view whole;
    std::vector<std::string_view> parts;
};

const std::vector<Joined>& joinedMatrices() {
    static const std::vector<Joined> all = {{"attn_qkv", {"attn_q", "attn_k", "attn_v"}},
                                            {"ffn_up", {"ffn_gate", "ffn_up"}}};
    return all;
}

std::int64_t outputsOf(const ModelSide& side, std::size_t index) {
    const Shape& shape = side.file().tensors()[index].shape;
    return shape.empty() ? 0 : side.inputsFirst(index) ? shape.back() : shape.front();
}

void Matcher::takeJoined() {
    const Names ofA = freeWeights(m_a);
    const Names ofB = freeWeights(m_b);
    takeParts(ofA, ofB, true);
    takeParts(ofB, ofA, false);
}

void Matcher::takeParts(const Names& whole, const Names& parts, bool wholeInA) {
    for (const auto& [name, index] : whole) {
        const std::string_view role = roleInBlock(name);
        const std::string block = name.substr(0, name.size() - role.size());
        const std::string_view kind = role.substr(std::min(role.rfind('.'), role.size()));
        for (const Joined& joined : joinedMatrices()) {
            if (role.substr(0, role.size() - kind.size()) != joined.whole) {
                continue;
            }
            std::vector<std::size_t> found;
            for (const std::string_view part : joined.parts) {
                const auto place = parts.find(block + std::string(part) + std::string(kind));
                // A side that has a part of its own has nothing joined.
                const bool own =
                    part != joined.whole &&
                    whole.contains(place == parts.end() ? std::string() : place->first);
                if (place != parts.end() && !own) {
                    found.push_back(place->second);
                }
            }
            if (found.size() == joined.parts.size()) {
                matchParts(index, found, wholeInA);
            }
        }
    }
}

/// Each part with its rows of the whole, or with the reason why there are none.
void Matcher::matchParts(std::size_t whole, std::span<const std::size_t> parts, bool wholeInA) {
    const ModelSide& joined = wholeInA ? m_a : m_b;
    const ModelSide& apart = wholeInA ? m_b : m_a;
    const TensorInfo& info = joined.file().tensors()[whole];
    std::int64_t together = 0;
    for (const std::size_t part : parts) {
        together += outputsOf(apart, part);
    }
    std::string whyNot;
    if (together != outputsOf(joined, whole)) {
        whyNot = "The parts have " + std::to_string(together) + " outputs together, " + info.name +
                 " has " + std::to_string(outputsOf(joined, whole));
    } else if (joined.inputsFirst(whole)) {
        whyNot = "It is one matrix with others (" + info.name +
                 "), stored by inputs: its outputs do not stand together";
    }
    std::int64_t first = 0;
    for (const std::size_t part : parts) {
        const std::int64_t rows = outputsOf(apart, part);
        const TensorPart place = whyNot.empty() ? TensorPart{first, rows} : TensorPart{};
        if (wholeInA) {
            const Partner partner{part, MatchedBy::KnownName, place, {}, whyNot};
            m_parts[whole].push_back(partner);
            m_partners[whole] = partner;
            m_taken[part] = true;
        } else {
            m_partners[part] = Partner{whole, MatchedBy::KnownName, {}, place, whyNot};
            m_taken[whole] = true;
        }
        first += rows;
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

/// Whether a joined matrix has the queries of each key head beside its key and value.
bool groupsHeads(const ModelSide& side, std::size_t index) {
    return side.spelling() == Spelling::HuggingFace &&
           side.file().tensors()[index].name.find("query_key_value") != std::string::npos;
}

/// The outputs of q, k and v in one matrix.
void arrangeJoined(TensorPair& pair, const ModelSide& a, const ModelSide& b, std::int64_t outputs) {
    const bool ofA = groupsHeads(a, pair.a);
    if (ofA == groupsHeads(b, pair.b)) {
        return;
    }
    const auto heads = headsOf(a, b, false);
    const auto keys = headsOf(a, b, true);
    if (pair.arrangement.transposed == pair.arrangement.outputsInRows) {
        pair.whyNot = "The heads of q, k and v stand in different orders, and one side by inputs";
    } else if (!heads || !keys) {
        pair.whyNot =
            "The heads of q, k and v stand in another order, and neither file says how many there "
            "are";
    } else if (*heads % *keys != 0 || outputs % (*heads + 2 * *keys) != 0) {
        pair.whyNot = std::to_string(outputs) + " rows do not make " + std::to_string(*heads) +
                      " heads with " + std::to_string(*keys) + " keys and values";
    } else {
        pair.arrangement.headSize = outputs / (*heads + 2 * *keys);
        pair.arrangement.queriesPerKey = *heads / *keys;
        pair.arrangement.otherOrderInA = ofA;
    }
}

/// Whether the rows of q or k are rotated by halves on one side and in pairs on the other.
void arrangeHeads(TensorPair& pair, const ModelSide& a, const ModelSide& b,
                  std::string_view canonical) {
    const std::string_view role = roleInBlock(canonical);
    const Shape shape = infoOfA(a, pair).shape;
    const std::size_t axis = pair.arrangement.outputsInRows ? 0 : 1;
    const std::int64_t outputs = shape.size() > axis ? shape[axis] : 0;
    if (role.starts_with("attn_qkv.")) {
        arrangeJoined(pair, a, b, outputs);
        return;
    }
    const bool keys = role.starts_with("attn_k.");
    const bool rotated = keys || role.starts_with("attn_q.");
    if (!rotated || a.interleavesHeads() == b.interleavesHeads()) {
        return;
    }
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
        pair.arrangement.otherOrderInA = a.interleavesHeads();
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
    TensorPair pair{a, partner.b, partner.by, {}, partner.partOfA, partner.partOfB, {}};
    const TensorInfo infoA = infoOfA(m_a, pair);
    const TensorInfo infoB = infoOfB(m_b, pair);
    const bool matrices = infoA.shape.size() == 2 && infoB.shape.size() == 2;
    pair.arrangement.outputsInRows = !(matrices && m_a.inputsFirst(a));
    pair.arrangement.transposed = matrices && m_a.inputsFirst(a) != m_b.inputsFirst(partner.b);
    const std::string canonical = m_a.canonical(a);
    const std::string canonicalOfB = m_b.canonical(partner.b);
    if (!canonical.empty() && canonical == canonicalOfB) {
        arrangeNorms(pair, m_a, m_b, canonical);
        arrangeHeads(pair, m_a, m_b, canonical);
    } else if (partner.partOfA.rows > 0 || partner.partOfB.rows > 0) {
        arrangeHeads(pair, m_a, m_b, partner.partOfA.rows > 0 ? canonicalOfB : canonical);
    }
    if (!partner.whyNot.empty()) {
        pair.whyNot = partner.whyNot;
    } else if (std::string differ = shapesDiffer(pair.arrangement, infoA.shape, infoB.shape);
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
        if (const auto parts = m_parts.find(a); parts != m_parts.end()) {
            for (const Partner& partner : parts->second) {
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

Shape shapeOf(const TensorInfo& info, const TensorPart& part) {
    if (part.isWhole()) {
        return info.shape;
    }
    Shape shape(info.shape.begin() + 1, info.shape.end());
    if (part.rows > 0) {
        shape.insert(shape.begin(), part.rows);
    }
    return shape;
}

TensorInfo infoOfA(const ModelSide& a, const TensorPair& pair) {
    return infoOf(a, pair.a, pair.partOfA);
}

TensorInfo infoOfB(const ModelSide& b, const TensorPair& pair) {
    return infoOf(b, pair.b, pair.partOfB);
}

Result<Pairing> pairTensors(const ModelSide& a, const ModelSide& b, const NameMap& map,
                            const NameFilter& filter) {
    Matcher matcher(a, b, filter);
    if (auto taken = matcher.takeMap(map); !taken) {
        return tl::unexpected(taken.error());
    }
    matcher.takeNames();
    matcher.takeJoined();
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

std::int64_t groupedRow(std::int64_t row, std::int64_t rows, std::int64_t headSize,
                        std::int64_t queriesPerKey) {
    const std::int64_t keys = rows / headSize / (queriesPerKey + 2);
    const std::int64_t head = row / headSize;
    const std::int64_t queries = queriesPerKey * keys;
    const bool query = head < queries;
    const std::int64_t key = query ? head / queriesPerKey : (head - queries) % keys;
    const std::int64_t place =
        query ? head % queriesPerKey : queriesPerKey + (head - queries) / keys;
    return (key * (queriesPerKey + 2) + place) * headSize + row % headSize;
}

std::int64_t apartRow(std::int64_t row, std::int64_t rows, std::int64_t headSize,
                      std::int64_t queriesPerKey) {
    const std::int64_t keys = rows / headSize / (queriesPerKey + 2);
    const std::int64_t key = row / headSize / (queriesPerKey + 2);
    const std::int64_t place = row / headSize % (queriesPerKey + 2);
    const std::int64_t head = place < queriesPerKey
                                  ? key * queriesPerKey + place
                                  : queriesPerKey * keys + (place - queriesPerKey) * keys + key;
    return head * headSize + row % headSize;
}

}  // namespace zeropoint
