# SPDX-FileCopyrightText: 2026 The Zeropoint developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""The jobs of bench_transformer and bench_qat by PyTorch, eager and FP32: prints lines of job,
seconds and seconds of processor time (medians; on one thread, on two, and the better one of both),
and nothing where PyTorch is missing.
With quantization-aware training every linear layer fakes int8: its weight by row, its input by
one moving-average range."""
import statistics
import sys
import time

try:
    import torch
    import torch.nn as nn
    import torch.nn.functional as F
    from torch.ao.quantization import (
        FakeQuantize,
        MovingAverageMinMaxObserver,
        MovingAveragePerChannelMinMaxObserver,
    )
except ImportError:
    sys.exit(0)


class QatLinear(nn.Linear):
    def __init__(self, inputs, outputs):
        super().__init__(inputs, outputs)
        self.fake_weight = FakeQuantize(
            MovingAveragePerChannelMinMaxObserver, quant_min=-128, quant_max=127,
            dtype=torch.qint8, qscheme=torch.per_channel_symmetric, ch_axis=0)
        self.fake_input = FakeQuantize(
            MovingAverageMinMaxObserver, quant_min=0, quant_max=255,
            dtype=torch.quint8, qscheme=torch.per_tensor_affine)

    def forward(self, x):
        return F.linear(self.fake_input(x), self.fake_weight(self.weight), self.bias)


class Block(nn.Module):
    def __init__(self, width, heads, hidden, causal, linear):
        super().__init__()
        self.heads, self.causal = heads, causal
        self.ln1, self.ln2 = nn.LayerNorm(width), nn.LayerNorm(width)
        self.q, self.k, self.v, self.o = (linear(width, width) for _ in range(4))
        self.ff1, self.ff2 = linear(width, hidden), linear(hidden, width)

    def split(self, x):
        sequences, length, width = x.shape
        return x.view(sequences, length, self.heads, width // self.heads).transpose(1, 2)

    def forward(self, x, mask):
        h = self.ln1(x)
        q, k, v = self.split(self.q(h)), self.split(self.k(h)), self.split(self.v(h))
        scores = q @ k.transpose(-2, -1) / q.shape[-1] ** 0.5
        if self.causal:
            scores = scores.masked_fill(mask, float("-inf"))
        context = (scores.softmax(-1) @ v).transpose(1, 2).reshape(x.shape)
        x = x + self.o(context)
        return x + self.ff2(F.gelu(self.ff1(self.ln2(x))))


class Model(nn.Module):
    def __init__(self, layers, width, heads, hidden, context, outputs, patch, linear):
        super().__init__()
        self.pooled = patch > 0
        self.embed = linear(patch, width) if patch else nn.Embedding(outputs, width)
        self.positions = nn.Parameter(torch.randn(context, width) * 0.02)
        self.blocks = nn.ModuleList(
            Block(width, heads, hidden, not patch, linear) for _ in range(layers))
        self.norm, self.head = nn.LayerNorm(width), linear(width, outputs)
        self.register_buffer("mask", torch.ones(context, context).triu(1).bool())

    def forward(self, x):
        x = self.embed(x) + self.positions
        for block in self.blocks:
            x = block(x, self.mask)
        x = self.norm(x)
        return self.head(x.mean(1) if self.pooled else x)


def vision(linear):
    return Model(2, 64, 4, 256, 16, 10, 4, linear), torch.rand(64, 16, 4), torch.randint(10, (64,))


def character(linear):
    tokens, targets = torch.randint(97, (16, 64)), torch.randint(97, (16, 64))
    return Model(4, 128, 4, 512, 64, 97, 0, linear), tokens, targets


def step_of(model, x, targets):
    optimizer = torch.optim.AdamW(model.parameters(), lr=1e-3)

    def step():
        optimizer.zero_grad()
        F.cross_entropy(model(x).flatten(0, -2), targets.flatten()).backward()
        torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
        optimizer.step()

    return step


def evaluation(model, x):
    def run():
        with torch.no_grad():
            model(x).argmax(-1)

    return run


def report(name, job, repeats):
    """Prints the median times of the job on one thread, on two, and the better one of both."""
    times = []
    for threads in (1, 2):
        torch.set_num_threads(threads)
        for _ in range(5):
            job()
        wall, processor = [], []
        for _ in range(repeats):
            start = time.perf_counter(), time.process_time()
            job()
            wall.append(time.perf_counter() - start[0])
            processor.append(time.process_time() - start[1])
        times.append((statistics.median(wall), statistics.median(processor)))
        print(f"{name}_on_{threads}", *times[-1], flush=True)
    print(name, *min(times), flush=True)


JOBS = {
    "vision_step": (lambda: step_of(*vision(nn.Linear)), 60),
    "character_step": (lambda: step_of(*character(nn.Linear)), 20),
    "vision_evaluation": (lambda: evaluation(vision(nn.Linear)[0], torch.rand(360, 16, 4)), 40),
    "vision_qat_step": (lambda: step_of(*vision(QatLinear)), 40),
    "character_qat_step": (lambda: step_of(*character(QatLinear)), 15),
}

# Debian's PyTorch takes whichever BLAS is installed, and the reference one is many times slower.
with open("/proc/self/maps") as maps:
    libraries = maps.read()
if "openblas" not in libraries and "mkl" not in libraries:
    print("reference_blas", 1, 1)

torch.manual_seed(1)
for name in sys.argv[1:] or JOBS:
    make, repeats = JOBS[name]
    report(name, make(), repeats)
