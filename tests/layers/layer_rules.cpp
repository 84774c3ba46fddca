// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/layers/layer_rules.h"

#include <QHash>
#include <QRegularExpression>
#include <QSet>

#include <functional>

namespace zeropoint::test {
namespace {

// Which folder of the root may include which.
const QHash<QString, QStringList> topDirections = {
    {"core", {"core"}},
    {"ui", {"ui", "core"}},
    {"app", {"app", "ui", "core"}},
    {"bench", {"bench", "tests", "app", "ui", "core"}},
    {"tests", {"tests", "app", "ui", "core"}},
};

// Rooms from the bottom up: each includes itself and those left of it, not its neighbours.
constexpr auto coreStair =
    "support < numerics < tensor < statistics < scheme < calibration < quantization < metrics "
    "< files < comparison < nn < data < training < methods < experiment < course exchange";
constexpr auto uiStair =
    "theme text job access < state < models controls < actions plots < pages < main_window";

// Folders that have rooms of their own, by the same rule; "." is the folder itself. What all of
// core/files share stands there, and its doors (declared there) are how formats reach each other;
// a page's folder assembles its rooms.
const QHash<QString, const char*> innerStairs = {
    {"core/files", ". < codes < npy zip safetensors gguf onnx text < torch < packed < open"},
    {"core/methods", "recipe < ptq qat adapters < analysis"},
    {"ui/pages/numbers", "facts < value range codes blocks < ."}};

// Rooms that stand outside the stair: what they may include beside themselves.
const QHash<QString, QStringList> coreAside = {
    {"memory", {"support", "numerics", "files"}},
    {"advice", {"support", "numerics", "tensor", "scheme", "metrics", "files", "memory"}},
    {"roofline", {"support"}}};

// Rooms of the stair that see a room beside it too.
const QHash<QString, QStringList> coreSees = {{"course", {"memory"}},
                                              {"exchange", {"advice", "memory"}}};

QString top(const QString& path) {
    return path.section('/', 0, 0);
}

// "core/nn/x.h" -> "nn"; "ui/main_window.h" -> "main_window".
QString room(const QString& path) {
    return path.section('/', 1, 1).section('.', 0, 0);
}

// Within "core/files": "core/files/npy/x.h" -> "npy"; "core/files/x.h" -> ".".
QString innerRoom(const QString& folder, const QString& path) {
    const QString rest = path.mid(folder.size() + 1);
    return rest.contains('/') ? rest.section('/', 0, 0) : QStringLiteral(".");
}

QString page(const QString& path) {
    return path.startsWith("ui/pages/") && path.count('/') > 2 ? path.section('/', 2, 2)
                                                               : QString();
}

// How high a room stands, -1 when the stair does not know it.
int level(const char* stair, const QString& room) {
    const QStringList steps = QString(stair).split('<');
    for (int i = 0; i < steps.size(); ++i) {
        if (steps[i].split(' ', Qt::SkipEmptyParts).contains(room)) {
            return i;
        }
    }
    return -1;
}

bool isHeader(const QString& path) {
    return path.endsWith(".h");
}

bool isPrivateHeader(const QString& path) {
    return path.endsWith("_kernels.h") || path.endsWith("_private.h") || path.contains("/detail/");
}

bool isQt(const QString& name) {
    static const QRegularExpression pattern(R"(^(Q[A-Z]|Qt[A-Z/]|q[a-z]+\.h$))");
    return pattern.match(name).hasMatch();
}

bool isEigen(const QString& name) {
    return name.startsWith("Eigen/") || name.startsWith("unsupported/Eigen/");
}

// The path that an include points to, also when it names a file of ours that does not exist.
QString pointsTo(const Include& include) {
    return include.target.isEmpty() ? include.name : include.target;
}

// The same between the rooms of one folder, both paths in it.
QString innerRule(const QString& folder, const QString& from, const QString& to) {
    const char* stair = innerStairs[folder];
    const QString here = innerRoom(folder, from);
    const QString there = innerRoom(folder, to);
    const int thereLevel = level(stair, there);
    const bool right = here == there || (thereLevel >= 0 && thereLevel < level(stair, here));
    return right ? QString()
                 : QStringLiteral("%1/%2 must not include %1/%3").arg(folder, here, there);
}

// The same for the folder with rooms in which both lie, if there is one.
QString innerRule(const QString& from, const QString& to) {
    for (auto stair = innerStairs.cbegin(); stair != innerStairs.cend(); ++stair) {
        const QString folder = stair.key() + '/';
        if (from.startsWith(folder) && to.startsWith(folder)) {
            return innerRule(stair.key(), from, to);
        }
    }
    return {};
}

// An empty text when `from` may include `to`; both lie in core or both in ui.
QString roomRule(const QString& from, const QString& to) {
    const bool core = top(from) == "core";
    const char* stair = core ? coreStair : uiStair;
    const QString here = room(from);
    const QString there = room(to);
    if (here == there) {
        return innerRule(from, to);
    }
    const QString wrong =
        QStringLiteral("%1/%2 must not include %1/%3").arg(top(from), here, there);
    if (core && coreAside.contains(here)) {
        return coreAside[here].contains(there) ? QString() : wrong;
    }
    if (core && coreSees.value(here).contains(there)) {
        return {};
    }
    const int thereLevel = level(stair, there);
    return thereLevel >= 0 && thereLevel < level(stair, here) ? QString() : wrong;
}

QString includeRule(const QString& from, const Include& include) {
    const QString to = pointsTo(include);
    const QString fromTop = top(from);
    if (fromTop == "core" && isQt(to)) {
        return QStringLiteral("core must not include Qt (%1)").arg(to);
    }
    if (to == "qcustomplot.h" && fromTop != "tests" &&
        !(from.startsWith("ui/plots/") && from.endsWith(".cpp"))) {
        return "qcustomplot.h belongs into ui/plots/*.cpp alone";
    }
    // Its commit() does not look at what the last flush met on a full disk.
    if (to == "QSaveFile") {
        return "files are written by replaceFile of core/files/atomic_file.h, not by QSaveFile";
    }
    if (!topDirections.contains(top(to))) {
        return {};
    }
    if (!topDirections[fromTop].contains(top(to))) {
        return QStringLiteral("%1 must not include %2").arg(fromTop, to);
    }
    if (from.startsWith("tests/core/") && !to.startsWith("core/") && !to.startsWith("tests/")) {
        return QStringLiteral("the core's tests must not include %1").arg(to);
    }
    if (!page(from).isEmpty() && !page(to).isEmpty() && page(from) != page(to)) {
        return QStringLiteral("page %1 must not include page %2").arg(page(from), page(to));
    }
    const bool rooms = fromTop == top(to) && (fromTop == "core" || fromTop == "ui");
    return rooms ? roomRule(from, to) : QString();
}

QString fileRule(const QString& path) {
    if (path.endsWith(".ui")) {
        return "layouts stand in code; there are no .ui files";
    }
    const QString here = top(path);
    for (auto stair = innerStairs.cbegin(); stair != innerStairs.cend(); ++stair) {
        const QString inner =
            path.startsWith(stair.key() + '/') ? innerRoom(stair.key(), path) : QString();
        if (!inner.isEmpty() && level(stair.value(), inner) < 0) {
            return QStringLiteral("%1/%2 is no room that the rules know").arg(stair.key(), inner);
        }
    }
    const bool known =
        (here != "core" || coreAside.contains(room(path)) || level(coreStair, room(path)) >= 0) &&
        (here != "ui" || level(uiStair, room(path)) >= 0);
    return known ? QString()
                 : QStringLiteral("%1/%2 is no room that the rules know").arg(here, room(path));
}

// The headers through which `path` gets Eigen, itself first; empty when it does not.
QStringList wayToEigen(const SourceTree& tree, const QString& path, QSet<QString>& seen) {
    if (seen.contains(path)) {
        return {};
    }
    seen.insert(path);
    for (const Include& include : tree.includes(path)) {
        if (isEigen(include.name)) {
            return {path};
        }
        const QStringList rest =
            include.target.isEmpty() ? QStringList() : wayToEigen(tree, include.target, seen);
        if (!rest.isEmpty()) {
            return QStringList{path} + rest;
        }
    }
    return {};
}

void checkEigen(const SourceTree& tree, QList<Violation>& violations) {
    for (const QString& path : tree.paths()) {
        if (top(path) != "core" || !isHeader(path) || isPrivateHeader(path)) {
            continue;
        }
        for (const Include& include : tree.includes(path)) {
            QSet<QString> seen;
            const QStringList way = isEigen(include.name) ? QStringList{include.name}
                                                          : wayToEigen(tree, include.target, seen);
            if (!way.isEmpty()) {
                violations.append({path, include.line,
                                   "a public core header must not reach Eigen (through " +
                                       way.join(" -> ") + ')'});
            }
        }
    }
}

// Depth-first search over the includes; an include of a file that is still open closes a cycle.
class CycleSearch {
public:
    CycleSearch(const SourceTree& tree, QList<Violation>& violations)
        : m_tree(tree), m_violations(violations) {}

