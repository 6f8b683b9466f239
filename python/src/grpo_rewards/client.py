"""`RewardClient`: the one object that users of this package hold."""

from __future__ import annotations

import functools
import itertools
import os
import weakref
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any, Literal, TypeAlias, cast

from grpo_rewards import pickling
from grpo_rewards.arguments import check, integer_group_size, is_count, is_number, module_paths, url_list
from grpo_rewards.batch import PROMPT_COLUMN, Batch, Layout, score_params
from grpo_rewards.columns import column_values
from grpo_rewards.errors import InvalidRequest, RewardError
from grpo_rewards.json_values import JsonValue, to_json_value
from grpo_rewards.open_session import open_session
from grpo_rewards.protocol import Detail, OnScores, RewardInfo, ScoreResult, as_numbers
from grpo_rewards.reward_function import make_reward_function
from grpo_rewards.reward_set import RewardSet
from grpo_rewards.score_stream import ScoreStream
from grpo_rewards.session import Session, SessionSettings
from grpo_rewards.specs import RewardLike, RewardSpec, camel_case_options, parse_specs

OnError: TypeAlias = "Literal['raise', 'none'] | float"

Isolation: TypeAlias = "Literal['thread', 'process']"

TrainerFunction: TypeAlias = Callable[..., Any]
"""A `RewardFunction`, or an `AsyncRewardFunction` where that was asked for."""

# The method `list` hides the built-in type within the class.
_List: TypeAlias = list


