"""Writes the files of this folder, as NumPy writes them. Run with NumPy 1.24 in this folder: python3 write_numpy_files.py

cases.npz     every dtype x byte order x order x shape; the values are those of NumpyCases.Value in the tests
extremes.npz  the bounds and special values of each dtype
refused.npz   arrays that no tensor holds
deflated.npz  two arrays, compressed
version2.npy, version3.npy, plain.npy, fortran.npy, big.npy, object.npy
"""

import io
import zipfile

import numpy as np

DTYPES = ["bool", "int8", "uint8", "int16", "uint16", "int32", "uint32", "int64", "uint64", "float16", "float32", "float64"]
SHAPES = [(), (0,), (2, 0, 3), (5,), (2, 3, 4), (1, 2, 1, 2, 1, 2, 1, 2)]


def values(name, shape):
    i = np.arange(int(np.prod(shape)))
    if name == "bool":
        v = i % 3 == 1
    elif name.startswith("uint"):
        v = (i * 7 + 3) % 50
    elif name.startswith("int"):
        v = (i * 7 + 3) % 50 - 20
    else:
        v = ((i * 7 + 3) % 50 - 20) * 0.5
    return v.astype(name).reshape(shape)


def extremes(name):
    if name == "bool":
        return np.array([False, True])
    if name.startswith("f"):
        f = np.finfo(name)
        return np.array([f.min, f.max, f.tiny, f.smallest_subnormal, np.inf, -np.inf, np.nan, 0.0, -0.0], dtype=name)
    i = np.iinfo(name)
    return np.array([i.min, i.max], dtype=name)


def write_archive(path, arrays, compressed=False, pickled=False):
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED if compressed else zipfile.ZIP_STORED) as archive:
        for name, array in arrays.items():
            data = io.BytesIO()
            np.lib.format.write_array(data, array, allow_pickle=pickled)
            archive.writestr(zipfile.ZipInfo(name + ".npy"), data.getvalue(), archive.compression)


cases = {}
for name in DTYPES:
    for order in ["little", "big"] if np.dtype(name).itemsize > 1 else ["none"]:
        for layout in "CF":
            for shape in SHAPES:
                dtype = np.dtype(name) if order == "none" else np.dtype(name).newbyteorder("<" if order == "little" else ">")
                array = np.array(values(name, shape).astype(dtype), order=layout)
                cases["_".join([name, order, layout, "x".join(map(str, shape))])] = array
write_archive("cases.npz", cases, compressed=True)
write_archive("extremes.npz", {name: extremes(name) for name in DTYPES}, compressed=True)
write_archive("refused.npz", {
    "object": np.array([{}, None], dtype=object),
    "structured": np.zeros(2, dtype=[("x", "<f4"), ("y", "<i8", (2,)), ("z", [("a", "u1")])]),
    "unicode": np.array(["abc"]),
    "bytes": np.array([b"abc"]),
    "longcomplex": np.zeros(2, dtype=np.clongdouble),
    "date": np.zeros(2, dtype="datetime64[ns]"),
    "span": np.zeros(2, dtype="timedelta64[s]"),
    "longdouble": np.zeros(2, dtype=np.longdouble),
    "void": np.zeros(2, dtype="V3"),
    "rank9": np.zeros((1,) * 9),
}, compressed=True, pickled=True)
np.savez_compressed("deflated.npz", weights=np.arange(6, dtype="float32").reshape(2, 3), zeros=np.zeros(1000, dtype="int64"))

for version in [(2, 0), (3, 0)]:
    with open(f"version{version[0]}.npy", "wb") as file:
        np.lib.format.write_array(file, np.arange(6, dtype="int32").reshape(2, 3), version=version)
np.save("plain.npy", np.arange(6, dtype="float64").reshape(2, 3))
np.save("fortran.npy", np.asfortranarray(np.arange(6, dtype="float64").reshape(2, 3)))
np.save("big.npy", np.arange(6, dtype=">f8").reshape(2, 3))
np.save("object.npy", np.array([{}], dtype=object))
