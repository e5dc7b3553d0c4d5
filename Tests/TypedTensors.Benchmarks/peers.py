"""Times statements of NumPy and PyTorch on request, one line of JSON in, one out. Driven by PythonPeer.cs."""

import ctypes
import json
import os
import sys
import time

import numpy
import torch

prepared = {}


def loaded_blas():
    """OpenBLAS as NumPy and PyTorch loaded it, whose number of threads neither of them can say; None if they have another."""
    if not os.path.exists("/proc/self/maps"):
        return None
    with open("/proc/self/maps", encoding="utf-8") as maps:
        paths = {line.split()[-1] for line in maps if "libopenblas" in line}
    return ctypes.CDLL(paths.pop()) if paths else None


blas = loaded_blas()

for line in sys.stdin:
    request = json.loads(line)
    if "setup" in request:
        scope = {"np": numpy, "torch": torch}
        exec(request["setup"], scope)
        code = compile("for _ in range(repetitions):\n    " + request["statement"], request["name"], "exec")
        prepared[request["name"]] = (scope, code)
        answer = {"versions": f"NumPy {numpy.__version__}, PyTorch {torch.__version__}"}
    else:
        torch.set_num_threads(request["threads"])
        if blas is not None:
            blas.openblas_set_num_threads(request["threads"])
        scope, code = prepared[request["name"]]
        scope["repetitions"] = request["repetitions"]
        start = time.perf_counter()
        exec(code, scope)
        answer = {"seconds": (time.perf_counter() - start) / request["repetitions"]}
    print(json.dumps(answer), flush=True)
