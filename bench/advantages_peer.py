"""TRL's group-relative advantages of the same rewards in vectorised NumPy, float64: milliseconds of CPU time per run."""

from __future__ import annotations

import sys
import time

import numpy as np

GROUPS, SIZE, RUNS = map(int, sys.argv[1:])
rewards = np.sin(np.arange(GROUPS * SIZE, dtype=np.float64))


def advantages(flat: np.ndarray) -> np.ndarray:
    groups = flat.reshape(GROUPS, SIZE)
    centered = groups - groups.mean(axis=1, keepdims=True)
    return (centered / (groups.std(axis=1, ddof=1, keepdims=True) + 1e-4)).ravel()


times = []
for _ in range(RUNS):
    start = time.process_time()
    result = advantages(rewards)
    times.append((time.process_time() - start) * 1000)
print(min(times), result[1000])
