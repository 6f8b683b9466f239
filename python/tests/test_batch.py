"""From a trainer's arguments to the parameters of `score`."""

from __future__ import annotations

from typing import Any, Literal

import pytest

from grpo_rewards import InvalidRequest, RewardInfo
from grpo_rewards.batch import Batch, Layout, group_ids, score_params
from grpo_rewards.protocol import OptionCondition
from grpo_rewards.specs import RewardLike, parse_specs


def info(
    name: str, *columns: str, optional: tuple[str, ...] = (), kind: Literal["rollout", "group"] = "rollout"
) -> RewardInfo:
    """What a server would tell about a reward."""
    return RewardInfo(name, "", kind, (0, 1), columns, optional, (), {})


KNOWN = {
    entry.name: entry
    for entry in (
        info("plain"),
        info("match", "solution"),
        info("counted", "n_tokens"),
        info("cosine", "solution", optional=("n_tokens",)),
        info("prompted", "prompt"),
        info("cut", optional=("truncated",)),
        info("tokens", "token_ids"),
        info("grouped", kind="group"),
        info("anything", optional=("prompt", "*")),
        RewardInfo(
            name="repetition",
            summary="",
            kind="rollout",
            range=None,
            columns=(),
            optional_columns=("token_ids", "n_tokens"),
            extra=(),
            options={"properties": {"unit": {"default": "words"}}},
            reads_when={"token_ids": OptionCondition("unit", ("tokens",))},
            presets={"theirs": {"unit": "tokens"}},
        ),
    )
}


def params(
    *rewards: RewardLike, sources: dict[str, str] | None = None, group_size: int | None = None, **batch: Any
) -> Any:
    """The parameters for a trainer's call with `batch`."""
    completions = batch.pop("completions", ["a", "b"])
    arguments = Batch(completions, batch.pop("prompts", None), batch.pop("completion_ids", None), batch)
    return score_params(parse_specs(rewards), KNOWN, arguments, Layout(sources or {}, group_size))


def refusal(*rewards: RewardLike, **batch: Any) -> InvalidRequest:
    """The error that such a call raises."""
    with pytest.raises(InvalidRequest) as caught:
        params(*rewards, **batch)
    return caught.value


def test_only_columns_that_a_reward_reads_cross() -> None:
    everything: dict[str, Any] = {
        "prompts": ["p", "p"],
        "completion_ids": [[1], [2, 3]],
        "solution": ["4", "5"],
        "image": [object(), object()],
        "trainer_state": object(),
        "log_extra": print,
        "environments": [object(), object()],
    }
    assert params("plain", **everything).keys() == {"rewards", "completions"}
    assert params("match", **everything)["columns"] == {"solution": ["4", "5"]}
    assert params("prompted", **everything)["columns"] == {"prompt": ["p", "p"]}


def test_token_ids_cross_as_lengths() -> None:
    assert params("counted", completion_ids=[[7, 7, 7], []])["columns"] == {"n_tokens": [3, 0]}


def test_token_ids_win_over_a_column_of_the_data_set_unless_that_is_asked_for() -> None:
    columns: dict[str, Any] = {"completion_ids": [[7], [7]], "n_tokens": [10, 20], "length": [30, 40]}
    assert params("counted", **columns)["columns"] == {"n_tokens": [1, 1]}
    assert params("counted", sources={"n_tokens": "length"}, **columns)["columns"] == {"n_tokens": [30, 40]}


def test_a_column_called_n_tokens_is_read_where_there_are_no_token_ids() -> None:
    assert params("counted", n_tokens=[10, 20])["columns"] == {"n_tokens": [10, 20]}


def test_token_ids_cross_where_a_reward_reads_them() -> None:
    assert params("tokens", "counted", completion_ids=[[7, 8], (9,)])["columns"] == {
        "token_ids": [[7, 8], [9]],
        "n_tokens": [2, 1],
    }
    assert params("tokens", token_ids=[[7], []])["columns"] == {"token_ids": [[7], []]}


@pytest.mark.parametrize("ids", [[[1.5]], [["7"]], [[True]], [7], [None], ["77"], [{7: 8}]])
def test_what_are_no_token_ids_is_an_error_with_its_row(ids: Any) -> None:
    assert "completion_ids, row 0 is" in str(refusal("tokens", completions=["a"], completion_ids=ids))


