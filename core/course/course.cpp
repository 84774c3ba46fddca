// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/course/course.h"

#include "core/course/parts_private.h"
#include "core/support/in_quotes.h"

#include <algorithm>

namespace zeropoint::course {
namespace {

constexpr std::string_view lessonsFolder = "lessons/";
constexpr std::string_view decksFolder = "decks/";
constexpr std::string_view resultsFolder = "lessons/results/";

/// "lessons/en/5-calibration.json" -> "5-calibration"; empty for another folder or ending.
std::string stemIn(const std::string& path, const std::string& folder, std::string_view ending) {
    const bool inside = path.starts_with(folder) && path.ends_with(ending) &&
                        path.find('/', folder.size()) == std::string::npos &&
                        path.size() > folder.size() + ending.size();
    return inside ? path.substr(folder.size(), path.size() - folder.size() - ending.size())
                  : std::string();
}

class Loader {
public:
    Loader(const CourseFiles& files, std::string_view language)
        : m_files(files),
          m_english(std::string(lessonsFolder) + "en/"),
          m_translated(std::string(lessonsFolder) + std::string(language) + '/'),
          m_language(language) {}

    Loaded load() {
        readResults();
        readLessons();
        readTerms();
        readDecks();
        return std::move(m_loaded);
    }

private:
    const CourseFile* file(const std::string& path) const {
        const auto found = m_files.find(path);
        return found != m_files.end() ? &found->second : nullptr;
    }

    std::unique_ptr<JsonFile> json(const CourseFile& file) {
        return JsonFile::parse(file.shown, file.text, m_loaded.problems);
    }

    MarkdownFile markdown(const CourseFile& file) {
        return cutMarkdown(file.shown, file.text, m_loaded.problems);
    }

    /// The words of the same file in the reader's language; null in English.
    const CourseFile* translated(const std::string& name) const {
        return m_translated == m_english ? nullptr : file(m_translated + name);
    }

    void complain(const std::string& where, const std::string& what, const std::string& remedy) {
        m_loaded.problems.push_back({where, 0, what, remedy});
    }

    void readResults() {
        auto results = std::make_shared<MeasuredResults>();
        for (const auto& [path, file] : m_files) {
            const std::string name = stemIn(path, std::string(resultsFolder), ".json");
            if (name.empty()) {
                continue;
            }
            if (const auto added = results->add(name, file.text); !added) {
                complain(file.shown, added.error().what, added.error().remedy);
            }
        }
        m_loaded.course.measured = std::move(results);
    }

    void readLessons() {
        auto& lessons = m_loaded.course.lessons;
        for (const auto& [path, file] : m_files) {
            const std::string name = stemIn(path, m_english, ".json");
            if (name.empty() || name == "glossary") {
                continue;
            }
            if (const auto document = json(file)) {
                addLesson(readLesson(*document, m_loaded.problems), name, file.shown);
            }
        }
        for (const auto& [path, file] : m_files) {
            const std::string name = stemIn(path, m_english, ".md");
            const bool other = name.empty() || name == "glossary" || name == "misconceptions";
            if (!other && !m_files.contains(m_english + name + ".json")) {
                complain(file.shown, "The lesson has no JSON beside it",
                         "Write " + name + ".json; docs/lessons.md shows its form");
            }
        }
        std::stable_sort(lessons.begin(), lessons.end(),
                         [](const Lesson& a, const Lesson& b) { return a.number < b.number; });
    }

    void addLesson(Lesson lesson, const std::string& name, const std::string& shown) {
        if (const CourseFile* words = file(m_english + name + ".md")) {
            addWords(lesson, markdown(*words), true, m_loaded.problems);
        } else {
            complain(shown, "The lesson has no words beside it", "Write " + name + ".md");
        }
        if (const CourseFile* words = translated(name + ".md")) {
            addWords(lesson, markdown(*words), false, m_loaded.problems);
        }
        if (m_loaded.course.lesson(lesson.id) != nullptr) {
            complain(shown, "The lesson " + inQuotes(lesson.id) + " stands twice",
                     "Give each its own id");
            return;
        }
        m_loaded.course.lessons.push_back(std::move(lesson));
    }

