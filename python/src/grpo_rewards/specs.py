"""How a caller names rewards, and what of it goes on the wire."""

from __future__ import annotations

import math
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, TypeAlias

from grpo_rewards.errors import InvalidRequest
from grpo_rewards.json_values import JsonValue, to_json_value

RewardLike: TypeAlias = "str | tuple[str, Mapping[str, Any]] | tuple[str, Mapping[str, Any], float]"
"""A reward's name, alone or with its options, or with its options and its weight."""


@dataclass(frozen=True, slots=True)
class RewardSpec:
    """One reward of a request.

    Attributes:
        name: what the server calls it.
        key: names its scores; unique in the request.
        options: in wire form.
        weight: in the weighted sum; None if the caller gave none.
    """

    name: str
    key: str
    options: dict[str, JsonValue]
    weight: float | None

    def to_wire(self) -> dict[str, Any]:
        """The entry in a request's `rewards`."""
        wire: dict[str, Any] = {"name": self.name, "key": self.key}
        if self.options:
            wire["options"] = self.options
        if self.weight is not None:
            wire["weight"] = self.weight
        return wire


def parse_specs(rewards: Sequence[RewardLike]) -> tuple[RewardSpec, ...]:
    """The rewards in order. One that is asked for again gets the key `<name>_2`, and so on.

    Raises:
        InvalidRequest: there is none, or one is not a `RewardLike`.
    """
    if isinstance(rewards, str) or not rewards:
        raise InvalidRequest('name at least one reward, for example ["accuracy"]', code="bad_reward")
    parts = [_split(reward) for reward in rewards]
    taken = {name for name, _, _ in parts}
    seen: set[str] = set()
    specs = []
    for name, options, weight in parts:
        key = name if name not in seen else _free_key(name, taken)
        seen.add(name)
        taken.add(key)
        specs.append(RewardSpec(name, key, camel_case_options(options, f"the options of {name!r}"), weight))
    return tuple(specs)


def camel_case_options(options: Mapping[str, Any], where: str) -> dict[str, JsonValue]:
    """`options` in JSON types with the names at the top level as the server spells them: `max_length` -> `maxLength`.

    Raises:
        InvalidRequest: a value has no JSON form, or two names mean the same option.
    """
    wire: dict[str, JsonValue] = {}
    for name, value in options.items():
        camel = re.sub(r"(?<=[a-z0-9])_([a-z0-9])", lambda match: match[1].upper(), name)
        if camel in wire:
            raise InvalidRequest(f"{where} hold {camel!r} twice, once as {name!r}", code="bad_options")
        wire[camel] = to_json_value(value, f"{where}: {name!r}")
    return wire


def _split(reward: RewardLike) -> tuple[str, Mapping[str, Any], float | None]:
    match reward:
        case str():
            return reward, {}, None
        case (str() as name, Mapping() as options):
            return name, options, None
        case (str() as name, Mapping() as options, int() | float() as weight) if math.isfinite(weight):
            return name, options, float(weight)
    raise InvalidRequest(
        f"{reward!r:.200} is no reward: give its name, (name, options) or (name, options, weight)", code="bad_reward"
    )


def _free_key(name: str, taken: set[str]) -> str:
    number = 2
    while f"{name}_{number}" in taken:
        number += 1
    return f"{name}_{number}"
