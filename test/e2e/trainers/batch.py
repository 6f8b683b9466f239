"""The batch that all trainers are given, and what the reward `accuracy` makes of it."""

COMPLETIONS = [
    "The answer is \\boxed{4}.",
    "\\boxed{5}",
    "So x = \\boxed{\\frac{1}{2}}",
    "I do not know.",
    "\\boxed{7}",
]
REFERENCES = ["4", "4", "0.5", "1", None]

SCORES = [1.0, 0.0, 1.0, 0.0, None]
"""None: without a reference there is no opinion."""

ZERO_FOR_NONE = [score or 0.0 for score in SCORES]
