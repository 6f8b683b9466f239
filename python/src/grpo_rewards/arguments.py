"""What callers pass to a client, checked and brought into one form."""

from __future__ import annotations

import math
import operator
import os
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from grpo_rewards.errors import InvalidRequest


def check(holds: object, problem: str) -> None:
    """Raises InvalidRequest unless an argument is as it has to be."""
    if not holds:
        raise InvalidRequest(problem, code="bad_argument")


def is_number(value: Any) -> bool:
    """Whether it is a finite number."""
    return isinstance(value, (int, float)) and not isinstance(value, bool) and math.isfinite(value)


def is_count(value: Any) -> bool:
    """Whether it is a whole number, at least 0."""
    return isinstance(value, int) and not isinstance(value, bool) and value >= 0


def url_list(urls: str | Iterable[str] | None) -> tuple[str, ...]:
    """Each URL once, in order."""
    if urls is None:
        return ()
    distinct = tuple(dict.fromkeys([urls] if isinstance(urls, str) else urls))
    check(distinct, "urls is a list of at least one URL, not an empty one")
    return distinct


def integer_group_size(value: Any) -> int | None:
    """Any integer type will do; a plain one goes on."""
    if value is None:
        return None
    try:
        size = operator.index(value)
    except TypeError:
        size = 0
    check(size >= 1, f"group_size is an integer of at least 1, not {value!r}")
    return size


def module_paths(rewards: str | os.PathLike[str] | Iterable[str | os.PathLike[str]]) -> tuple[str, ...]:
    """Absolute paths, because the server may start after a change of the working directory."""
    paths = [rewards] if isinstance(rewards, (str, os.PathLike)) else rewards
    resolved = [Path(path).resolve() for path in paths]
    for path in resolved:
        if not path.is_file():
            raise InvalidRequest(f"there is no reward module {path}", code="no_reward_module")
    return tuple(map(str, resolved))
