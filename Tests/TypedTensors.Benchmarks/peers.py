"""Times statements of NumPy and PyTorch on request, one line of JSON in, one out. Driven by PythonPeer.cs."""

import json
import sys
import time

import numpy
import torch

prepared = {}

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
        scope, code = prepared[request["name"]]
        scope["repetitions"] = request["repetitions"]
        start = time.perf_counter()
        exec(code, scope)
        answer = {"seconds": (time.perf_counter() - start) / request["repetitions"]}
    print(json.dumps(answer), flush=True)
