#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Zeropoint developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes records.json beside itself: PyTorch's own learnable fake quantization (LSQ), values and
gradients. Needs Debian's python3-torch; the tests need only what it wrote."""
import json
import math
import pathlib

import torch

CASES = [(-2, 1, 0), (-4, 3, 0), (-8, 7, 0), (-128, 127, 0), (-127, 127, 0), (0, 255, 128)]
VALUES = 96


def record(qmin, qmax, zero_point):
    # The scale is small enough that some values lie beyond both ends of the grid.
    x = torch.randn(VALUES, requires_grad=True)
    scale = torch.tensor([2.0 / (qmax - zero_point)], requires_grad=True)
    zero = torch.tensor([float(zero_point)], requires_grad=True)
    factor = 1 / math.sqrt(VALUES * (qmax - zero_point))
    y = torch._fake_quantize_learnable_per_tensor_affine(x, scale, zero, qmin, qmax, factor)
    upstream = torch.randn(VALUES)
    y.backward(upstream)
    return {
        "qmin": qmin, "qmax": qmax, "zero_point": zero_point, "scale": scale.item(),
        "gradient_factor": factor, "x": x.tolist(), "upstream": upstream.tolist(),
        "y": y.tolist(), "x_gradient": x.grad.tolist(), "scale_gradient": scale.grad.item(),
    }


torch.manual_seed(1)
document = {"torch": torch.__version__, "records": [record(*case) for case in CASES]}
target = pathlib.Path(__file__).with_name("records.json")
target.write_text(json.dumps(document) + "\n")
