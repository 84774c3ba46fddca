// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/grammar.h"

namespace zeropoint {
namespace {

/// "the old fox watches a bird near the river."
Grammar baseGrammar() {
    Grammar g;
    g.add("adjective", {{4, "old"}, {3, "small"}, {2, "quick"}, {1, "grey"}});
    g.add("described", {{2, ""}, {1, "<adjective> "}});
    g.add("one", {{4, "fox"}, {3, "bird"}, {2, "child"}, {1, "horse"}, {1, "weaver"}});
    g.add("many", {{4, "foxes"}, {3, "birds"}, {2, "children"}, {1, "horses"}, {1, "weavers"}});
    g.add("thing", {{3, "river"}, {3, "tower"}, {2, "garden"}, {1, "lamp"}, {1, "bridge"}});
    // The verb agrees with the subject: that is what a model has to carry across the words.
    g.add("verb one", {{3, "watches"}, {2, "follows"}, {2, "finds"}, {1, "paints"}});
    g.add("verb many", {{3, "watch"}, {2, "follow"}, {2, "find"}, {1, "paint"}});
    g.add("object", {{3, "the <described><thing>"}, {2, "a <described><one>"}, {1, "<many>"}});
    g.add("place", {{3, ""}, {1, " near the <thing>"}, {1, " under the <thing>"}});
    g.add("sentence", {{3, "the <described><one> <verb one> <object><place>.\n"},
                       {2, "two <described><many> <verb many> <object><place>.\n"},
                       {1, "some <described><many> <verb many> <object><place>.\n"}});
    return g;
}

/// "so kiva horu no lumo pindano.": other words, the verb last.
Grammar customGrammar() {
    Grammar g;
    g.add("adjective", {{1, "olu"}, {2, "sima"}, {3, "kiva"}, {4, "gerin"}});
    g.add("described", {{1, ""}, {1, "<adjective> "}});
    g.add("being", {{1, "fosa"}, {2, "bera"}, {3, "kilda"}, {4, "horu"}});
    g.add("thing", {{1, "rivo"}, {2, "tora"}, {3, "gardu"}, {4, "lumo"}});
    g.add("verb", {{1, "vasta"}, {2, "fola"}, {3, "pinda"}});
    // The ending of the object returns on the verb.
    g.add("sentence", {{3, "so <described><being> no <described><thing> <verb>no.\n"},
                       {2, "so <described><being> mi <described><being> <verb>mi.\n"},
                       {1, "hai <described><being> <verb>.\n"}});
    return g;
}

}  // namespace

Grammar grammarOf(Dialect dialect) {
    return dialect == Dialect::Base ? baseGrammar() : customGrammar();
}

}  // namespace zeropoint