    void visit(const QString& path) {
        if (m_done.contains(path)) {
            return;
        }
        m_open.append(path);
        for (const Include& include : m_tree.includes(path)) {
            const auto start = m_open.indexOf(include.target);
            if (start >= 0) {
                const QStringList cycle = m_open.mid(start) + QStringList{include.target};
                m_violations.append({path, include.line, "include cycle: " + cycle.join(" -> ")});
            } else if (!include.target.isEmpty()) {
                visit(include.target);
            }
        }
        m_open.removeLast();
        m_done.insert(path);
    }

private:
    const SourceTree& m_tree;
    QList<Violation>& m_violations;
    QStringList m_open;
    QSet<QString> m_done;
};

}  // namespace

QList<Violation> checkLayers(const SourceTree& tree) {
    QList<Violation> violations;
    const auto report = [&violations](const QString& path, int line, const QString& rule) {
        if (!rule.isEmpty()) {
            violations.append({path, line, rule});
        }
    };
    CycleSearch cycles(tree, violations);
    for (const QString& path : tree.paths()) {
        report(path, 1, fileRule(path));
        for (const Include& include : tree.includes(path)) {
            report(path, include.line, includeRule(path, include));
        }
        cycles.visit(path);
    }
    checkEigen(tree, violations);
    return violations;
}

}  // namespace zeropoint::test
