"""verl's own reward managers, with the functions of `grpo_rewards.verl` loaded as verl's configuration names them."""

import asyncio
import shlex
from pathlib import Path
from typing import Any

import grpo_rewards.verl
import numpy as np
import pytest
import ray
import torch
import verl.trainer
from hydra import compose, initialize_config_dir
from omegaconf import DictConfig, OmegaConf
from tiny_model import build_tokenizer
from verl import DataProto
from verl.experimental.reward_loop import RewardLoopWorker
from verl.trainer.ppo.reward import get_custom_reward_fn
from verl.workers.reward_manager import BatchRewardManager
from verl.workers.reward_manager import NaiveRewardManager as LegacyNaiveRewardManager

from batch import COMPLETIONS, REFERENCES, SCORES, ZERO_FOR_NONE

FILE = str(Path(grpo_rewards.verl.__file__))
PACKAGE = "pkg://grpo_rewards.verl"
SAMPLE = {"data_source": "sums", "solution_str": COMPLETIONS[0], "ground_truth": REFERENCES[0], "extra_info": {}}
PROMPT_LENGTH = 4
RESPONSE_LENGTH = 64


@pytest.fixture(scope="module")
def tokenizer() -> Any:
    return build_tokenizer()


@pytest.fixture(scope="module")
def tokenizer_path(tokenizer: Any, tmp_path_factory: pytest.TempPathFactory) -> str:
    folder = tmp_path_factory.mktemp("tokenizer")
    tokenizer.save_pretrained(folder)
    return str(folder)


def rollouts(tokenizer: Any, completions: list[str], references: list[Any]) -> DataProto:
    """A batch as verl's rollout leaves it: padded token ids, and the data set's columns."""
    count = len(completions)
    responses = torch.zeros(count, RESPONSE_LENGTH, dtype=torch.long)
    mask = torch.zeros(count, PROMPT_LENGTH + RESPONSE_LENGTH, dtype=torch.long)
    mask[:, :PROMPT_LENGTH] = 1
    for row, completion in enumerate(completions):
        ids = tokenizer(completion)["input_ids"]
        responses[row, : len(ids)] = torch.tensor(ids)
        mask[row, PROMPT_LENGTH : PROMPT_LENGTH + len(ids)] = 1
    return DataProto.from_dict(
        tensors={
            "prompts": torch.full((count, PROMPT_LENGTH), 5),
            "responses": responses,
            "attention_mask": mask,
        },
        non_tensors={
            "data_source": np.array(["sums"] * count, dtype=object),
            "reward_model": np.array([{"ground_truth": reference} for reference in references], dtype=object),
            "extra_info": np.array([{"index": row} for row in range(count)], dtype=object),
        },
    )


def configuration(
    tokenizer_path: str, function: str, *, path: str = PACKAGE, manager: str = "naive", **reward_kwargs: Any
) -> DictConfig:
    """The part of verl's configuration that its reward loop reads."""
    return OmegaConf.create(
        {
            "actor_rollout_ref": {"model": {"path": tokenizer_path, "tokenizer_path": None}},
            "reward": {
                "num_workers": 1,
                "custom_reward_function": {"path": path, "name": function, "reward_kwargs": reward_kwargs},
                "reward_manager": {"source": "register", "name": manager},
                "reward_model": {"enable": False},
            },
        }
    )


def score_by_reward_loop(config: DictConfig, data: DataProto) -> list[dict[str, Any]]:
    """What verl's reward loop makes of a batch: one call per sample, all at once."""

    async def score() -> list[dict[str, Any]]:
        return await RewardLoopWorker(config).compute_score_batch(data)

    return asyncio.run(score())


def assert_scored(outputs: list[dict[str, Any]]) -> None:
    assert [output["reward_score"] for output in outputs] == ZERO_FOR_NONE
    # As the reward loop collects them, for which every sample has to have the same keys.
    infos = [output["reward_extra_info"] for output in outputs]
    columns = {key: np.array([info[key] for info in infos]) for key in infos[0]}
    assert {key: values.dtype.kind for key, values in columns.items()} == dict.fromkeys(infos[0], "f")
    assert columns["accuracy"].tolist() == ZERO_FOR_NONE
    assert columns["unscored"].tolist() == [float(score is None) for score in SCORES]


