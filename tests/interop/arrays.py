# SPDX-FileCopyrightText: 2026 The Zeropoint developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""arrays.py FOLDER: codes, scales and zero points that we wrote, put together again by numpy (npz)
and by a reader of safetensors in a few lines, are the values that we wrote beside them (npy)."""
import json
import struct
import sys

import numpy

DTYPES = {"U8": "<u1", "I8": "<i1", "F32": "<f4", "I32": "<i4", "U16": "<u2", "F16": "<f2"}


def safetensors(path):
    with open(path, "rb") as file:
        content = file.read()
    (length,) = struct.unpack("<Q", content[:8])
    header = json.loads(content[8:8 + length])
    header.pop("__metadata__", None)
    data = content[8 + length:]
    spans = sorted(entry["data_offsets"] for entry in header.values())
    ends = [0] + [end for _, end in spans]
    assert [begin for begin, _ in spans] == ends[:-1] and ends[-1] == len(data), "holes or overlaps"
    arrays = {}
    for name, entry in header.items():
        begin, end = entry["data_offsets"]
        arrays[name] = numpy.frombuffer(data[begin:end], DTYPES[entry["dtype"]]).reshape(entry["shape"])
    return arrays


def together(arrays):
    (stem,) = [name[:-len(".codes")] for name in arrays if name.endswith(".codes")]
    codes = arrays[stem + ".codes"].astype(numpy.float32)
    zero = arrays[stem + ".zero_point"].astype(numpy.float32)
    return (codes - zero) * arrays[stem + ".scale"]


def main(folder):
    for ending, read in (("npz", lambda path: dict(numpy.load(path))), ("safetensors", safetensors)):
        values = together(read(f"{folder}/codes.{ending}"))
        expected = numpy.load(f"{folder}/values-{ending}.npy")
        assert values.dtype == expected.dtype == numpy.float32
        same = values.size == expected.size and bool((values.ravel() == expected.ravel()).all())
        print(f"{folder}/codes.{ending}: {values.size} values {'bit for bit' if same else 'DIFFER'}")
        if not same:
            sys.exit(1)


main(sys.argv[1])
