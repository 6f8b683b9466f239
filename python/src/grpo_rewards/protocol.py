"""The server's answers as typed values, and its error codes as exceptions."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping, Sized
from dataclasses import dataclass, field
from typing import Any, Literal, TypeAlias

from grpo_rewards._version import __version__
from grpo_rewards.errors import InvalidRequest, RequestCancelled, RewardError, RewardTimeout, ServerError

PROTOCOL_VERSION = 1

FRAME_ENCODINGS = frozenset({"latin1", "utf16le"})
"""What the texts of frames are sent in."""

Detail: TypeAlias = Literal["scores", "summary"]
"""Whether the result of `score` has scores alone, or also `status` and `extra`."""

_ERRORS: dict[int, tuple[type[RewardError], str]] = {
    -32602: (InvalidRequest, "invalid_params"),
    -32001: (InvalidRequest, "unknown_reward"),
    -32002: (InvalidRequest, "bad_options"),
    -32003: (InvalidRequest, "missing_column"),
    -32005: (RewardTimeout, "deadline"),
    -32006: (InvalidRequest, "too_large"),
    -32008: (ServerError, "protocol_version"),
    -32800: (RequestCancelled, "cancelled"),
}


@dataclass(frozen=True, slots=True)
class OptionCondition:
    """Holds where the named option has one of these values."""

    option: str
    values: tuple[Any, ...]


@dataclass(frozen=True, slots=True)
class RewardInfo:
    """What the server tells about one reward.

    Attributes:
        name: what to ask for it by.
        summary: one sentence.
        kind: `rollout` scores each completion by itself, `group` all completions of a prompt together.
        range: the lowest and the highest score with the default options, infinite where there is no bound; None for a
            composition, whose parts decide it.
        columns: columns without which it cannot run.
        optional_columns: columns that it reads where they are there.
        extra: names of the values that it can report beside its scores.
        options: a JSON Schema, with names in camelCase.
        reads_when: by optional column, the condition under which it is read at all, where there is one.
        presets: by name, the options that the option `preset` stands for.
        source: the papers and systems that it comes from.
    """

    name: str
    summary: str
    kind: Literal["rollout", "group"]
    range: tuple[float, float] | None
    columns: tuple[str, ...]
    optional_columns: tuple[str, ...]
    extra: tuple[str, ...]
    options: dict[str, Any]
    reads_when: dict[str, OptionCondition] = field(default_factory=dict)
    presets: dict[str, dict[str, Any]] = field(default_factory=dict)
    source: str = ""

    @classmethod
    def from_wire(cls, wire: dict[str, Any]) -> RewardInfo:
        """Reads an entry of `rewards/list`; one of a user's older module says less."""
        return cls(
            name=wire["name"],
            summary=wire["summary"],
            kind=wire["kind"],
            range=_range_of(wire["range"]),
            columns=tuple(wire["columns"]),
            optional_columns=tuple(wire["optionalColumns"]),
            extra=tuple(wire["extra"]),
            options=wire["options"],
            reads_when={
                column: OptionCondition(condition["option"], tuple(condition["values"]))
                for column, condition in wire.get("readsWhen", {}).items()
            },
            presets=wire.get("presets", {}),
            source=wire.get("source", ""),
        )

    def columns_read(self, options: Mapping[str, Any]) -> list[str]:
        """The columns that it reads with these options, in wire form, where they are there."""
        return [*self.columns, *(column for column in self.optional_columns if self._reads(column, options))]

    def _reads(self, column: str, options: Mapping[str, Any]) -> bool:
        condition = self.reads_when.get(column)
        return condition is None or self._option(condition.option, options) in condition.values

    def _option(self, name: str, options: Mapping[str, Any]) -> Any:
        """What the option comes to: as given, else by the preset, else by default."""
        schema = self.options.get("properties", {}).get(name, {})
        preset = self.presets.get(str(options.get("preset")), {})
        return {name: schema.get("default"), **preset, **options}[name]


