"""Objects that hold locks, threads or file descriptors, none of which survive a fork usefully."""

from __future__ import annotations

import os
import weakref
from typing import Protocol


class ForkAware(Protocol):
    """Something that has to start afresh in a forked child."""

    def after_fork_in_child(self) -> None:
        """Called in the child, where only the forking thread exists. Locks may be held by threads that do not."""


_registered: weakref.WeakSet[ForkAware] = weakref.WeakSet()


def register(item: ForkAware) -> None:
    """Has `item.after_fork_in_child()` called in every child forked from now on, as long as `item` lives."""
    _registered.add(item)


def _after_fork_in_child() -> None:
    for item in list(_registered):
        item.after_fork_in_child()


if hasattr(os, "register_at_fork"):
    os.register_at_fork(after_in_child=_after_fork_in_child)
