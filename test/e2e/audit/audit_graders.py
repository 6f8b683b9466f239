"""Audits released graders by the stock command, and looks for what is known of them in the reports."""

import json
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
MAIN = HERE.parents[2] / "dist" / "cli" / "main.js"
GRADERS = HERE / "graders.py"
RECREATED = HERE / "recreated.py"


def trl_file():
    site = next(Path(path) for path in sys.path if path.endswith("site-packages"))
    return site / "trl" / "rewards" / "format_rewards.py"


def audit(target, *flags):
    command = ["node", str(MAIN), "audit", target, "--python", sys.executable, "--format", "json", *flags]
    ran = subprocess.run(command, capture_output=True, text=True)
    if ran.returncode != 1:
        raise SystemExit(f"{' '.join(command)} ended with {ran.returncode}: {ran.stderr}")
    return json.loads(ran.stdout)["findings"]


MATH_VERIFY = (
    f"python:{GRADERS}:math_verify",
    "--kinds", "symbolic", "--policy", "reference=dollars", "--policy", "extraction=boxed",
    "--timeout", "2000", "--cases", "600", "--shrink", "20",
)
FORMAT = ("--kind", "format", "--range", "0,1")
THINK_FORMAT = (
    f"python:{trl_file()}:think_format_reward", *FORMAT,
    "--trait", r"template=<think>{thought}</think>\n{answer}", "--trait", "filled=thought",
    "--trait", "around=accept", "--trait", "repeatable=</think>",
)
OPEN_R1_FORMAT = (f"python:{RECREATED}:open_r1_format", *FORMAT)
OPEN_R1_TAGS = (
    f"python:{RECREATED}:open_r1_tag_count", *FORMAT,
    "--trait", r"template=<think>\n{thought}\n</think>\n\n<answer>\n{answer}\n</answer>",
    "--trait", r'tags=["<think>\n", "\n</think>\n", "\n<answer>\n", "\n</answer>"]',
)
COUNTDOWN = (
    f"python:{RECREATED}:tinyzero_countdown", "--kind", "countdown", "--range", "0,1",
    "--trait", "template=Assistant: <answer>{answer}</answer>", "--timeout", "2000",
)
GYM = (
    f"python:{GRADERS}:reasoning_gym",
    "--kinds", "integer", "--policy", "extraction=bare", "--policy", "threshold=0.1", "--policy", "reference=bare",
)

# What is known, the audit that shows it, and how the finding looks.
KNOWN = [
    (
        "Math-Verify rejects 0 + x for x",
        MATH_VERIFY,
        lambda f: f["type"] == "falseNegative" and f["gold"] == "$x$" and f["completion"] == r"\boxed{0+x}",
    ),
    (
        "Math-Verify accepts 1/2^55 for 1/2^54",
        MATH_VERIFY,
        lambda f: f["type"] == "falsePositive" and "2^{54}" in f["gold"] and "2^{55}" in f["completion"],
    ),
    (
        "Math-Verify accepts 3=2 for 2",
        MATH_VERIFY,
        lambda f: f["type"] == "falsePositive" and f["gold"] == "$2$" and "3=2" in f["completion"],
    ),
    (
        "TRL's think_format_reward pays an empty template",
        THINK_FORMAT,
        lambda f: f["law"] == "F6" and f["type"] == "exploit" and f["completion"] == "<think></think>\n",
    ),
    (
        "open-r1's format reward pays an empty template",
        OPEN_R1_FORMAT,
        lambda f: f["law"] == "F6" and f["completion"] == "<think>\n\n</think>\n<answer>\n\n</answer>",
    ),
    (
        "open-r1's format reward pays for text behind the template",
        OPEN_R1_FORMAT,
        lambda f: f["law"] == "F7" and f["type"] == "exploit" and f["title"] == "behind",
    ),
    (
        "open-r1's format reward pays for a template within a template",
        OPEN_R1_FORMAT,
        lambda f: f["law"] == "F5" and f["type"] == "exploit" and f["title"] == "in the answer",
    ),
    (
        "open-r1's tag count pays an empty template",
        OPEN_R1_TAGS,
        lambda f: f["law"] == "F6" and f["type"] == "exploit",
    ),
    (
        "open-r1's tag count pays tags in another order in full",
        OPEN_R1_TAGS,
        lambda f: f["law"] == "F4" and f["type"] == "exploit" and f["actual"] == "1",
    ),
    (
        "TinyZero's countdown takes 2**3 for a solution",
        COUNTDOWN,
        lambda f: f["law"] == "T3" and f["type"] == "exploit" and "2**3" in f["completion"],
    ),
    (
        "TinyZero's countdown takes 7//2 for a solution",
        COUNTDOWN,
        lambda f: f["law"] == "T3" and f["type"] == "exploit" and "7//2" in f["completion"],
    ),
    (
        "TinyZero's countdown hangs at 9**9**9**9",
        COUNTDOWN,
        lambda f: f["law"] == "T5" and f["type"] == "hang" and "9**9**9**9" in f["completion"],
    ),
    (
        "reasoning-gym's default scorer pays texts that hold the answer",
        GYM,
        lambda f: f["law"] == "L21" and f["type"] == "falsePositive",
    ),
]


def main():
    reports = {}
    failed = 0
    for title, arguments, is_known in KNOWN:
        if arguments not in reports:
            reports[arguments] = audit(*arguments)
        shown = next(filter(is_known, reports[arguments]), None)
        failed += shown is None
        case = "" if shown is None else f": {shown['completion']!r} for {shown['gold']!r}"
        print(f"{'ok  ' if shown else 'FAIL'} {title}{case}", flush=True)
    print(f"{len(KNOWN) - failed} passed, {failed} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
