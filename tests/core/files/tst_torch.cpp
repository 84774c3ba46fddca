// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/files/model_totals.h"
#include "core/files/weight_file.h"
#include "tests/support/outcome.h"
#include "tests/support/temporary_file.h"
#include "tests/support/torch_bytes.h"

#include <QtTest>

#include <bit>
#include <limits>

using namespace zeropoint;
using namespace zeropoint::test;

namespace {

QByteArray floats(int count, bool big = false) {
    QByteArray bytes;
    for (int i = 0; i < count; ++i) {
        QByteArray one = torch::number(std::bit_cast<std::uint32_t>(static_cast<float>(i)), 4);
        if (big) {
            std::reverse(one.begin(), one.end());
        }
        bytes += one;
    }
    return bytes;
}

const QByteArray sixFloats = torch::storage("FloatStorage", "0", 6);

Result<std::shared_ptr<const WeightFile>> open(const QByteArray& object) {
    const TemporaryFile file(torch::file(object, {{"0", 6, floats(6)}}), "a.pt");
    return openWeightFile(file.path());
}

}  // namespace

class TestTorch : public QObject {
    Q_OBJECT

private slots:
    /// Names are the paths of keys; a storage may be shared, transposed, entered in the middle.
    void nestedTiedAndStrided() {
        using namespace torch;
        const QByteArray inner = dictionary(text("weight") + tensor(sixFloats, 0, {2, 3}, {3, 1}) +
                                            text("turned") + tensor(sixFloats, 0, {3, 2}, {1, 3}));
        const QByteArray parameter = call(
            global("torch._utils", "_rebuild_parameter"),
            tensor(sixFloats, 4, {2}, {1}) + "\x88" + global("collections", "OrderedDict") + ")R");
        const QByteArray object =
            dictionary(text("state_dict") + dictionary(text("layer") + inner) + text("epoch") +
                       integer(7) + text("list") + "](" + parameter + "e");
        const TemporaryFile file(torch::file(object, {{"0", 6, floats(6)}}), "a.bin");
        const auto opened = openWeightFile(file.path());
        QVERIFY2(opened.has_value(), opened ? "" : toString(opened.error()).c_str());
        QCOMPARE((*opened)->tensors().size(), std::size_t{3});
        QCOMPARE((*opened)->metadata().front(),
                 (std::pair<std::string, std::string>("epoch", "7")));
        const auto values = [&](const char* name) {
            const auto index = (*opened)->find(name);
            const auto read = index ? (*opened)->read(*index) : Result<Tensor>();
            return read ? std::vector<float>(read->values().begin(), read->values().end())
                        : std::vector<float>();
        };
        QCOMPARE(values("state_dict.layer.weight"), (std::vector<float>{0, 1, 2, 3, 4, 5}));
        QCOMPARE(values("state_dict.layer.turned"), (std::vector<float>{0, 3, 1, 4, 2, 5}));
        QCOMPARE(values("list.0"), (std::vector<float>{4, 5}));
    }

    void bigEndianMachine() {
        const QByteArray facts = torch::dictionary(torch::text("little_endian") + "\x89");
        const QByteArray object =
            torch::dictionary(torch::text("w") + torch::tensor(sixFloats, 0, {6}, {1}));
        QByteArray bytes = torch::file(object, {}, facts);
        bytes.chop(4);  // the empty list of keys
        bytes +=
            "\x80\x02](" + torch::text("0") + "e." + QByteArray(7, '\0') + "\x06" + floats(6, true);
        const TemporaryFile file(bytes);
        const auto opened = openWeightFile(file.path());
        QVERIFY2(opened.has_value(), opened ? "" : toString(opened.error()).c_str());
        QCOMPARE((*opened)->read(0)->values()[5], 5.0F);
    }