def test_completion_ids_without_a_length_are_an_error_with_their_row() -> None:
    error = refusal("counted", completion_ids=[[7], 7])
    assert str(error) == "completion_ids, row 1 is 7; expected a list of token ids"
    assert error.code == "bad_column"


@pytest.mark.parametrize(
    ("options", "sent"),
    [
        ({}, {"n_tokens"}),
        ({"unit": "words"}, {"n_tokens"}),
        ({"unit": "tokens"}, {"n_tokens", "token_ids"}),
        ({"preset": "theirs"}, {"n_tokens", "token_ids"}),
        ({"preset": "theirs", "unit": "words"}, {"n_tokens"}),
        ({"preset": ["not a name"]}, {"n_tokens"}),
    ],
)
def test_a_column_with_a_condition_crosses_only_where_the_options_meet_it(
    options: dict[str, Any], sent: set[str]
) -> None:
    assert params(("repetition", options), completion_ids=[[7], [8]])["columns"].keys() == sent


def test_one_reward_that_reads_a_column_is_enough() -> None:
    rewards: list[RewardLike] = ["repetition", {"gate": ["plain", ("repetition", {"unit": "tokens"})]}]
    assert params(*rewards, completion_ids=[[7], [8]])["columns"]["token_ids"] == [[7], [8]]


def test_whether_a_completion_was_cut_off_comes_from_the_column_of_that_name() -> None:
    assert params("cut", truncated=[True, False])["columns"] == {"truncated": [True, False]}
    assert "columns" not in params("cut")


def test_a_composition_reads_what_its_parts_read() -> None:
    gate = {"gate": ["match", {"clamp": "prompted", "max": 1}]}
    everything: dict[str, Any] = {"prompts": ["p", "q"], "solution": ["4", "5"], "answer": ["6", "7"]}
    assert params(gate, **everything)["columns"] == {"solution": ["4", "5"], "prompt": ["p", "q"]}
    assert params(gate, sources={"solution": "answer"}, **everything)["columns"]["solution"] == ["6", "7"]
    assert "groups" not in params(gate, **everything)
    assert "the reward 'match' reads the column 'solution'" in str(refusal(gate, prompts=["p", "q"]))


def test_a_composition_compares_if_a_part_does() -> None:
    composed = {"weighted_sum": ["plain", {"clamp": "grouped", "max": 1}]}
    assert params(composed, prompts=["p", "q"])["groups"] == [0, 1]
    assert refusal(composed).code == "missing_groups"


def test_a_reward_may_read_whatever_there_is() -> None:
    batch: dict[str, Any] = {
        "solution": ["4", "5"],
        "level": [1, 2],
        "images": [object(), object()],
        "prompts": ["p", "q"],
    }
    assert params("anything", **batch)["columns"] == {"solution": ["4", "5"], "level": [1, 2], "prompt": ["p", "q"]}
    assert params(("anything", {"columns": ["level"]}), **batch)["columns"] == {"level": [1, 2], "prompt": ["p", "q"]}
    renamed = params(("anything", {"columns": ["year"]}), sources={"year": "level"}, **batch)
    assert renamed["columns"] == {"year": [1, 2], "prompt": ["p", "q"]}
    assert params("anything", sources={"year": "level"}, **batch)["columns"].keys() == {
        "prompt",
        "solution",
        "level",
        "year",
    }


def test_an_optional_column_may_be_missing() -> None:
    assert params("cosine", solution=["4", "5"])["columns"] == {"solution": ["4", "5"]}


def test_a_column_may_come_from_another_one() -> None:
    assert params("match", sources={"solution": "answer"}, answer=["4", "5"])["columns"] == {"solution": ["4", "5"]}


def test_conversations_cross_without_what_no_reward_reads() -> None:
    prompt = [{"role": "user", "content": [{"type": "image", "image": object()}, {"type": "text", "text": "2+2?"}]}]
    call = {"id": "call_1", "function": {"name": "f", "arguments": "{}"}}
    completion = [{"role": "assistant", "content": "4", "tool_calls": [call], "image": object()}]
    sent = params("prompted", prompts=[prompt], completions=[completion])
    slim = {"function": {"name": "f", "arguments": "{}"}}
    assert sent["completions"] == [[{"role": "assistant", "content": "4", "tool_calls": [slim]}]]
    assert sent["columns"]["prompt"] == [[{"role": "user", "content": "2+2?"}]]


