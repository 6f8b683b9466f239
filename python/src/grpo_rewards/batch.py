"""From what a trainer passes to a reward function to the parameters of the `score` request."""

from __future__ import annotations

import contextlib
import difflib
import itertools
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from grpo_rewards.columns import Convert, PackedColumn, column_values, is_column, pack_column
from grpo_rewards.errors import InvalidRequest
from grpo_rewards.json_values import JsonValue, to_json_value
from grpo_rewards.messages import slim_completion, slim_conversation
from grpo_rewards.protocol import RewardInfo
from grpo_rewards.specs import Leaf, RewardSpec
from grpo_rewards.token_columns import token_count, token_list

PROMPT_COLUMN = "prompt"
LENGTH_COLUMN = "n_tokens"
TOKENS_COLUMN = "token_ids"
ANY_COLUMN = "*"
"""Among the columns of a reward: it reads whatever there is."""

_OF_TOKENS: Mapping[str, Convert] = {LENGTH_COLUMN: token_count, TOKENS_COLUMN: token_list}
_CONVERT: Mapping[str, Convert] = {PROMPT_COLUMN: slim_conversation, TOKENS_COLUMN: token_list}


@dataclass(frozen=True, slots=True)
class Batch:
    """One call of a trainer. Every series has one entry per completion.

    Attributes:
        completions: texts or lists of messages.
        prompts: texts or lists of messages; None if the trainer passes none.
        completion_ids: the completions' tokens; None if the trainer passes none.
        columns: whatever else it passes, by name; series and other objects alike.
        groups: an id per completion, if the caller knows the groups.
    """

    completions: Sequence[Any]
    prompts: Sequence[Any] | None
    completion_ids: Sequence[Any] | None
    columns: Mapping[str, Any]
    groups: Sequence[Any] | None = None

    def series_names(self) -> list[str]:
        """The names under which the trainer passes one value per completion, sorted."""
        return sorted(name for name, values in self.columns.items() if is_column(values))


@dataclass(frozen=True, slots=True)
class Layout:
    """How a trainer's batches are to be read.

    Attributes:
        sources: by a reward's column, the trainer's column to take instead.
        group_size: completions per group, or None to tell groups by their prompts.
    """

    sources: Mapping[str, str]
    group_size: int | None = None


def completion_count(completions: Any) -> int:
    """How many completions there are.

    Raises:
        InvalidRequest: they are no list, but text, a generator or the like.
    """
    if is_column(completions):
        # An array without dimensions has the method for a length, but no length.
        with contextlib.suppress(TypeError):
            return len(completions)
    raise InvalidRequest(
        f"completions is a {type(completions).__name__}; pass a list with the text or the messages of each completion",
        code="bad_column",
    )


def score_params(
    specs: Sequence[RewardSpec], known: Mapping[str, RewardInfo], batch: Batch, layout: Layout, *, grouped: bool = False
) -> dict[str, Any]:
    """The parameters of `score` for `batch`: only the columns that the rewards read, and the groups.

    The groups are left out if they are not given, no reward needs them and `grouped` does not ask for them.

    Raises:
        InvalidRequest: something that a reward needs is missing or malformed.
    """
    leaves = [leaf for spec in specs for leaf in spec.leaves()]
    if any(leaf.name not in known for leaf in leaves):
        # The server refuses it, and tells what may be meant: it knows the names that rewards have in other systems.
        return {"rewards": [spec.wire for spec in specs], "completions": []}
    infos = [known[leaf.name] for leaf in leaves]
    _check_sources(layout.sources, infos)
    completions = column_values(batch.completions, "completions", completion_count(batch.completions))
    params: dict[str, Any] = {
        "rewards": [spec.wire for spec in specs],
        "completions": [
            text if type(text) is str else slim_completion(text, f"completions, row {row}")
            for row, text in enumerate(completions)
        ],
    }
    columns = _packed_columns(zip(leaves, infos, strict=True), batch, layout)
    if columns:
        params["columns"] = columns
    if grouped or batch.groups is not None or any(info.kind == "group" for info in infos):
        params["groups"] = group_ids(batch, layout.group_size)
    return params