    void tensorsBeyondTheirStorage_data() {
        using Numbers = QList<qint64>;
        constexpr qint64 huge = Q_INT64_C(0x4000000000000000);
        QTest::addColumn<qint64>("offset");
        QTest::addColumn<Numbers>("shape");
        QTest::addColumn<Numbers>("strides");
        QTest::newRow("one too many") << qint64{0} << Numbers{7} << Numbers{1};
        QTest::newRow("offset") << qint64{4} << Numbers{3} << Numbers{1};
        QTest::newRow("negative offset") << qint64{-1} << Numbers{3} << Numbers{1};
        QTest::newRow("stride") << qint64{0} << Numbers{2, 3} << Numbers{4, 1};
        QTest::newRow("negative stride") << qint64{5} << Numbers{3} << Numbers{-1};
        QTest::newRow("overflowing stride") << qint64{0} << Numbers{5} << Numbers{huge};
        QTest::newRow("overflowing shape") << qint64{0} << Numbers{huge, huge} << Numbers{0, 0};
        QTest::newRow("overflowing offset")
            << std::numeric_limits<qint64>::max() << Numbers{2} << Numbers{1};
        QTest::newRow("fewer strides") << qint64{0} << Numbers{2, 3} << Numbers{1};
    }

    void tensorsBeyondTheirStorage() {
        QFETCH(qint64, offset);
        QFETCH(QList<qint64>, shape);
        QFETCH(QList<qint64>, strides);
        const auto opened = open(
            torch::dictionary(torch::text("w") + torch::tensor(sixFloats, offset, shape, strides)));
        COMPARE_ERROR(opened, ErrorCode::Malformed);
        QVERIFY(opened.error().what.find("'w'") != std::string::npos);
    }

    /// What a file asks for only to run code is refused by its name, and so is what names nothing.
    void codeIsRefusedByName_data() {
        QTest::addColumn<QByteArray>("object");
        QTest::addColumn<QByteArray>("named");
        const auto ask = [](const char* module, const char* name) {
            return torch::call(torch::global(module, name), torch::text("touch marker"));
        };
        QTest::newRow("os.system") << ask("os", "system") << QByteArray("os.system");
        QTest::newRow("eval") << ask("builtins", "eval") << QByteArray("builtins.eval");
        QTest::newRow("subprocess") << ask("subprocess", "Popen") << QByteArray("subprocess.Popen");
        QTest::newRow("STACK_GLOBAL")
            << torch::text("posix") + torch::text("system") + QByteArray("\x93")
            << QByteArray("posix.system");
        QTest::newRow("INST") << QByteArray("(ios\nsystem\n") << QByteArray("os.system");
        QTest::newRow("OBJ of nothing") << QByteArray("(No") << QByteArray("no name");
        QTest::newRow("REDUCE of a text")
            << torch::text("os.system") + ")R" << QByteArray("no name");
        QTest::newRow("NEWOBJ_EX of nothing") << QByteArray("N))\x92") << QByteArray("no name");
        QTest::newRow("NEXT_BUFFER") << QByteArray("\x97") << QByteArray("opcode 151");
        QTest::newRow("a name by reference, over and over")
            << torch::text(QByteArray(2000, 'x')) + QByteArray("q\x01h\x01\x93")
            << QByteArray("longer than any");
    }

    void codeIsRefusedByName() {
        QFETCH(QByteArray, object);
        QFETCH(QByteArray, named);
        const auto opened = open(object);
        QVERIFY(!opened.has_value());
        QVERIFY2(opened.error().what.find(named.toStdString()) != std::string::npos,
                 opened.error().what.c_str());
        QVERIFY(!opened.error().remedy.empty());
    }

