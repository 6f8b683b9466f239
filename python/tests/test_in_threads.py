"""Work on several items at once."""

from __future__ import annotations

import threading
import time

import pytest

from grpo_rewards.in_threads import in_threads


def test_results_come_in_order() -> None:
    def work(item: int) -> int:
        time.sleep(0.001 * (item % 3))
        return item * item

    assert in_threads(work, range(50), 8) == [item * item for item in range(50)]
    assert in_threads(work, [], 8) == []


def test_so_many_items_are_worked_on_at_once_and_no_more() -> None:
    together = threading.Barrier(3)
    lock = threading.Lock()
    busy = most = 0

    def work(_: int) -> None:
        nonlocal busy, most
        with lock:
            busy += 1
            most = max(most, busy)
        together.wait(100)
        with lock:
            busy -= 1

    in_threads(work, range(9), 3)
    assert most == 3


def test_the_first_error_is_raised_and_ends_the_work() -> None:
    begun = []

    def work(item: int) -> int:
        begun.append(item)
        if item == 3:
            raise ValueError("three")
        return item

    with pytest.raises(ValueError, match="three"):
        in_threads(work, range(1000), 1)
    assert begun == [0, 1, 2, 3]
