"""Writes print_cases.json: what NumPy prints for arrays of every dtype.

    python3 print_cases.py [output]

Run with NumPy 1.24. A case is an array and the text NumPy gives for it. The array is told by its shape and either the values that
fill it in C order, over and over if there are more elements, or the start and step of a range. NaN and the infinities are strings.
"""

import json
import os
import sys

import numpy as np

FLOATS = ["float16", "float32", "float64"]
INTEGERS = ["int8", "uint8", "int16", "uint16", "int32", "uint32", "int64", "uint64"]
OPTION_NAMES = {"precision": "precision", "threshold": "threshold", "edgeitems": "edgeItems",
                "linewidth": "lineWidth", "suppress": "suppressScientific"}
CASES = []


def encode(value):
    if isinstance(value, (bool, np.bool_)):
        return bool(value)
    if isinstance(value, (int, np.integer)):
        return int(value)
    value = float(value)
    return value if np.isfinite(value) else str(value)


def add(name, dtype, shape, values=None, start=None, step=None, **options):
    count = int(np.prod(shape, dtype=np.int64))
    with np.errstate(over="ignore"):
        if values is not None:
            filled = np.array(values, dtype)
            array = np.resize(filled, shape) if count else np.zeros(shape, dtype)
            data = {"values": [encode(v) for v in filled]}
        else:
            array = (start + step * np.arange(count, dtype="float64" if dtype in FLOATS else "int64")).astype(dtype).reshape(shape)
            data = {"start": start, "step": step}
    with np.printoptions(**options):
        text = str(array)
    CASES.append({"name": name, "dtype": dtype, "shape": list(shape), **data,
                  "options": {OPTION_NAMES[k]: v for k, v in options.items()}, "text": text.split("\n")})


def scalars():
    for value in [0.0, -0.0, 1.0, 1.1, -2.5, 1e-4, 9.99e-5, 1e-5, 1e15, 1e16, 1.5e17, 123456789.123456789, 65504.0, np.nan, np.inf, -np.inf]:
        for dtype in FLOATS:
            add("scalar", dtype, [], [value])
    for dtype in INTEGERS:
        info = np.iinfo(dtype)
        add("scalar least", dtype, [], [info.min])
        add("scalar greatest", dtype, [], [info.max])
    add("scalar true", "bool", [], [True])
    add("scalar false", "bool", [], [False])
    add("scalar keeps its digits", "float64", [], [1.23456789012], precision=3)


def magnitudes():
    for dtype in FLOATS:
        for name, values in {
            "tenths": [1.1, 2.2, 3.3],
            "whole": [1, 2, 3],
            "negative": [-1.5, 2.25, 10],
            "zeros of both signs": [0.0, -0.0],
            "thirds": [1 / 3, 2 / 3],
            "below one ten-thousandth": [1e-4, 9e-5],
            "one ten-thousandth": [1e-4, 0.05],
            "ratio of 1000": [1, 1000],
            "ratio above 1000": [1, 1001],
            "large": [60000, 1, 0.5],
            "nan": [np.nan, 1.5, np.nan],
            "nan alone": [np.nan],
            "infinities": [np.inf, -np.inf, 1.5],
            "negative infinity alone": [-np.inf, np.nan],
            "infinity beside an exponent": [np.inf, 1e-6, -1],
            "carry": [0.99999999999, 9.9999999999, 1],
            "one number": [3.14159265358979],
            "least": [np.finfo(dtype).tiny, np.finfo(dtype).smallest_subnormal],
            "greatest": [np.finfo(dtype).max, -np.finfo(dtype).max],
            "next to one": [1, 1 + np.finfo(dtype).eps],
        }.items():
            add(name, dtype, [len(values)], values)
    for dtype in ["float32", "float64"]:
        for name, values in {
            "below 1e8": [99999999.0, 1],
            "whole below 1e8": [99999992.0, 10000001.0],
            "1e8": [1e8, 1e8],
            "more digits than identify": [1.1, 123456790.0],
            "power of ten that is not one": [9.99999974737875e-05, 1.2345678],
            "exponents": [1e-30, 1e30, -1.5],
        }.items():
            add(name, dtype, [len(values)], values)
    add("three-digit exponent", "float64", [3], [1e100, 1e-5, np.inf])
    add("three-digit negative exponent", "float64", [4], [-1e-300, 1e5, np.nan, -np.inf])
    add("tie at the cutoff", "float64", [2], [0.001953125 + 2**-9, 3 * 2**-9])
    add("power of two", "float64", [2], [2.0**-44, 2.0**53])