def test_not_a_number_crosses_as_null() -> None:
    assert params("match", solution=[float("nan"), float("-inf")])["columns"] == {"solution": [None, None]}


def test_a_missing_column_is_named_with_its_reward_and_what_is_there() -> None:
    error = refusal("plain", "match", answer=["4", "5"], level=[1, 2], trainer_state=object())
    assert error.code == "missing_column"
    assert str(error) == (
        "the reward 'match' reads the column 'solution', which the batch does not have. Columns there: answer, level; "
        "if the data set calls it by another name, say so with columns={'solution': 'answer'}"
    )


def test_the_advice_on_a_missing_column_takes_the_most_similar_name() -> None:
    assert "columns={'solution': 'solutions'}" in str(refusal("match", answer=["4", "5"], solutions=["4", "5"]))


def test_missing_token_counts_are_explained() -> None:
    assert "pass completion_ids" in str(refusal("counted"))


def test_a_source_that_is_not_there_is_an_error_even_for_an_optional_column() -> None:
    error = refusal("cosine", sources={"n_tokens": "lenght"}, solution=["4", "5"], length=[1, 2])
    assert "columns={'n_tokens': 'lenght'} names a column that the batch does not have" in str(error)
    assert error.code == "missing_column"


def test_a_source_for_a_column_that_nothing_reads_is_an_error() -> None:
    error = refusal("match", sources={"solutoin": "answer"}, answer=["4", "5"])
    assert str(error) == "columns= maps 'solutoin', which none of the rewards match reads. They read: solution"


@pytest.mark.parametrize("reward", ["machh", {"gate": ["plain", "machh"]}])
def test_an_unknown_reward_is_left_to_the_server_to_refuse(reward: RewardLike) -> None:
    assert params(reward)["completions"] == []
    assert "columns" not in params(reward)


@pytest.mark.parametrize("completions", [["a", 7], ["a", None], ["a", {"role": "assistant", "content": "b"}]])
def test_a_malformed_completion_is_an_error_with_its_row(completions: list[Any]) -> None:
    assert "completions, row 1 is a" in str(refusal("plain", completions=completions))


@pytest.mark.parametrize("completions", [(text for text in "ab"), "ab", {"a": 1}, 7, None])
def test_what_is_no_list_of_completions_is_an_error(completions: Any) -> None:
    error = refusal("plain", completions=completions)
    assert "pass a list with the text or the messages of each completion" in str(error)
    assert error.code == "bad_column"


def test_neighbours_with_equal_prompts_are_a_group() -> None:
    sent = params("grouped", completions=list("abcde"), prompts=["p", "p", "q", "q", "p"])
    assert sent["groups"] == [0, 0, 1, 1, 2]


def test_equal_conversations_are_a_group_although_they_are_not_the_same_object() -> None:
    prompts = [[{"role": "user", "content": text}] for text in ("2+2?", "2+2?", "3+3?")]
    assert params("grouped", completions=list("abc"), prompts=prompts)["groups"] == [0, 0, 1]


def test_a_group_size_says_it_without_prompts_and_against_them() -> None:
    assert params("grouped", completions=list("abcd"), group_size=2)["groups"] == [0, 0, 1, 1]
    assert params("grouped", completions=list("abcd"), group_size=2, prompts=["p"] * 4)["groups"] == [0, 0, 1, 1]


def test_groups_do_not_cross_where_no_reward_needs_them() -> None:
    assert "groups" not in params("plain", prompts=["p", "q"])


def test_a_group_reward_without_groups_is_an_error() -> None:
    error = refusal("grouped")
    assert error.code == "missing_groups"
    assert "pass the prompts" in str(error)
    assert "group_size=" in str(error)


def test_completions_that_do_not_fill_their_groups_are_an_error() -> None:
    assert "3 completions cannot be split into groups of group_size=2" in str(
        refusal("grouped", completions=list("abc"), group_size=2)
    )


def test_given_groups_are_taken_as_they_are() -> None:
    assert group_ids(Batch(["a", "b", "c"], ["p", "p", "p"], None, {}, ["x", 7, "x"]), 3) == ["x", 7, "x"]


def test_given_groups_need_one_id_per_completion() -> None:
    with pytest.raises(InvalidRequest, match="groups holds 1 values for 2 completions"):
        group_ids(Batch(["a", "b"], None, None, {}, [1]), None)
