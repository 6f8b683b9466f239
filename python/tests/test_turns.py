"""Turns together and alone."""

from __future__ import annotations

import threading
import time

import pytest

from grpo_rewards.turns import Turns


def soon() -> float:
    """A deadline that passes while a test waits for it."""
    return time.monotonic() + 0.05


def late() -> float:
    """A deadline that no test reaches."""
    return time.monotonic() + 60


def go_together_for_ever(turns: Turns) -> None:
    """Takes one turn after the other."""
    while True:
        with turns.together(soon()):
            time.sleep(0.001)


def test_many_go_together() -> None:
    turns = Turns()
    with turns.together(soon()), turns.together(soon()):
        pass


def test_one_alone_waits_for_all_others_and_they_wait_for_it() -> None:
    turns = Turns()
    with turns.together(soon()), pytest.raises(TimeoutError), turns.alone(soon()):
        pass
    with turns.alone(soon()):
        with pytest.raises(TimeoutError), turns.together(soon()):
            pass
        with pytest.raises(TimeoutError), turns.alone(soon()):
            pass
    with turns.together(soon()):
        pass


def test_who_waits_to_be_alone_goes_before_those_who_come_later() -> None:
    turns = Turns()
    order: list[str] = []

    def alone() -> None:
        with turns.alone(late()):
            order.append("alone")

    with turns.together(late()):
        waiting = threading.Thread(target=alone)
        waiting.start()
        with pytest.raises(TimeoutError):
            go_together_for_ever(turns)
    waiting.join()
    with turns.together(late()):
        order.append("together")
    assert order == ["alone", "together"]
