// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/files/model_totals.h"
#include "core/files/weight_file.h"
#include "tests/support/temporary_file.h"
#include "tests/support/torch_bytes.h"

#include <QtTest>

using namespace zeropoint;
using namespace zeropoint::test;

namespace {

/// Tensors of six floats, each with a storage of its own.
class Checkpoint {
public:
    QByteArray tensor() {
        const QByteArray key = QByteArray::number(m_storages.size());
        m_storages.append({key, 6, QByteArray(24, char(m_storages.size() + 1))});
        return torch::tensor(torch::storage("FloatStorage", key, 6), 0, {2, 3}, {3, 1});
    }
    QByteArray model() { return torch::dictionary(torch::text("layer.weight") + tensor()); }

    std::shared_ptr<const WeightFile> open(const QByteArray& object) const {
        const TemporaryFile file(torch::file(object, m_storages), "a.pt");
        return openWeightFile(file.path()).value_or(nullptr);
    }

private:
    QList<torch::Storage> m_storages;
};

}  // namespace

/// What a checkpoint keeps beside its model is told apart and not counted as parameters.
class TestTensorRoles : public QObject {
    Q_OBJECT

private slots:
    void besideTheModel_data() {
        QTest::addColumn<QByteArray>("path");  ///< keys from the outermost in
        QTest::addColumn<int>("role");
        const auto row = [](const char* path, TensorRole role) {
            QTest::newRow(path) << QByteArray(path) << int(role);
        };
        // torch.optim's state_dict() under the usual names, and alone.
        row("optimizer/state/0/exp_avg", TensorRole::Optimizer);
        row("optimizer_state_dict/state/0/exp_avg_sq", TensorRole::Optimizer);
        row("optimizer_states/state/3/momentum_buffer", TensorRole::Optimizer);
        row("state/0/exp_avg", TensorRole::Optimizer);
        row("state/0/exp_avg_sq_row", TensorRole::Optimizer);
        row("state/0/square_avg", TensorRole::Optimizer);
        row("state/0/step", TensorRole::Optimizer);
        row("state/12/absmax1", TensorRole::Optimizer);
        row("optimizer_G/state/0/step", TensorRole::Optimizer);
        row("g_optim/state/0/step", TensorRole::Optimizer);
        row("state/weight", TensorRole::Weight);
        row("state/0/weight", TensorRole::Weight);
        row("ema/layer.weight", TensorRole::Average);
        row("g_ema/layer.weight", TensorRole::Average);
        row("schema/layer.weight", TensorRole::Weight);
        row("model_ema/layer.weight", TensorRole::Average);
        row("state_dict_ema/layer.weight", TensorRole::Average);
        row("model/bn.running_mean", TensorRole::Buffer);
        row("model/bn.num_batches_tracked", TensorRole::Buffer);
        row("model/rotary.inv_freq", TensorRole::Buffer);
        row("callbacks/ModelCheckpoint/best_model_score", TensorRole::Buffer);
        row("loops/fit_loop/count", TensorRole::Buffer);
        row("model/callbacks.weight", TensorRole::Weight);
        row("model/attn.k_scale", TensorRole::Companion);
        row("model/attn.k_proj.weight", TensorRole::Weight);
    }

    void besideTheModel() {
        QFETCH(QByteArray, path);
        QFETCH(int, role);
        Checkpoint made;
        QByteArray items = torch::text("state_dict") + made.model();
        const QList<QByteArray> keys = path.split('/');
        QByteArray inner = made.tensor();
        for (qsizetype i = keys.size(); i-- > 1;) {
            inner = torch::dictionary(torch::text(keys[i]) + inner);
        }
        const auto file = made.open(torch::dictionary(items + torch::text(keys[0]) + inner));
        QVERIFY(file);
        QCOMPARE(file->tensors().size(), std::size_t{2});
        QCOMPARE(file->tensors()[0].role, TensorRole::Weight);
        QCOMPARE(int(file->tensors()[1].role), role);
        const bool counts = role == int(TensorRole::Weight);
        QCOMPARE(totalsOf(file->tensors()).parameters, std::uint64_t(counts ? 12 : 6));
    }

    /// A file of averages and nothing else is a model.
    void averagesAlone() {
        Checkpoint made;
        const auto file = made.open(torch::dictionary(torch::text("ema") + made.model()));
        QVERIFY(file);
        QCOMPARE(file->tensors()[0].role, TensorRole::Weight);
        QCOMPARE(totalsOf(file->tensors()).parameters, std::uint64_t{6});
    }
};

QTEST_APPLESS_MAIN(TestTensorRoles)
#include "tst_tensor_roles.moc"
