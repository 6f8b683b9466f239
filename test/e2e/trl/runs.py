"""The training runs under test: each combines a trainer, a form of data, a calling style and a set of rewards."""

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from datasets import Dataset
from grpo_rewards import RewardClient, RewardLike
from trl import GRPOConfig, RLOOConfig

from problems import conversational_dataset, plain_dataset
from recording import RecordingGRPOTrainer, RecordingRLOOTrainer

STEPS = 10
GROUP_SIZE = 4
PROMPTS_PER_BATCH = 4
MAX_TOKENS = 72

SOFT_OVERLONG = {"max_length": MAX_TOKENS, "cache": 40}
COSINE = {"max_length": MAX_TOKENS}
EARNED_BREVITY = {"gate": ["tag_count", "brevity"], "threshold": 0.5}

Trainer = RecordingGRPOTrainer | RecordingRLOOTrainer


@dataclass(frozen=True)
class Reward:
    """A reward and its weight in the trainer's sum: by name with its options in snake_case, or a composition as data."""

    name: str
    weight: float
    options: dict[str, Any] = field(default_factory=dict)
    composition: dict[str, Any] | None = None

    @property
    def spec(self) -> RewardLike:
        """How the client is asked for it."""
        return (self.name, self.options) if self.composition is None else {**self.composition, "key": self.name}


@dataclass(frozen=True)
class Run:
    """One training run."""

    name: str
    trainer: type[Trainer]
    config: type[GRPOConfig] | type[RLOOConfig]
    dataset: Callable[[], Dataset]
    asynchronous: bool
    rewards: list[Reward]
    advantages: dict[str, Any]
    """How the TypeScript side computes the same advantages: `estimator` and its options."""
    settings: dict[str, Any] = field(default_factory=dict)
    """What differs from `build_trainer`'s configuration."""

    def __str__(self) -> str:
        return self.name


@dataclass(frozen=True)
class Outcome:
    """A finished run and what the TypeScript library computes from the same completions."""

    run: Run
    trainer: Trainer
    requests: Counter[str]
    """The requests that went to the server during the training, by method."""
    reference: list[dict[str, Any]]
    """For each generation batch, `scores` by reward name, `rewards` and `advantages`, one entry per completion."""

    @property
    def reward_names(self) -> list[str]:
        """The names of the run's rewards, in the trainer's order."""
        return [reward.name for reward in self.run.rewards]


RUNS = [
    Run(
        name="grpo-conversational-sync",
        trainer=RecordingGRPOTrainer,
        config=GRPOConfig,
        dataset=conversational_dataset,
        asynchronous=False,
        rewards=[
            Reward("accuracy", 1.0),
            Reward("think_format", 0.25),
            Reward("soft_overlong_punishment", 0.5, SOFT_OVERLONG),
            Reward("brevity", 0.125),
        ],
        advantages={"estimator": "grpo", "preset": "trl"},
    ),
    Run(
        name="grpo-plain-async",
        trainer=RecordingGRPOTrainer,
        config=GRPOConfig,
        dataset=plain_dataset,
        asynchronous=True,
        rewards=[
            Reward("accuracy", 1.0),
            Reward("cosine_scaled", 0.5, COSINE),
            Reward("length", 0.75),
            Reward("brevity", 0.125),
        ],
        advantages={"estimator": "grpo", "preset": "trl"},
        # Two training steps share one generation batch, which TRL shuffles and splits between them.
        settings={"per_device_train_batch_size": 8, "steps_per_generation": 2},
    ),
    Run(
        name="rloo-plain-sync",
        trainer=RecordingRLOOTrainer,
        config=RLOOConfig,
        dataset=plain_dataset,
        asynchronous=False,
        rewards=[
            Reward("accuracy", 1.0),
            Reward("think_format", 0.25),
            Reward("soft_overlong_punishment", 0.5, SOFT_OVERLONG),
            Reward("earned_brevity", 0.125, composition=EARNED_BREVITY),
        ],
        advantages={"estimator": "rloo"},
    ),
    # Their only reward has no opinion on a completion without a box, nor on the row without a reference.
    Run(
        name="grpo-unscorable",
        trainer=RecordingGRPOTrainer,
        config=GRPOConfig,
        dataset=plain_dataset,
        asynchronous=False,
        rewards=[Reward("nearness", 2.0)],
        advantages={"estimator": "grpo", "preset": "trl"},
    ),
    Run(
        name="rloo-unscorable",
        trainer=RecordingRLOOTrainer,
        config=RLOOConfig,
        dataset=conversational_dataset,
        asynchronous=True,
        rewards=[Reward("nearness", 2.0)],
        advantages={"estimator": "rloo", "clip": [1.0, 1.8], "normalize": True},
        settings={"reward_clip_range": (1.0, 1.8), "normalize_advantages": True},
    ),
]


def build_trainer(run: Run, client: RewardClient, model: Any, tokenizer: Any, output_dir: Path) -> Trainer:
    """The trainer of `run`, whose reward functions are served by `client`."""
    settings = {"per_device_train_batch_size": GROUP_SIZE * PROMPTS_PER_BATCH} | run.settings
    config = run.config(
        output_dir=str(output_dir),
        max_steps=STEPS,
        num_generations=GROUP_SIZE,
        max_completion_length=MAX_TOKENS,
        reward_weights=[reward.weight for reward in run.rewards],
        # Without the Kullback-Leibler term no reference model is loaded, and RLOO's rewards are the plain sum.
        beta=0.0,
        learning_rate=1e-4,
        logging_steps=1,
        report_to="none",
        save_strategy="no",
        disable_tqdm=True,
        use_cpu=True,
        bf16=False,
        **settings,
    )
    return run.trainer(
        model=model,
        args=config,
        reward_funcs=client.rewards(
            *[reward.spec for reward in run.rewards],
            asynchronous=run.asynchronous,
        ),
        train_dataset=run.dataset(),
        processing_class=tokenizer,
    )
