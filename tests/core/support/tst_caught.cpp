// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/support/caught.h"
#include "tests/support/outcome.h"

#include <QtTest>

#include <filesystem>
#include <limits>
#include <stdexcept>
#include <vector>

using namespace zeropoint;

class TestCaught : public QObject {
    Q_OBJECT

private slots:
    void whatIsThrownIsAnError() {
        const auto thrown = [](auto exception) {
            return caught([&]() -> Result<int> { throw exception; }, "here");
        };
        COMPARE_ERROR(thrown(std::bad_alloc()), ErrorCode::TooLarge);
        COMPARE_ERROR(thrown(std::length_error("long")), ErrorCode::TooLarge);
        COMPARE_ERROR(thrown(std::runtime_error("odd")), ErrorCode::Internal);
        COMPARE_ERROR(thrown(7), ErrorCode::Internal);
        QVERIFY(QString::fromStdString(test::errorOf(thrown(std::runtime_error("odd"))).what)
                    .contains("odd"));
        QCOMPARE(test::errorOf(thrown(7)).where, std::string("here"));
    }

    /// More elements than addresses, as a file may claim.
    void memoryThatNoMachineHas() {
        volatile std::size_t count = std::numeric_limits<std::size_t>::max() / 2;
        COMPARE_ERROR(
            caught([&]() -> Result<std::size_t> { return std::vector<double>(count).size(); }),
            ErrorCode::TooLarge);
    }

    void resultsPass() {
        QCOMPARE(caught([]() -> Result<int> { return 3; }).value(), 3);
        COMPARE_ERROR(caught([]() -> Result<int> { return fail(ErrorCode::NotFound, "none"); }),
                      ErrorCode::NotFound);
    }
};

QTEST_APPLESS_MAIN(TestCaught)
#include "tst_caught.moc"