    /// Strangers are inert: the tensor beside them is read, and nothing is made of them.
    void strangersAreInert_data() {
        QTest::addColumn<QByteArray>("object");
        const auto ask = [](const char* module, const char* name) {
            return torch::call(torch::global(module, name), torch::text("touch marker"));
        };
        QTest::newRow("getattr") << ask("builtins", "getattr");
        QTest::newRow("torch's own loader") << ask("torch", "load");
        QTest::newRow("a class of another package") << ask("somebody.else", "Config");
        QTest::newRow("what a call returns, called")
            << "(" + ask("functools", "partial") + ")R" + "t";
        QTest::newRow("INST") << QByteArray("(isome\nThing\n");
        QTest::newRow("OBJ") << "(" + torch::global("some", "Thing") + torch::text("a") + "o";
        QTest::newRow("NEWOBJ_EX")
            << torch::global("some", "Thing") + ")" + torch::dictionary("") + "\x92";
        QTest::newRow("EXT1") << QByteArray("\x82\x01");
        QTest::newRow("PERSID") << QByteArray("Pos.system\n");
        QTest::newRow("an object in itself") << torch::global("some", "Thing") + ")\x81q\x07" +
                                                    torch::dictionary(torch::text("me") + "h\x07") +
                                                    "b";
        QTest::newRow("a list that is an object")
            << torch::global("some", "List") + ")\x81(" + torch::text("a") + "e";
    }

    void strangersAreInert() {
        QFETCH(QByteArray, object);
        const auto opened =
            open(torch::dictionary(torch::text("stranger") + object + torch::text("w") +
                                   torch::tensor(sixFloats, 0, {6}, {1})));
        QVERIFY2(opened.has_value(), opened ? "" : toString(opened.error()).c_str());
        QCOMPARE((*opened)->tensors().size(), std::size_t{1});
        QCOMPARE((*opened)->read(0)->values()[5], 5.0F);
    }

    /// One tensor that does not fit its storage leaves the others readable.
    void oneBadTensor() {
        const auto opened =
            open(torch::dictionary(torch::text("w") + torch::tensor(sixFloats, 0, {6}, {1}) +
                                   torch::text("bad") + torch::tensor(sixFloats, 4, {6}, {1})));
        QVERIFY2(opened.has_value(), opened ? "" : toString(opened.error()).c_str());
        QVERIFY((*opened)->read(0).has_value());
        QVERIFY((*opened)->stored(1).unreadable.find("beyond its storage") != std::string::npos);
    }

    /// A long list given by reference again and again costs its bytes, not their square.
    /// A value that is repeated beyond reason is listed, and counts neither values nor bytes that
    /// the file has not.
    void repeatedValue() {
        const QByteArray object = torch::dictionary(
            torch::text("w") +
            torch::tensor(torch::storage("FloatStorage", "0", 2), 0, {30000, 30000}, {0, 0}));
        const TemporaryFile file(torch::file(object, {{"0", 2, QByteArray(8, '\0')}}), "a.pt");
        const auto opened = openWeightFile(file.path());
        QVERIFY2(opened.has_value(), opened ? "" : toString(opened.error()).c_str());
        QVERIFY(!(*opened)->stored(0).unreadable.empty());
        const ModelTotals totals = totalsOf((*opened)->tensors());
        QCOMPARE(totals.parameters, std::uint64_t{0});
        QCOMPARE(totals.bytes, std::uint64_t{8});
    }

    /// Keys that are no texts, and dots in them, make names that can be told apart.
    void oddKeys() {
        const QByteArray one = torch::tensor(torch::storage("FloatStorage", "0", 2), 0, {2}, {1});
        const QByteArray none = "N";
        const QByteArray object = torch::dictionary(
            torch::text("") + one + none + one +
            torch::tuple(torch::text("k") + torch::tuple(torch::text("n") + torch::integer(1))) +
            one + torch::global("a", "b") + one + torch::text("a.b") + one + torch::text("a") +
            torch::dictionary(torch::text("b") + one));
        const TemporaryFile file(torch::file(object, {{"0", 2, QByteArray(8, '\0')}}), "a.pt");
        const auto opened = openWeightFile(file.path());
        QVERIFY2(opened.has_value(), opened ? "" : toString(opened.error()).c_str());
        QStringList names;
        for (const TensorInfo& info : (*opened)->tensors()) {
            names.append(QString::fromStdString(info.name));
        }
        QCOMPARE(names, (QStringList{"''", "None", "(k, (n, 1))", "a.b", "a.b (2)", "a.b (3)"}));
    }