def integers():
    for dtype in INTEGERS:
        info = np.iinfo(dtype)
        add("extremes", dtype, [3], [info.min, info.max, 0])
        add("one digit", dtype, [3], [1, 2, 3])
        add("aligned", dtype, [2, 3], [1, 20, 100, 7, 0, 42])


def shapes():
    for dtype in ["float32", "int32", "bool"]:
        values = [True, False, True] if dtype == "bool" else [1, 2, 3, 4.5, 5, 6] if dtype == "float32" else [1, 2, 3, 40, 5, 6]
        for shape in [[1], [2, 3], [3, 1], [1, 1, 1], [2, 2, 2], [2, 1, 2, 3], [2, 2, 1, 1, 2], [1] * 8, [2, 1, 1, 1, 1, 1, 1, 2]]:
            add("shape", dtype, shape, values)
        for shape in [[0], [0, 3], [2, 0], [1, 0, 1]]:
            add("empty", dtype, shape, values)


def wrapping():
    add("row of integers", "int64", [40], start=0, step=1)
    add("row of floats", "float64", [30], start=0, step=0.37)
    add("row that ends in blanks", "float64", [30], [1, 2.25, 3])
    add("row of booleans", "bool", [30], [True, False])
    add("rows of a matrix", "int32", [3, 30], start=100, step=7)
    add("rows of rank 3", "float32", [2, 2, 14], start=-3, step=0.125)
    add("rows of exponents", "float64", [2, 9], start=1e-7, step=1234.5)
    for width in [1, 5, 20, 21, 22, 40, 200]:
        add("line width", "int32", [2, 12], start=95, step=1, linewidth=width)
        add("line width", "float32", [7], start=0, step=0.5, linewidth=width)


def summaries():
    for dtype in ["int32", "float32", "float64"]:
        step = 1 if dtype == "int32" else 0.5
        for shape in [[1000], [1001], [40, 40], [6, 200], [7, 200], [200, 6], [200, 7], [12, 12, 12], [2, 600], [5, 5, 5, 5, 5], [3, 7, 8, 7]]:
            add("summary", dtype, shape, start=0, step=step)
    add("summary of bytes", "uint8", [1200], start=0, step=1)
    add("summary of booleans", "bool", [40, 40], [True, False, False])
    add("summary of halves", "float16", [2000], start=0, step=1)
    add("digits of what is shown", "float64", [5000], start=-1e-3, step=3.5)
    add("threshold", "int64", [11], start=0, step=1, threshold=10)
    add("threshold met", "int64", [10], start=0, step=1, threshold=10)
    add("threshold of zero", "int64", [3, 10], start=0, step=1, threshold=0)
    add("threshold above all", "int16", [1500], start=0, step=3, threshold=10**9)
    add("edges", "int64", [30, 30], start=0, step=1, threshold=10, edgeitems=1)
    add("edges", "float64", [30, 30], start=0, step=0.25, threshold=10, edgeitems=2)
    add("edges wider than the line", "int64", [100], start=1000, step=1, threshold=10, edgeitems=20)
    add("gap at the line's end", "int64", [100], start=10000, step=1, threshold=10, edgeitems=3, linewidth=26)


def precision():
    for dtype in FLOATS:
        for digits in [0, 1, 2, 3, 4, 12, 20]:
            add("precision", dtype, [4], [0.125, 2.5, 3.14159265358979, -10.0625], precision=digits)
            add("precision with exponent", dtype, [3], [0.00012345678, 1.5, 2.5e4], precision=digits)
        add("half to even", dtype, [4], [0.5, 1.5, 2.5, 3.5], precision=0)
        add("suppressed", dtype, [3], [1e-6, 0.5, 100], suppress=True)
        add("suppressed ratio", dtype, [2], [1, 20000.5], suppress=True)
    for value in [4e-9, 5e-9, 6e-9, 6e-10, -6e-10, -6e-9, 9.9999999999]:
        add("suppressed to the last digit", "float64", [2], [value, 1], suppress=True)
    add("suppressed but large", "float64", [2], [1e8, 1], suppress=True)


def main():
    for section in [scalars, magnitudes, integers, shapes, wrapping, summaries, precision]:
        section()
    path = sys.argv[1] if len(sys.argv) > 1 else os.path.join(os.path.dirname(os.path.abspath(__file__)), "print_cases.json")
    with open(path, "w", newline="\n") as file:
        file.write("[\n" + ",\n".join(json.dumps(case) for case in CASES) + "\n]\n")
    print(len(CASES), "cases, NumPy", np.__version__)


if __name__ == "__main__":
    main()
