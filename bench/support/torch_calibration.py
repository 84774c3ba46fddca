# SPDX-FileCopyrightText: 2026 The Zeropoint developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""The jobs of bench_calibration by PyTorch on one thread: prints lines of job, seconds
and seconds of processor time (best of several), and nothing where PyTorch is not installed."""
import sys
import time

try:
    import torch
    from torch.ao.quantization.observer import HistogramObserver
except ImportError:
    sys.exit(0)

torch.set_num_threads(1)
torch.manual_seed(1)


def best(job, repeats=3):
    wall, processor = [], []
    for _ in range(repeats):
        start = time.perf_counter(), time.process_time()
        job()
        wall.append(time.perf_counter() - start[0])
        processor.append(time.process_time() - start[1])
    return min(wall), min(processor)


def report(x):
    """Range, histogram, fake quantization and the error it makes."""
    low, high = torch.aminmax(x)
    torch.mean(x), torch.std(x)
    torch.histc(x, bins=2048, min=low.item(), max=high.item())
    scale = max(-low.item(), high.item()) / 127
    error = torch.fake_quantize_per_tensor_affine(x, scale, 0, -128, 127) - x
    torch.mean(error * error), torch.max(torch.abs(error)), torch.mean(x * x)


def mse_range(x):
    observer = HistogramObserver(dtype=torch.qint8, qscheme=torch.per_tensor_symmetric)
    observer(x)
    observer.calculate_qparams()


def per_channel(x):
    low, high = torch.aminmax(x, dim=1)
    scale = torch.maximum(-low, high) / 127
    zero_point = torch.zeros(len(scale), dtype=torch.int32)
    torch.fake_quantize_per_channel_affine(x, scale, zero_point, 0, -128, 127)


x = torch.randn(64 << 20)
print("report_64M", *best(lambda: report(x)), flush=True)
x = torch.randn(4 << 20)
print("mse_range_4M", *best(lambda: mse_range(x)), flush=True)
x = torch.randn(4096, 4096)
print("per_channel_4096", *best(lambda: per_channel(x)), flush=True)