    void sharedListsCostTheirBytes() {
        QByteArray object("](");
        for (int i = 0; i < 20000; ++i) {
            object += "N";
        }
        object +=
            "eq\x01"
            "0](";
        for (int i = 0; i < 20000; ++i) {
            object += "h\x01";
        }
        object += "e";
        // 20,000 lists of 20,000 are 4 * 10^8 values: the walk gives up long before.
        const TemporaryFile file(torch::file(object, {}), "a.pt");
        COMPARE_ERROR(openWeightFile(file.path()), ErrorCode::TooLarge);
    }

    /// Opening stops when it is asked to.
    void openingStops() {
        std::stop_source source;
        source.request_stop();
        OpenOptions options;
        options.stop = source.get_token();
        const TemporaryFile file(
            torch::file(torch::dictionary(torch::text("w") + torch::tensor(sixFloats, 0, {6}, {1})),
                        {{"0", 6, floats(6)}}),
            "a.pt");
        COMPARE_ERROR(openWeightFile(file.path(), options), ErrorCode::Cancelled);
    }

    /// Structures that grow out of a few bytes, or never end, are bounded.
    void bombs_data() {
        QTest::addColumn<QByteArray>("object");
        QTest::newRow("list in itself") << QByteArray(
            "]q\x01h\x01"
            "a");
        QTest::newRow("dictionary in itself") << "}q\x01" + torch::text("k") + QByteArray("h\x01s");
        QTest::newRow("ten thousand lists deep") << QByteArray(10000, ']') + QByteArray(9999, 'a');
        // Each list holds the one before twice: 2^40 paths.
        QByteArray doubling("]q\x01");
        for (int i = 0; i < 40; ++i) {
            doubling += QByteArray(
                "](h\x01h\x01"
                "eq\x01"
                "0h\x01",
                11);
        }
        QTest::newRow("billion laughs") << doubling;
        // A key of 3,000 letters under itself at every depth.
        QByteArray names = torch::text(QByteArray(3000, 'x')) + QByteArray(
                                                                    "q\x02"
                                                                    "0}q\x01");
        for (int i = 0; i < 200; ++i) {
            names += QByteArray("(h\x02h\x01u", 6);
        }
        QTest::newRow("names that multiply") << names;
        QTest::newRow("text longer than the file") << QByteArray(
            "X\xFF\xFF\xFF\xFF"
            "abc");
        QTest::newRow("bytes longer than the file")
            << QByteArray("\x8E\xFF\xFF\xFF\xFF\xFF\xFF\xFF\x7F", 9);
        QTest::newRow("number longer than the file") << QByteArray("\x8B\xFF\xFF\xFF\x7F", 5);
        QTest::newRow("pops what is not there") << QByteArray("0000");
        QTest::newRow("memo that is not there") << QByteArray("j\xFF\xFF\xFF\xFF", 5);
    }

    void bombs() {
        QFETCH(QByteArray, object);
        const auto opened = open(object);
        QVERIFY(!opened.has_value() || (*opened)->tensors().empty());
        if (!opened) {
            const ErrorCode code = opened.error().code;
            QVERIFY(code == ErrorCode::Malformed || code == ErrorCode::TooLarge);
        }
    }

    /// The bits by which a view of complex numbers says that it is another: the conjugate bit on
    /// complex numbers keeps them from being read as what they are not, on real ones it says
    /// nothing; the negative bit turns signs.
    void viewBits_data() {
        QTest::addColumn<QByteArray>("type");
        QTest::addColumn<QByteArray>("bit");
        QTest::addColumn<double>("second");  ///< 0: not read
        QTest::newRow("conjugated")
            << QByteArray("ComplexFloatStorage") << QByteArray("conj") << 0.0;
        QTest::newRow("conjugated reals")
            << QByteArray("FloatStorage") << QByteArray("conj") << 2.0;
        QTest::newRow("negated") << QByteArray("FloatStorage") << QByteArray("neg") << -2.0;
    }