    void readTerms() {
        Glossary& glossary = m_loaded.course.glossary;
        if (const CourseFile* words = file(m_english + "glossary.md")) {
            glossary = readGlossary(markdown(*words));
        }
        if (const CourseFile* places = file(m_english + "glossary.json")) {
            if (const auto document = json(*places)) {
                addPlaces(glossary, *document, m_loaded.problems);
            }
        }
        if (const CourseFile* words = translated("glossary.md")) {
            addWords(glossary, markdown(*words));
        }
        const CourseFile* misconceptions = translated("misconceptions.md");
        if (misconceptions == nullptr) {
            misconceptions = file(m_english + "misconceptions.md");
        }
        if (misconceptions != nullptr) {
            m_loaded.course.misconceptions = readMisconceptions(markdown(*misconceptions));
        }
    }

    void readDecks() {
        for (const auto& [path, found] : m_files) {
            const std::string name = stemIn(path, std::string(decksFolder) + "en/", ".json");
            const auto document = name.empty() ? nullptr : json(found);
            if (!document) {
                continue;
            }
            Deck deck = readDeck(*document, m_loaded.problems);
            const CourseFile* words =
                m_language == "en"
                    ? nullptr
                    : file(std::string(decksFolder) + m_language + '/' + name + ".json");
            if (words != nullptr) {
                if (const auto translation = json(*words)) {
                    addWords(deck, *translation, m_loaded.problems);
                }
            }
            m_loaded.course.decks.push_back(std::move(deck));
        }
    }

    const CourseFiles& m_files;
    std::string m_english;
    std::string m_translated;
    std::string m_language;
    Loaded m_loaded;
};

Result<Scope> scopeWith(const Course& course, const Givens& givens, const State& state,
                        std::uint64_t seed) {
    Scope scope;
    scope.setMeasured(course.measured);
    setSettings(scope, state);
    return withGivens(scope, givens, seed);
}

template <typename Item>
const Item* byId(const std::vector<Item>& items, std::string_view id) {
    const auto found =
        std::find_if(items.begin(), items.end(), [&](const Item& item) { return item.id == id; });
    return found == items.end() ? nullptr : &*found;
}

}  // namespace

const Lesson* Course::lesson(std::string_view id) const {
    return byId(lessons, id);
}

void Course::shareResults(Course& own) {
    auto all = measured ? std::make_shared<MeasuredResults>(*measured)
                        : std::make_shared<MeasuredResults>();
    if (own.measured) {
        all->join(*own.measured);
    }
    own.measured = all;
    measured = std::move(all);
}

const Step* Course::step(std::string_view path) const {
    const std::size_t slash = path.find('/');
    const Lesson* found = lesson(path.substr(0, slash));
    return found == nullptr || slash == std::string_view::npos
               ? nullptr
               : findStep(*found, path.substr(slash + 1));
}

const Card* Course::card(std::string_view id) const {
    for (const Deck& deck : decks) {
        if (const Card* found = byId(deck.cards, id)) {
            return found;
        }
    }
    return nullptr;
}

const Misconception* Course::misconception(std::string_view id) const {
    return byId(misconceptions, id);
}

Loaded loadCourse(const CourseFiles& files, std::string_view language) {
    return Loader(files, language).load();
}

Result<Scope> scopeOf(const Course& course, const Step& step, std::uint64_t seed) {
    return scopeWith(course, step.givens, step.place.state, seed);
}

Result<Scope> scopeOf(const Course& course, const Card& card, std::uint64_t seed) {
    return scopeWith(course, card.givens, card.show ? card.show->state : State(), seed);
}

Result<Scope> scopeOf(const Course& course, const Term& term) {
    return scopeWith(course, term.givens, term.show.state, 1);
}

}  // namespace zeropoint::course