def group_ids(batch: Batch, group_size: int | None) -> list[JsonValue]:
    """For each completion its group: as given, else `group_size` neighbours, else neighbours with equal prompts.

    Raises:
        InvalidRequest: the completions cannot be split into groups of that size, or there are no prompts either.
    """
    count = len(batch.completions)
    if batch.groups is not None:
        return [to_json_value(group, "groups") for group in column_values(batch.groups, "groups", count)]
    if group_size is not None:
        if count % group_size:
            raise InvalidRequest(
                f"{count} completions cannot be split into groups of group_size={group_size}", code="missing_groups"
            )
        return [row // group_size for row in range(count)]
    if batch.prompts is None:
        raise InvalidRequest(
            "what compares the completions of one prompt needs to know the groups: pass the prompts, or say it with "
            "groups= in a call of score, with group_size= (the trainer's num_generations) for a reward function",
            code="missing_groups",
        )
    prompts = column_values(batch.prompts, "prompts", count)
    texts = [slim_conversation(prompt, f"prompts, row {row}") for row, prompt in enumerate(prompts)]
    starts = (int(text != before) for before, text in itertools.pairwise(texts))
    return list(itertools.accumulate(starts, initial=0))


def _check_sources(sources: Mapping[str, str], infos: Sequence[RewardInfo]) -> None:
    readable = {column for info in infos for column in (*info.columns, *info.optional_columns)}
    if ANY_COLUMN in readable:
        return
    for column in sources:
        if column not in readable:
            raise InvalidRequest(
                f"columns= maps {column!r}, which none of the rewards {', '.join(info.name for info in infos)} reads. "
                f"They read: {', '.join(sorted(readable)) or 'nothing'}",
                code="bad_column",
            )


def _packed_columns(
    rewards: Iterable[tuple[Leaf, RewardInfo]], batch: Batch, layout: Layout
) -> dict[str, PackedColumn]:
    packed: dict[str, PackedColumn] = {}
    for leaf, info in rewards:
        columns = info.columns_read(leaf.options)
        for column in _with_any(columns, leaf, batch, layout):
            if column in packed:
                continue
            values = _find_column(column, batch, layout)
            if values is not None:
                packed[column] = values
            elif column in info.columns or column in layout.sources:
                raise _missing_column(column, info, batch, layout)
    return packed


def _with_any(columns: Sequence[str], leaf: Leaf, batch: Batch, layout: Layout) -> list[str]:
    """The columns, with those that the reward's option `columns` names, or all that can cross, in the place of any."""
    named = [column for column in columns if column != ANY_COLUMN]
    if len(named) == len(columns):
        return named
    asked = leaf.options.get("columns")
    there = [name for name in batch.series_names() if _has_json_form(batch.columns[name])]
    return [*named, *(asked if isinstance(asked, list) else [*layout.sources, *there])]


def _has_json_form(values: Any) -> bool:
    try:
        to_json_value(values, "the column")
    except InvalidRequest:
        return False
    return True


def _find_column(column: str, batch: Batch, layout: Layout) -> PackedColumn | None:
    count = len(batch.completions)
    source = layout.sources.get(column, column)
    values = batch.columns.get(source)
    if source == column == PROMPT_COLUMN and batch.prompts is not None:
        values = batch.prompts
    if source == column and column in _OF_TOKENS and batch.completion_ids is not None:
        ids = column_values(batch.completion_ids, "completion_ids", count)
        return pack_column(ids, "completion_ids", _OF_TOKENS[column])
    if values is None:
        return None
    name = f"the column {source!r}"
    return pack_column(column_values(values, name, count), name, _CONVERT.get(column, to_json_value))


def _missing_column(column: str, info: RewardInfo, batch: Batch, layout: Layout) -> InvalidRequest:
    there = batch.series_names()
    if column in layout.sources:
        return InvalidRequest(
            f"columns={{{column!r}: {layout.sources[column]!r}}} names a column that the batch does not have. "
            f"Columns there: {', '.join(there) or 'none'}",
            code="missing_column",
        )
    close = difflib.get_close_matches(column, there, n=1) or there[:1] or ["..."]
    advice = f"if the data set calls it by another name, say so with columns={{{column!r}: {close[0]!r}}}"
    if column in _OF_TOKENS:
        advice = f"pass completion_ids, from which it is made, or {advice}"
    return InvalidRequest(
        f"the reward {info.name!r} reads the column {column!r}, which the batch does not have. "
        f"Columns there: {', '.join(there) or 'none'}; {advice}",
        code="missing_column",
    )
