"""The loop of open-r1's code reward: a process per test, by subprocess.run, and a comparison line by line."""

import json
import subprocess
import sys


def evaluate_code(code, test_cases):
    passed = 0
    for stdin, output in test_cases:
        process = subprocess.run(
            [sys.executable, "-c", code], input=stdin, text=True, capture_output=True, timeout=5
        )
        if process.returncode != 0:
            continue
        lines = process.stdout.strip().split("\n")
        if all(a.strip() == b.strip() for a, b in zip(lines, output.strip().split("\n"))):
            passed += 1
    return passed / len(test_cases)


task = json.load(sys.stdin)
scores = [evaluate_code(task["code"], task["tests"]) for _ in range(task["programs"])]
print(sum(scores) / len(scores))
