"""How a caller writes rewards, and what of it goes on the wire."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, TypeAlias

from grpo_rewards.errors import InvalidRequest
from grpo_rewards.json_values import JsonValue, to_json_value

RewardLike: TypeAlias = "str | tuple[str, Mapping[str, Any]] | tuple[str, Mapping[str, Any], float] | Mapping[str, Any]"
"""A reward's name, alone or with its options, or with its options and its weight; or a mapping.

The mapping is `{"name": ...}` with `options`, `key` and `weight` where they are wanted, or a composition:
`{"gate": ["think_format", "accuracy"]}`, one of `COMBINATORS` with its part or the list of its parts, each of them a
`RewardLike`, and with the combinator's own options, `key` and `weight` beside it.
"""

COMBINATORS = frozenset(
    {"clamp", "fallback", "gate", "metric_only", "per_turn", "required", "rescale", "weighted_sum"},
)
"""The names by which rewards are composed; the server says what each takes."""

_LEAF_KEYS = frozenset({"name", "options", "key", "weight"})


@dataclass(frozen=True, slots=True)
class Leaf:
    """A reward by name, alone or inside a composition.

    Attributes:
        name: what the server calls it.
        options: in wire form.
    """

    name: str
    options: Mapping[str, JsonValue]


@dataclass(frozen=True, slots=True)
class RewardSpec:
    """One reward of a request, by itself or composed.

    Attributes:
        key: names its scores; unique in the request.
        wire: the entry in a request's `rewards`.
    """

    key: str
    wire: Mapping[str, Any]

    @property
    def weight(self) -> float | None:
        """In the weighted sum of the request; None if the caller gave none."""
        weight: float | None = self.wire.get("weight")
        return weight

    def leaves(self) -> Iterator[Leaf]:
        """The rewards by name that it consists of."""
        return (leaf for _, leaf in _leaves(self.wire))

    def keyed_leaves(self) -> Iterator[tuple[str, Leaf]]:
        """The same, each with the key of its scores in a result."""
        for key, leaf in _leaves(self.wire):
            yield (self.key if "name" in self.wire else f"{self.key}.{key}"), leaf


def parse_specs(rewards: Sequence[RewardLike]) -> tuple[RewardSpec, ...]:
    """The rewards in order, each with a key: the one that it asks for, else the name of the reward or combinator.

    A second one of the same name gets the key `<name>_2`, and so on.

    Raises:
        InvalidRequest: there is none, one is not a `RewardLike`, or two ask for the same key.
    """
    if isinstance(rewards, (str, Mapping)) or not rewards:
        raise _bad('name at least one reward in a list, for example ["accuracy"]')
    entries = [_to_wire(reward, f"rewards[{index}]") for index, reward in enumerate(rewards)]
    return tuple(RewardSpec(key, {**entry, "key": key}) for key, entry in zip(_keys(entries), entries, strict=True))


def camel_case_options(options: Mapping[str, Any], where: str) -> dict[str, JsonValue]:
    """`options` in JSON types with the names at the top level as the server spells them: `max_length` -> `maxLength`.

    Raises:
        InvalidRequest: a value has no JSON form, a name is no text, or two names mean the same option.
    """
    wire: dict[str, JsonValue] = {}
    for name, value in options.items():
        if not isinstance(name, str):
            raise InvalidRequest(f"{where} hold {name!r:.200}, which is no name of an option", code="bad_options")
        camel = re.sub(r"(?<=[a-z0-9])_([a-z0-9])", lambda match: match[1].upper(), name)
        if camel in wire:
            raise InvalidRequest(f"{where} hold {camel!r} twice, once as {name!r}", code="bad_options")
        wire[camel] = to_json_value(value, f"{where}: {name!r}")
    return wire


def _to_wire(reward: RewardLike, place: str) -> dict[str, Any]:
    match reward:
        case str():
            return {"name": reward}
        case (str() as name, Mapping() as options):
            return _leaf_to_wire({"name": name, "options": options}, place)
        case (str() as name, Mapping() as options, weight):
            return _leaf_to_wire({"name": name, "options": options, "weight": weight}, place)
        case Mapping() if "name" in reward:
            return _leaf_to_wire(reward, place)
        case Mapping():
            return _composition_to_wire(reward, place)
    raise _bad(
        f"{place} is {reward!r:.200}, which is no reward: give its name, (name, options), (name, options, weight), "
        '{"name": ...} or a composition such as {"gate": ["think_format", "accuracy"]}'
    )


def _leaf_to_wire(leaf: Mapping[str, Any], place: str) -> dict[str, Any]:
    name, options = leaf["name"], leaf.get("options", {})
    for key in leaf:
        if key not in _LEAF_KEYS:
            raise _bad(f"{place} has {key!r:.200} beside its name; what the reward takes goes under 'options'")
    if not isinstance(name, str):
        raise _bad(f"{place} has the name {name!r:.200}; expected the name of a reward")
    if not isinstance(options, Mapping):
        raise _bad(f"{place} has the options {options!r:.200}; expected a mapping")
    wire: dict[str, Any] = {"name": name, **_key_and_weight(leaf, place)}
    if options:
        wire["options"] = camel_case_options(options, f"{place}: the options of {name!r}")
    return wire


def _composition_to_wire(composition: Mapping[str, Any], place: str) -> dict[str, Any]:
    names = [key for key in composition if key in COMBINATORS]
    if len(names) != 1:
        raise _bad(
            f"{place} has {' and '.join(names) or 'none'} of {', '.join(sorted(COMBINATORS))}: a reward as a mapping "
            f'has "name", or exactly one of these; this is {composition!r:.200}'
        )
    [name] = names
    place = f"{place}.{name}"
    own = {key: value for key, value in composition.items() if key not in {name, "key", "weight"}}
    value = composition[name]
    parts = (
        [_to_wire(part, f"{place}[{index}]") for index, part in enumerate(value)]
        if isinstance(value, list)
        else _to_wire(value, place)
    )
    return {name: parts, **camel_case_options(own, f"{place}: the options"), **_key_and_weight(composition, place)}


def _key_and_weight(reward: Mapping[str, Any], place: str) -> dict[str, Any]:
    wire: dict[str, Any] = {}
    key, weight = reward.get("key"), reward.get("weight")
    if key is not None:
        if not isinstance(key, str) or not key:
            raise _bad(f"{place} has the key {key!r:.200}; expected a text")
        wire["key"] = key
    if weight is not None:
        if not isinstance(weight, (int, float)) or not math.isfinite(weight):
            raise _bad(f"{place} has the weight {weight!r:.200}; expected a finite number")
        wire["weight"] = float(weight)
    return wire


def _leaves(wire: Mapping[str, Any]) -> Iterator[tuple[str, Leaf]]:
    if "name" in wire:
        yield wire.get("key", wire["name"]), Leaf(wire["name"], wire.get("options", {}))
        return
    parts = wire[_default_key(wire)]
    for part in parts if isinstance(parts, list) else [parts]:
        yield from _leaves(part)


def _keys(entries: Sequence[Mapping[str, Any]]) -> list[str]:
    asked = [entry["key"] for entry in entries if "key" in entry]
    if len(set(asked)) < len(asked):
        raise _bad(f"two rewards ask for the same key; each needs its own: {', '.join(asked)}")
    seen = set(asked)
    taken = {*asked, *map(_default_key, entries)}
    keys = []
    for entry in entries:
        name = _default_key(entry)
        key = entry.get("key") or (_free_key(name, taken) if name in seen else name)
        seen.add(key)
        taken.add(key)
        keys.append(key)
    return keys


def _default_key(wire: Mapping[str, Any]) -> str:
    """The name of the reward, or of the combinator."""
    name: str = wire["name"] if "name" in wire else next(key for key in wire if key in COMBINATORS)
    return name


def _free_key(name: str, taken: set[str]) -> str:
    number = 2
    while f"{name}_{number}" in taken:
        number += 1
    return f"{name}_{number}"


def _bad(problem: str) -> InvalidRequest:
    return InvalidRequest(problem, code="bad_reward")
