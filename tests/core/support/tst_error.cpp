// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/support/error.h"
#include "tests/support/outcome.h"

#include <QtTest>

using namespace zeropoint;

class TestError : public QObject {
    Q_OBJECT

private slots:
    void oneLine() {
        QCOMPARE(toString(Error{ErrorCode::NotFound, "No file", "a.npy", "Name one"}),
                 std::string("No file (a.npy). Name one."));
        QCOMPARE(toString(Error{ErrorCode::NotFound, "No file", {}, {}}), std::string("No file."));
    }

    /// The helper of all other tests: no code equals a success, memory of zeros is no error.
    void aSuccessHasNoCode() {
        const Result<int> success = 1;
        for (int code = 0; code <= int(ErrorCode::Internal); ++code) {
            QVERIFY(!(test::outcomeOf(success) == test::outcomeOf(ErrorCode(code))));
            QVERIFY(test::errorOf(success).code != ErrorCode(code) || code == 0);
        }
        QVERIFY(ErrorCode{} != ErrorCode::InvalidArgument);
        QCOMPARE(Error{}.code, ErrorCode::InvalidArgument);
        QEXPECT_FAIL("", "a success is compared with a code", Continue);
        COMPARE_ERROR(success, ErrorCode::InvalidArgument);
        QEXPECT_FAIL("", "another code", Continue);
        COMPARE_ERROR(Result<void>(fail(ErrorCode::NotFound, "none")), ErrorCode::Malformed);
        COMPARE_ERROR(Result<void>(fail(ErrorCode::NotFound, "none")), ErrorCode::NotFound);
    }
};

QTEST_APPLESS_MAIN(TestError)
#include "tst_error.moc"
