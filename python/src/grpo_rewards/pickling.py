"""Pickles that become one object per process, however often they are loaded there.

Trainers pickle reward functions one by one, some for every batch. Their copies in another process still belong to one
client with one server, which lasts as long as that process, and still share their round trips.
"""

from __future__ import annotations

import uuid
import weakref
from collections.abc import Callable
from typing import Any, Protocol


class Closable(Protocol):
    """What is pickled in this way."""

    @property
    def closed(self) -> bool:
        """Whether it is of no more use, so that loading its pickle makes a new one."""


_tokens: weakref.WeakKeyDictionary[Closable, str] = weakref.WeakKeyDictionary()
_items: weakref.WeakValueDictionary[str, Closable] = weakref.WeakValueDictionary()
_loaded: dict[str, Closable] = {}


def register(item: Closable) -> None:
    """Has to be called when `item` is made: a child that is forked before it is pickled has to know it, too."""
    _remember(item, uuid.uuid4().hex)


def reduce_to_one(item: Closable, make: Callable[..., Closable], *args: Any) -> tuple[Any, ...]:
    """What `item.__reduce__` returns so that loading gives the process's open copy, or else `make(*args)`."""
    return _load, (_tokens[item], make, args)


def _load(token: str, make: Callable[..., Closable], args: tuple[Any, ...]) -> Closable:
    item = _items.get(token)
    if item is None or item.closed:
        item = make(*args)
        _remember(item, token)
        _loaded[token] = item
    return item


def _remember(item: Closable, token: str) -> None:
    _tokens[item] = token
    _items[token] = item
