"""Rewards that are on no package registry, made anew from what they are known to do; nothing of theirs is copied.

open-r1 at 1416fa0: `format_reward` and `tag_count_reward` of src/open_r1/rewards.py.
TinyZero at 95df88f: `compute_score` of verl/utils/reward_score/countdown.py.
"""

import re

BLOCKS = re.compile(r"^<think>\n.*?\n</think>\n<answer>\n.*?\n</answer>$", re.DOTALL | re.MULTILINE)
TAGS = ("<think>\n", "\n</think>\n", "\n<answer>\n", "\n</answer>")

ASSISTANT = re.compile(r"Assistant:|<\|im_start\|>assistant")
ANSWER = re.compile(r"<answer>(.*?)</answer>")
LEGAL = re.compile(r"[\d+\-*/().\s]+")


def open_r1_format(completions, **kwargs):
    """1 for the template at the start of a conversation's first message; a line end may stand in for its end."""
    return [float(BLOCKS.match(completion[0]["content"]) is not None) for completion in completions]


def open_r1_tag_count(completions, **kwargs):
    """A quarter for each tag, with its line breaks, that is there once, wherever it stands."""
    return [sum(0.25 for tag in TAGS if completion[0]["content"].count(tag) == 1) for completion in completions]


def tinyzero_countdown(solution_str, ground_truth):
    """1 for what evaluates to the target, 0.1 for any other answer; in the last line of what the assistant says."""
    spoken = ASSISTANT.split(solution_str, maxsplit=1)
    answers = ANSWER.findall(spoken[1].split("\n")[-1]) if len(spoken) == 2 else []
    if not answers:
        return 0
    expression = answers[-1].strip()
    if sorted(map(int, re.findall(r"\d+", expression))) != sorted(ground_truth["numbers"]):
        return 0.1
    if LEGAL.fullmatch(expression) is None:
        return 0.1
    try:
        value = eval(expression, {"__builtins__": {}})
    except Exception:
        return 0.1
    return 1.0 if abs(value - ground_truth["target"]) < 1e-5 else 0.1