    void viewBits() {
        QFETCH(QByteArray, type);
        QFETCH(QByteArray, bit);
        QFETCH(double, second);
        const QByteArray arguments = torch::storage(type, "0", 2) + torch::integer(0) +
                                     torch::integers({2}) + torch::integers({1}) + "\x89" +
                                     torch::global("collections", "OrderedDict") + ")R" +
                                     torch::dictionary(torch::text(bit) + "\x88");
        const QByteArray tensor =
            torch::call(torch::global("torch._utils", "_rebuild_tensor_v2"), arguments);
        const QByteArray values(
            "\x00\x00\x80\x3F\x00\x00\x00\x40"
            "\x00\x00\x80\x3F\x00\x00\x00\x40",
            16);
        const int bytes = type.startsWith("Complex") ? 16 : 8;
        const test::TemporaryFile file(torch::file(torch::dictionary(torch::text("w") + tensor),
                                                   {{"0", 2, values.first(bytes)}}),
                                       "a.pt");
        const auto opened = openWeightFile(file.path());
        QVERIFY2(opened.has_value(), opened ? "" : toString(opened.error()).c_str());
        const auto read = (*opened)->read(0);
        QCOMPARE(read.has_value(), second != 0);
        if (read) {
            QCOMPARE(double(read->values()[1]), second);
        } else {
            QVERIFY(read.error().what.find("conjugated") != std::string::npos);
        }
    }

    /// Tensors on the meta device have names, types and shapes and no values: they are listed,
    /// beside others and alone (the outline of a model).
    void withoutValues_data() {
        QTest::addColumn<bool>("alone");
        QTest::newRow("beside others") << false;
        QTest::newRow("alone") << true;
    }

    void withoutValues() {
        QFETCH(bool, alone);
        const QByteArray meta =
            torch::call(torch::global("torch._utils", "_rebuild_meta_tensor_no_storage"),
                        torch::global("torch", "bfloat16") + torch::integers({4096, 128}) +
                            torch::integers({128, 1}) + "\x89");
        QByteArray items = torch::text("outline") + meta;
        if (!alone) {
            items += torch::text("w") + torch::tensor(sixFloats, 0, {2, 3}, {3, 1});
        }
        const test::TemporaryFile outline(torch::file(torch::dictionary(items), {}), "a.pt");
        const auto opened = alone ? openWeightFile(outline.path()) : open(torch::dictionary(items));
        QVERIFY2(opened.has_value(), opened ? "" : toString(opened.error()).c_str());
        QCOMPARE((*opened)->tensors().size(), std::size_t(alone ? 1 : 2));
        const TensorInfo& info = (*opened)->tensors().front();
        QCOMPARE(info.shape, (Shape{4096, 128}));
        QCOMPARE(info.dtype, DType::BF16);
        QVERIFY((*opened)->stored(0).unreadable.find("meta device") != std::string::npos);
    }

    /// A value repeated by strides of zero costs memory only when it is read: beyond a limit not.
    void repetitionIsBounded() {
        const auto some = open(
            torch::dictionary(torch::text("w") + torch::tensor(sixFloats, 2, {1000, 3}, {0, 1})));
        QVERIFY(some.has_value());
        QCOMPARE((*some)->tensors().front().shape, (Shape{1000, 3}));
        const auto tooMany = open(torch::dictionary(
            torch::text("w") + torch::tensor(sixFloats, 2, {1 << 30, 3}, {0, 1})));
        QVERIFY(tooMany.has_value());
        COMPARE_ERROR((*tooMany)->read(0), ErrorCode::Unsupported);
    }
};

QTEST_APPLESS_MAIN(TestTorch)
#include "tst_torch.moc"