@dataclass(frozen=True, slots=True)
class Welcome:
    """What the server answers to `initialize`.

    Attributes:
        max_frame_bytes: the longest request that it reads.
        frames: whether it reads frames as this client writes them.
        rewards: by name.
    """

    max_frame_bytes: int
    frames: bool
    rewards: dict[str, RewardInfo]

    @classmethod
    def from_wire(cls, wire: dict[str, Any]) -> Welcome:
        """Reads the result of `initialize`."""
        infos = [RewardInfo.from_wire(entry) for entry in wire["rewards"]]
        return cls(
            max_frame_bytes=wire["maxFrameBytes"],
            frames={*wire.get("frames", {}).get("encodings", [])} >= FRAME_ENCODINGS,
            rewards={info.name: info for info in infos},
        )


@dataclass(frozen=True, slots=True)
class ScoreResult:
    """The answer to `RewardClient.score`. Lists have one entry per completion, in order.

    Attributes:
        scores: by reward key; None means no opinion.
        rewards: the weighted sums, None where no reward has an opinion; None if neither a weight nor advantages were
            asked for.
        advantages: relative to the completion's group; None if not asked for.
        status: by reward key and completion index, why a score is what it is: `<fault>:<reason>`.
        extra: by `<key>.<name>`, further values that the rewards report.
        metrics: by `<key>.<name>`, counts over the batch, among them `nulls` and `timeouts`.
        timing: durations on the server, in milliseconds.
    """

    scores: dict[str, list[float | None]]
    rewards: list[float | None] | None
    advantages: list[float] | None
    status: dict[str, dict[int, str]]
    extra: dict[str, list[Any]]
    metrics: dict[str, float]
    timing: dict[str, float]

    @classmethod
    def from_wire(cls, wire: dict[str, Any]) -> ScoreResult:
        """Reads the result of `score`."""
        status = wire.get("status", {})
        rewards, advantages = wire.get("rewards"), wire.get("advantages")
        return cls(
            scores={key: as_scores(values) for key, values in wire["scores"].items()},
            rewards=None if rewards is None else as_scores(rewards),
            advantages=None if advantages is None else as_numbers(advantages),
            status={key: {int(row): text for row, text in rows.items()} for key, rows in status.items()},
            extra=wire.get("extra", {}),
            metrics=wire.get("metrics", {}),
            timing=wire.get("timing", {}),
        )


@dataclass(frozen=True, slots=True)
class PartialScores:
    """Scores of one reward that are known before the rest.

    Attributes:
        reward: its key, as in `ScoreResult.scores`.
        rows: the completions that have been scored.
        scores: one for each of them; None means no opinion.
    """

    reward: str
    rows: tuple[int, ...]
    scores: tuple[float | None, ...]

    @classmethod
    def from_wire(cls, wire: Mapping[str, Any]) -> PartialScores:
        """Reads the params of `score/partial`."""
        return cls(wire["reward"], tuple(wire["rows"]), tuple(as_scores(wire["scores"])))


OnScores: TypeAlias = Callable[[PartialScores], None]
"""Hears of scores before the result. A score may be told more than once; it is the same then."""


def request_message(request_id: int, method: str, params: dict[str, Any]) -> dict[str, Any]:
    """A JSON-RPC request."""
    return {"jsonrpc": "2.0", "id": request_id, "method": method, "params": params}


def initialize_params() -> dict[str, Any]:
    """What this client says about itself."""
    return {"protocol": PROTOCOL_VERSION, "client": {"name": "grpo-rewards-python", "version": __version__}}


def check_size(message: Sized, limit: int) -> None:
    """Raises InvalidRequest if an encoded request is longer than the server reads."""
    if len(message) > limit:
        raise InvalidRequest(
            f"the request takes {len(message)} bytes and the server reads at most {limit}: "
            "score fewer completions per call",
            code="too_large",
        )


def _range_of(wire: list[float | None] | None) -> tuple[float, float] | None:
    if wire is None:
        return None
    low, high = wire
    return -math.inf if low is None else float(low), math.inf if high is None else float(high)


def as_scores(values: list[Any]) -> list[float | None]:
    """Numbers as floats, which JSON does not tell from integers; None stays."""
    return [None if value is None else float(value) for value in values]


def as_numbers(values: list[Any]) -> list[float]:
    """Numbers as floats."""
    return [float(value) for value in values]


def error_from_wire(error: dict[str, Any]) -> RewardError:
    """The exception for a JSON-RPC error object."""
    kind, default_code = _ERRORS.get(error["code"], (ServerError, "server_error"))
    data = error.get("data") or {}
    return kind(error["message"], code=data.get("code", default_code), data=data)