class RewardClient:
    """Scores completions with the rewards of a Node server: of its own, of this host, or elsewhere.

    Its own server starts with the first call and ends with `close()`, with the `with` block, or with this process,
    however that ends; each process has one. With `shared`, all processes of this user on this host that ask for the
    same have one server, which the first starts and which ends when the last is gone. With `urls`, servers run already
    (`grpo-rewards serve --http`), and a call goes to the one with the least to do. A client may be used from any thread
    and event loop, after a fork, and pickled into another process.

    Args:
        rewards: files with rewards of your own, served beside the built-in ones: modules (`.ts`, `.js`), and
            configuration files (`.yaml`, `.json`) that give names to compositions.
        command: the server program, without its `serve`, as a list of arguments or one shell-like string, if it is not
            to be searched for: `GRPO_REWARDS_COMMAND`, `node_modules/.bin`, PATH, the checkout around this package.
        urls: where servers are: `["http://host:8000"]`. A request whose server is lost goes to another one, and a
            server that failed is left alone for a while. Scores of more than 64 completions without advantages are
            spread over the servers.
        token: what the servers at `urls` ask for; the environment variable GRPO_REWARDS_TOKEN if None.
        shared: whether to have one server for all processes of this user. Not on Windows.
        isolation: whether the server scores rewards of your own in threads, or in processes of their own: slower to
            start, but ended whatever they do, and with memory that is not the server's.
        timeout: seconds until a call is given up, restarts and retries included.
        item_timeout: seconds that one reward may take for one completion; the server's default if None.
        retries: how often a request is sent again when the server is lost; rewards are pure, so that is safe.
        on_error: `"raise"`, or what a reward function is to return, with a warning, for each completion of a batch that
            could not be scored: a number, or `"none"` for None. Mistakes that every batch would repeat are raised all
            the same.
        none_value: what reward functions return in place of None, for a trainer that cannot carry it.
    """

    def __init__(  # noqa: PLR0913 - settings, by name
        self,
        *,
        rewards: str | os.PathLike[str] | Iterable[str | os.PathLike[str]] = (),
        command: str | Sequence[str] | None = None,
        urls: str | Iterable[str] | None = None,
        token: str | None = None,
        shared: bool = False,
        isolation: Isolation = "thread",
        timeout: float = 300.0,
        item_timeout: float | None = None,
        retries: int = 2,
        on_error: OnError = "raise",
        none_value: float | None = None,
    ) -> None:
        check(
            on_error in ("raise", "none") or is_number(on_error),
            f"on_error is 'raise', 'none' or a finite number, not {on_error!r}",
        )
        check(none_value is None or is_number(none_value), f"none_value is a finite number, not {none_value!r}")
        check(isolation in ("thread", "process"), f"isolation is 'thread' or 'process', not {isolation!r}")
        check(is_number(timeout) and timeout > 0, f"timeout is above 0 s, not {timeout!r}")
        is_time = item_timeout is None or (is_number(item_timeout) and item_timeout > 0)
        check(is_time, f"item_timeout is above 0 s, not {item_timeout!r}")
        check(is_count(retries), f"retries is a whole number, at least 0, not {retries!r}")
        self.on_error = on_error
        self.none_value = none_value
        self._item_timeout = item_timeout
        self._settings = SessionSettings(
            command,
            module_paths(rewards),
            timeout,
            retries,
            shared=shared,
            isolation=isolation,
            urls=url_list(urls),
            token=token,
        )
        self._session = self._open_session()
        self._failures = itertools.count(1)
        pickling.register(self)
        # Also runs at the exit of the interpreter.
        self._finalizer = weakref.finalize(self, self._session.close)

    def __enter__(self) -> RewardClient:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def __repr__(self) -> str:
        return f"<RewardClient, {self._session.description}>"

    def __reduce__(self) -> tuple[Any, ...]:
        return pickling.reduce_to_one(self, functools.partial(RewardClient, **self._keywords()))

    def _open_session(self) -> Session:
        return open_session(self._settings)

    def _keywords(self) -> dict[str, Any]:
        """The arguments that make another client like this one."""
        return {
            "rewards": self._settings.reward_modules,
            "command": self._settings.command,
            "urls": self._settings.urls or None,
            "token": self._settings.token,
            "shared": self._settings.shared,
            "isolation": self._settings.isolation,
            "timeout": self._settings.timeout,
            "item_timeout": self._item_timeout,
            "retries": self._settings.retries,
            "on_error": self.on_error,
            "none_value": self.none_value,
        }

    @property
    def server_pid(self) -> int | None:
        """The process id of the server, or None while none runs on this host or it is not known."""
        return self._session.server_pid

    @property
    def closed(self) -> bool:
        """Whether `close` was called in this process."""
        return not self._finalizer.alive

    def close(self) -> None:
        """Ends the server, or leaves it to others. Closing again does nothing; any other use raises ClientClosed."""
        self._finalizer()

    def rewards(
        self,
        *rewards: RewardLike,
        columns: Mapping[str, str] | None = None,
        group_size: int | None = None,
        asynchronous: bool = False,
    ) -> _List[TrainerFunction]:
        """Reward functions for a trainer, in order. All rewards of one call share one round trip per batch.

        Args:
            rewards: a name; a name with its options: `("cosine_scaled", {"max_length": 1000})`; or a composition:
                `{"gate": ["think_format", "accuracy"], "key": "answer"}`, whose score is its total. The server is
                asked for none of them until the first batch. The functions are called by the name or the `key`.
            columns: the trainer's column to read in place of a reward's one: `{"solution": "answer"}`.
            group_size: completions per group for rewards that compare the completions of a prompt. Without it,
                neighbours with equal prompts are a group.
            asynchronous: whether to make coroutine functions.

        Raises:
            InvalidRequest: an entry of `rewards` is malformed or carries a weight.
        """
        specs = parse_specs(rewards)
        if any(spec.weight is not None for spec in specs):
            raise InvalidRequest(
                "a reward function has no weight; the weights go to the trainer (TRL: GRPOConfig(reward_weights=...))",
                code="bad_reward",
            )
        reward_set = RewardSet(self, specs, Layout(dict(columns or {}), integer_group_size(group_size)))
        return [make_reward_function(reward_set, index, asynchronous=asynchronous) for index in range(len(specs))]

    def reward(
        self,
        reward: RewardLike,
        options: Mapping[str, Any] | None = None,
        *,
        columns: Mapping[str, str] | None = None,
        group_size: int | None = None,
        asynchronous: bool = False,
    ) -> TrainerFunction:
        """One reward function: `reward("accuracy")`, `reward("cosine_scaled", {"max_length": 1000})`; see `rewards`.

        Args:
            reward: as an entry of `rewards`.
            options: of the reward, where that is a name.
            columns: see `rewards`.
            group_size: see `rewards`.
            asynchronous: see `rewards`.

        Raises:
            InvalidRequest: see `rewards`.
        """
        if options:
            check(isinstance(reward, str), f"options go with the name of a reward, not with {reward!r:.200}")
            reward = cast("RewardLike", (reward, options))
        return self.rewards(reward, columns=columns, group_size=group_size, asynchronous=asynchronous)[0]

    def score(
        self,
        rewards: Sequence[RewardLike],
        completions: Sequence[Any],
        *,
        columns: Mapping[str, Sequence[Any]] | None = None,
        groups: Sequence[int | str] | None = None,
        advantages: Mapping[str, Any] | None = None,
    ) -> ScoreResult:
        """Scores, weighted sums and advantages of a batch.

        Args:
            rewards: names, `(name, options)`, `(name, options, weight)`, or compositions such as
                `{"gate": ["think_format", "accuracy"], "key": "answer", "weight": 2.0}`; a weight is 1 if it is left
                out. The scores of a composition's parts come with its own, as `answer.accuracy`.
            completions: texts or lists of messages.
            columns: by name, one value per completion. Of the completions themselves, rewards may read `prompt`,
                `n_tokens`, `token_ids` and `truncated` (whether sampling was cut off).
            groups: an id per completion; neighbours with an equal `prompt` column form a group without it.
            advantages: how to compute them: `{"preset": "trl"}`, `{"estimator": "rloo"}` and further options.

        Raises:
            RewardError: see `grpo_rewards.errors`; `on_error` has no say here.
        """
        batch = _batch(completions, columns, groups)
        return self.score_batch(parse_specs(rewards), batch, Layout({}), advantages=advantages)

    def stream(
        self,
        rewards: Sequence[RewardLike],
        completions: Sequence[Any],
        *,
        columns: Mapping[str, Sequence[Any]] | None = None,
        groups: Sequence[int | str] | None = None,
        advantages: Mapping[str, Any] | None = None,
    ) -> ScoreStream:
        """Scores a batch, and yields the scores as they are known: `for part in client.stream(...)`, or `async for`.

        The whole result is that of `ScoreStream.result()`. The request is sent at once, though nobody may iterate.

        Args:
            rewards: see `score`.
            completions: see `score`.
            columns: see `score`.
            groups: see `score`.
            advantages: see `score`.
        """
        batch = _batch(completions, columns, groups)
        score = functools.partial(self.score_batch, parse_specs(rewards), batch, Layout({}), advantages=advantages)
        return ScoreStream(lambda on_scores: score(on_scores=on_scores))

    def score_batch(
        self,
        specs: Sequence[RewardSpec],
        batch: Batch,
        layout: Layout,
        *,
        advantages: Mapping[str, Any] | None = None,
        detail: Detail | None = None,
        on_scores: OnScores | None = None,
    ) -> ScoreResult:
        """Scores what a trainer passed; the base of `score` and of reward functions, for adapters to trainers."""
        known = self._session.welcome().rewards
        params = score_params(specs, known, batch, layout, grouped=advantages is not None)
        if advantages is not None:
            params["advantages"] = _estimator_options(advantages)
        if detail is not None:
            params["detail"] = detail
        if self._item_timeout is not None:
            params["itemTimeoutMs"] = round(self._item_timeout * 1000)
        if on_scores is not None:
            params["partial"] = True
        return ScoreResult.from_wire(self._session.call("score", params, on_scores))

    def advantages(self, rewards: Sequence[float | None], groups: Sequence[int | str], **options: Any) -> _List[float]:
        """The advantages of completions with these rewards.

        Args:
            rewards: one per completion; None and NaN take no part in the group's baseline.
            groups: the group of each completion.
            options: `estimator`, such as `"grpo"` (the default) or `"rloo"`; `preset`; and what else the estimator
                takes.
        """
        count = len(rewards)
        params = {
            "rewards": to_json_value(column_values(rewards, "rewards", count), "rewards"),
            "groups": to_json_value(column_values(groups, "groups", count), "groups"),
            **_estimator_options(options),
        }
        return as_numbers(self._session.call("advantages", params)["advantages"])

    def failure_notice(self, error: RewardError, count: int) -> str:
        """What to warn of when a batch of `count` completions is not scored because of `error`."""
        # The number keeps Python's warning filter from taking a later failure for a repetition.
        number = next(self._failures)
        given = self.stand_in(failed=True)
        return f"no scores for {count} completions, each gets {given} (failed batch {number} of this client): {error}"

    def stand_in(self, *, failed: bool) -> float | None:
        """What a reward function returns where there is no score: of a batch that `failed`, or of one completion."""
        if failed and not isinstance(self.on_error, str):
            return float(self.on_error)
        return None if self.none_value is None else float(self.none_value)

    def extra_names(self, spec: RewardSpec) -> _List[str]:
        """The names under which the result of `score` has the further values that this reward declares.

        Raises:
            RewardError: the server was never reached, so that it is not known what the trainer's log is to hold.
        """
        known = self._session.welcome().rewards
        return [f"{key}.{name}" for key, leaf in spec.keyed_leaves() for name in known[leaf.name].extra]

    def list(self) -> _List[RewardInfo]:
        """The rewards that the server offers."""
        return [*self._session.welcome().rewards.values()]


def _batch(
    completions: Sequence[Any], columns: Mapping[str, Sequence[Any]] | None, groups: Sequence[int | str] | None
) -> Batch:
    columns = columns or {}
    return Batch(completions, columns.get(PROMPT_COLUMN), None, columns, groups)


def _estimator_options(options: Mapping[str, Any]) -> dict[str, JsonValue]:
    wire: dict[str, JsonValue] = {"estimator": "grpo"}
    wire.update(camel_case_options(options, "the advantage options"))
    return wire
