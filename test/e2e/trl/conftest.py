"""Fixtures: one taught model and one client for the session, and one finished training for each run."""

import os

os.environ.setdefault("HF_HUB_OFFLINE", "1")
os.environ.setdefault("HF_HUB_DISABLE_TELEMETRY", "1")
os.environ.setdefault("TOKENIZERS_PARALLELISM", "false")

import copy
from collections.abc import Iterator

import pytest
import torch
from grpo_rewards import RewardClient
from transformers import PreTrainedTokenizerFast, Qwen2ForCausalLM, set_seed

from closing_line import pytest_unconfigure
from counting import counted_requests
from in_process import score_in_process
from runs import RUNS, Outcome, Run, build_trainer
from tiny_model import build_model, build_tokenizer, teach
from user_rewards import USER_REWARDS

__all__ = ["pytest_unconfigure"]

SEED = 7

# More threads gain nothing on a model this small, and lose much where other work shares the cores.
torch.set_num_threads(1)


@pytest.fixture(scope="session")
def tokenizer() -> PreTrainedTokenizerFast:
    return build_tokenizer()


@pytest.fixture(scope="session")
def taught_model(tokenizer: PreTrainedTokenizerFast) -> Qwen2ForCausalLM:
    set_seed(SEED)
    model = build_model(tokenizer)
    teach(model, tokenizer, steps=200, seed=SEED)
    return model


@pytest.fixture(scope="session")
def client() -> Iterator[RewardClient]:
    with RewardClient(rewards=USER_REWARDS) as client:
        yield client


@pytest.fixture(scope="session", params=RUNS, ids=str)
def outcome(
    request: pytest.FixtureRequest,
    client: RewardClient,
    taught_model: Qwen2ForCausalLM,
    tokenizer: PreTrainedTokenizerFast,
    tmp_path_factory: pytest.TempPathFactory,
) -> Outcome:
    """A finished training of the run, with what the TypeScript library says about the same batches."""
    run: Run = request.param
    folder = tmp_path_factory.mktemp(run.name)
    set_seed(SEED)
    trainer = build_trainer(run, client, copy.deepcopy(taught_model), tokenizer, folder)
    with counted_requests() as requests:
        trainer.train()
    return Outcome(
        run=run,
        trainer=trainer,
        requests=requests,
        reference=score_in_process(run, trainer.batches, folder),
    )
