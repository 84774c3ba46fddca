// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/digits.h"
#include "core/methods/adapters/lora.h"
#include "core/methods/qat/qat.h"
#include "core/training/task.h"
#include "core/training/trainer.h"

#include <QtTest>

#include <atomic>
#include <cstddef>

// The C library's allocator, counted. The sanitizers bring allocators of their own.
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
#define ZEROPOINT_CANNOT_COUNT
#else
namespace {
std::atomic<std::size_t> allocations{0};
}
extern "C" {
void* __libc_malloc(std::size_t size);
void* __libc_memalign(std::size_t alignment, std::size_t size);
void* malloc(std::size_t size) {
    ++allocations;
    return __libc_malloc(size);
}
void* aligned_alloc(std::size_t alignment, std::size_t size) {
    ++allocations;
    return __libc_memalign(alignment, size);
}
}
#endif

using namespace zeropoint;

namespace {

/// "", or what a model is trained through.
Result<void> attachTo(Transformer<float>& model, const QString& what) {
    if (what == "LoRA") {
        return attachLora(model, {4, 8, 0.1, {"*"}, AdapterPrecision::Bf16}, 1).map([](auto) {});
    }
    if (what.isEmpty()) {
        return {};
    }
    QuantRecipe recipe;
    recipe.base.weight = QuantScheme{};
    recipe.base.weight->granularity = Granularity::Channel;
    recipe.base.activation.mode =
        what == "token" ? ActivationMode::DynamicToken : ActivationMode::Static;
    QatConfig config;
    if (what == "LSQ") {
        config = {WeightTraining::Lsq, InputTraining::Lsq};
    }
    return attachQat(model, recipe, config).map([](auto) {});
}

}  // namespace

class TestAllocations : public QObject {
    Q_OBJECT

private slots:
    void stepsAfterTheFirstAllocateNothing_data() {
        QTest::addColumn<int>("kind");
        QTest::addColumn<unsigned>("threads");
        QTest::addColumn<QString>("attached");
        for (const TaskKind kind : {TaskKind::Digits, TaskKind::Text, TaskKind::Sort}) {
            for (const unsigned threads : {1U, 2U}) {
                QTest::addRow("%s, %u threads", taskName(kind).data(), threads)
                    << static_cast<int>(kind) << threads << QString();
            }
        }
        for (const char* attached : {"average", "token", "LSQ", "LoRA"}) {
            QTest::addRow("sort through %s", attached)
                << static_cast<int>(TaskKind::Sort) << 2U << QString(attached);
        }
    }
    void stepsAfterTheFirstAllocateNothing() {
#ifdef ZEROPOINT_CANNOT_COUNT
        QSKIP("a sanitizer's allocator cannot be counted");
#else
        QFETCH(int, kind);
        QFETCH(unsigned, threads);
        const auto task = static_cast<TaskKind>(kind);
        TaskSpec spec;
        spec.kind = task;
        const auto data = openTask(spec, 64).value();
        auto model = Transformer<float>::create(data->shaped(defaultModel(task)), 1).value();
        QFETCH(QString, attached);
        QVERIFY(attachTo(model, attached));
        Trainer trainer = Trainer::create(model, *data, defaultTraining(task)).value();
        ThreadPool pool(threads);
        const Execution execution{&pool, {}, {}};
        // Threads take shards as they come: each shard's memory is there after one step, a
        // thread's own buffers after its first shard.
        const std::size_t beforeAny = allocations;
        QVERIFY(trainer.step(execution));
        QVERIFY(allocations > beforeAny);
        QVERIFY(trainer.step(execution));
        const std::size_t before = allocations;
        for (int i = 0; i < 5; ++i) {
            QVERIFY(trainer.step(execution));
        }
        QCOMPARE(allocations - before, std::size_t{0});
#endif
    }
};

QTEST_APPLESS_MAIN(TestAllocations)
#include "tst_allocations.moc"
