"""Asks sympy whether pairs of answers are equal.

    python sympy_check.py < pairs.jsonl > judgements.jsonl

A line of input holds `sympy`, the two answers in sympy's syntax; the line of output at the same place says "equal",
"different" or "unclear". Expressions are compared by their values at points, to 50 digits, and simplified where values
do not tell; collections by their items; inequalities by their solutions.
"""

import json
import signal
import sys
from itertools import zip_longest

import sympy
from mpmath import mp
from sympy.core.relational import Relational
from sympy.parsing.sympy_parser import parse_expr

SECONDS_PER_PAIR = 10
mp.dps = 50
EQUAL, DIFFERENT = mp.mpf(10) ** -35, mp.mpf(10) ** -20

X, Y = sympy.symbols("x y")
NAMES = {"x": X, "y": Y, "i": sympy.I, "pi": sympy.pi}

COMPLEX_POINTS = [("0.41+0.27j", "-1.38+0.61j"), ("-2.23+0.71j", "0.87-1.27j"), ("1.57-0.52j", "2.69+0.23j")]
REAL_POINTS = [("0.41", "-1.38"), ("-2.23", "0.87"), ("1.57", "2.69")]


class OutOfTime(Exception):
    pass


def out_of_time(*_):
    raise OutOfTime


def read(text):
    return parse_expr(text.replace("^", "**"), local_dict=NAMES)


def conjunction(judgements):
    """Equal if all are, different if one is."""
    judgements = list(judgements)
    if "different" in judgements:
        return "different"
    return "unclear" if "unclear" in judgements else "equal"


def values(expression, points):
    function = sympy.lambdify((X, Y), expression, "mpmath")
    return [function(mp.mpmathify(x), mp.mpmathify(y)) for x, y in points]


def compare_values(p, q):
    if not (mp.isfinite(p) and mp.isfinite(q)):
        return "unclear"
    scale = max(1, abs(p), abs(q))
    if abs(p - q) <= EQUAL * scale:
        return "equal"
    return "different" if abs(p - q) > DIFFERENT * scale else "unclear"


def compare_scalars(a, b):
    points = REAL_POINTS if a.has(sympy.Abs) or b.has(sympy.Abs) else COMPLEX_POINTS
    try:
        judgement = conjunction(map(compare_values, values(a, points), values(b, points)))
    except (ZeroDivisionError, OverflowError, ValueError):
        judgement = "unclear"
    if judgement == "unclear" and sympy.simplify(a - b) == 0:
        return "equal"
    return judgement


def compare_in_order(a, b):
    if len(a) != len(b):
        return "different"
    return conjunction(map(compare, a, b))


def find(item, others):
    judgements = [compare(item, other) for other in others]
    if "equal" in judgements:
        return "equal"
    return "unclear" if "unclear" in judgements else "different"


def compare_sets(a, b):
    return conjunction([*(find(item, b) for item in a), *(find(item, a) for item in b)])


def intervals(subset):
    pieces = subset.args if isinstance(subset, sympy.Union) else [subset]
    return sorted(pieces, key=lambda piece: piece.start.evalf())


def compare_ends(a, b):
    if a.is_infinite or b.is_infinite:
        return "equal" if a == b else "different"
    return compare_scalars(a, b)


def compare_unions(a, b):
    judgements = []
    for p, q in zip_longest(intervals(a), intervals(b)):
        if p is None or q is None or (p.left_open, p.right_open) != (q.left_open, q.right_open):
            return "different"
        judgements += [compare_ends(p.start, q.start), compare_ends(p.end, q.end)]
    return conjunction(judgements)


def compare_equations(a, b):
    """The same line: one difference of the sides is a constant multiple of the other."""
    p, q = (sympy.Poly(sympy.expand(each.lhs - each.rhs), X, Y) for each in (a, b))
    crossed = [p.coeff_monomial(m) * q.coeff_monomial(n) for m in (X, Y, 1) for n in (X, Y, 1)]
    turned = [p.coeff_monomial(n) * q.coeff_monomial(m) for m in (X, Y, 1) for n in (X, Y, 1)]
    return "equal" if all(map(compare_exactly, crossed, turned)) else "different"


def compare_exactly(a, b):
    return sympy.simplify(a - b) == 0


def compare_inequalities(a, b):
    """By their solutions. An equation is none: its solutions are a line."""
    if isinstance(a, sympy.Eq) or isinstance(b, sympy.Eq) or a.free_symbols != b.free_symbols:
        return "different"
    return compare(a.as_set(), b.as_set())


def is_region(value):
    return isinstance(value, (sympy.Interval, sympy.Union))


def compare(a, b):
    if isinstance(a, sympy.Matrix) and isinstance(b, sympy.Matrix):
        return "different" if a.shape != b.shape else compare_in_order(list(a), list(b))
    if isinstance(a, sympy.Tuple) and isinstance(b, sympy.Tuple):
        return compare_in_order(a, b)
    if isinstance(a, sympy.FiniteSet) and isinstance(b, sympy.FiniteSet):
        return compare_sets(a, b)
    if is_region(a) and is_region(b):
        return compare_unions(a, b)
    if isinstance(a, sympy.Eq) and isinstance(b, sympy.Eq):
        return compare_equations(a, b)
    if isinstance(a, Relational) and isinstance(b, Relational):
        return compare_inequalities(a, b)
    if isinstance(a, sympy.Expr) and isinstance(b, sympy.Expr):
        return compare_scalars(a, b)
    return "unclear"


def judge(pair):
    return compare(*map(read, pair["sympy"]))


def in_time(judge, pair):
    """What is judged of a pair; "unclear" if that takes long, or sympy cannot do it."""
    signal.alarm(SECONDS_PER_PAIR)
    try:
        return judge(pair)
    except OutOfTime:
        return "unclear"
    except (NotImplementedError, sympy.PolynomialError, TypeError) as error:
        print(f"{type(error).__name__}: {error}: {pair['sympy']}", file=sys.stderr)
        return "unclear"
    finally:
        signal.alarm(0)


def serve(judge):
    """Judges the pairs on standard input."""
    signal.signal(signal.SIGALRM, out_of_time)
    for line in sys.stdin:
        print(json.dumps(in_time(judge, json.loads(line))), flush=True)


if __name__ == "__main__":
    serve(judge)
