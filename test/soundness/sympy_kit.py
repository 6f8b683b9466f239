"""Asks sympy whether answers of the property kit are equal, over the real numbers.

    python sympy_kit.py < pairs.jsonl > judgements.jsonl

A line of input holds `sympy`, the lists of the parts of two answers in sympy's syntax, and `ordered`, whether their
order counts; the line of output at the same place says "equal", "different" or "unclear". Parts are compared by their
values at real points, to 50 digits; points at which one of them is not real say nothing.
"""

import sympy
from mpmath import mp
from sympy_check import DIFFERENT, EQUAL, X, Y, conjunction, read, serve

POINTS = [("0.41", "-1.38"), ("-2.23", "0.87"), ("1.57", "2.69"), ("3.6", "-4.2"), ("-0.31", "0.52"), ("2.2", "1.9")]
# Values that are smaller may be zeros that were not quite reached.
LEAST = mp.mpf(10) ** -30
# So many values have to agree.
ENOUGH = 2


def values(expression):
    function = sympy.lambdify((X, Y), expression, "mpmath")
    for x, y in POINTS:
        try:
            value = mp.mpmathify(function(mp.mpf(x), mp.mpf(y)))
            yield value.real if mp.isfinite(value) and abs(value.imag) <= EQUAL * abs(value) else None
        except (ZeroDivisionError, OverflowError, ValueError):
            yield None


def compare_values(p, q):
    if p is None or q is None:
        return "nothing"
    if p == q:
        return "equal"
    size = max(abs(p), abs(q))
    if size < LEAST:
        return "nothing"
    distance = abs(p - q) / size
    return "equal" if distance <= EQUAL else "different" if distance > DIFFERENT else "nothing"


def compare(a, b):
    compared = list(map(compare_values, values(a), values(b)))
    if "different" in compared:
        return "different"
    return "equal" if compared.count("equal") >= ENOUGH else "unclear"


def find(part, others):
    compared = [compare(part, other) for other in others]
    return "equal" if "equal" in compared else "unclear" if "unclear" in compared else "different"


def judge(pair):
    a, b = ([read(part) for part in parts] for parts in pair["sympy"])
    if not pair["ordered"]:
        return conjunction([*(find(part, b) for part in a), *(find(part, a) for part in b)])
    return conjunction(map(compare, a, b)) if len(a) == len(b) else "different"


if __name__ == "__main__":
    serve(judge)