@pytest.mark.parametrize("path", [PACKAGE, FILE], ids=["package", "file"])
@pytest.mark.parametrize("function", ["compute_score", "compute_score_async"])
def test_the_reward_loop_scores_sample_by_sample(tokenizer: Any, tokenizer_path: str, function: str, path: str) -> None:
    config = configuration(tokenizer_path, function, path=path)
    assert_scored(score_by_reward_loop(config, rollouts(tokenizer, COMPLETIONS, REFERENCES)))


def test_options_and_compositions_come_from_reward_kwargs(tokenizer: Any, tokenizer_path: str) -> None:
    reward = {
        "weighted_sum": ["accuracy", {"name": "think_format", "weight": 0.5, "options": {"require_content": True}}],
        "key": "total",
    }
    config = configuration(tokenizer_path, "compute_score", reward=reward, none_value=-1.0)
    completions = ["<think>\nadd\n</think>\n\\boxed{4}", "\\boxed{4}", "\\boxed{5}"]
    outputs = score_by_reward_loop(config, rollouts(tokenizer, completions, ["4", "4", None]))
    infos = [output["reward_extra_info"] for output in outputs]
    assert [set(info) for info in infos] == [{"score", "unscored", "total.accuracy", "total.think_format"}] * 3
    assert [info["total.accuracy"] for info in infos] == [1.0, 1.0, -1.0]
    assert [output["reward_score"] for output in outputs] == [1.5, 1.0, 0.0]


def test_the_lines_of_the_readme_are_what_verl_reads() -> None:
    readme = (Path(__file__).parents[3] / "python" / "README.md").read_text()
    section = readme.partition("### verl")[2].partition("### ")[0]
    lines = [block.partition("\n```")[0] for block in section.split("```sh\n")[1:]]
    overrides = [word for line in lines for word in shlex.split(line) if "reward." in word]
    assert len(overrides) == 4
    folder = str(Path(verl.trainer.__file__).parent / "config")
    with initialize_config_dir(folder, version_base=None):
        for reward in overrides[2:]:
            config = compose("ppo_trainer", [*overrides[:2], reward])
            compute_score = get_custom_reward_fn(config)
            assert compute_score(**SAMPLE)["score"] == 1.0


def test_a_reference_may_hold_several_columns(tokenizer: Any, tokenizer_path: str) -> None:
    config = configuration(tokenizer_path, "compute_score", reward="countdown")
    reference = {"target": 24, "numbers": np.array([4, 6])}
    outputs = score_by_reward_loop(
        config, rollouts(tokenizer, ["<answer>4 * 6</answer>", "<answer>4 + 6</answer>"], [reference, reference])
    )
    scores = [output["reward_score"] for output in outputs]
    assert scores[0] == 1.0
    assert scores[1] < 1.0


def test_the_remote_manager_carries_the_function_into_a_ray_actor(tokenizer: Any, tokenizer_path: str) -> None:
    config = configuration(tokenizer_path, "compute_score", path=FILE, manager="remote")
    data = rollouts(tokenizer, COMPLETIONS, REFERENCES)
    with ray.init(num_cpus=2, include_dashboard=False):
        assert_scored(score_by_reward_loop(config, data))


def test_the_legacy_naive_manager(tokenizer: Any, tokenizer_path: str) -> None:
    compute_score = get_custom_reward_fn(configuration(tokenizer_path, "compute_score"))
    manager = LegacyNaiveRewardManager(tokenizer, num_examine=0, compute_score=compute_score)
    assert_rewarded(manager(rollouts(tokenizer, COMPLETIONS, REFERENCES), return_dict=True))


def test_the_legacy_batch_manager_scores_in_one_call(tokenizer: Any, tokenizer_path: str) -> None:
    compute_score = get_custom_reward_fn(configuration(tokenizer_path, "compute_score_batch"))
    manager = BatchRewardManager(tokenizer, num_examine=0, compute_score=compute_score)
    assert_rewarded(manager(rollouts(tokenizer, COMPLETIONS, REFERENCES), return_dict=True))


def assert_rewarded(result: dict[str, Any]) -> None:
    assert result["reward_tensor"].sum(dim=1).tolist() == ZERO_FOR_NONE
    assert result["reward_extra_info"]["score"] == ZERO_FOR_NONE
    assert result["reward_extra_info"]["unscored"] == [float(score is None) for score in SCORES]
