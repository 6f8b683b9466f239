"""GRPO by TRL, with a log of what it brings."""

from __future__ import annotations

import functools
import json
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

import torch
from datasets import Dataset
from transformers import PreTrainedTokenizerFast, PrinterCallback, Qwen2ForCausalLM, TrainerCallback
from trl import GRPOConfig, GRPOTrainer

from tiny.curve import draw

Reward = Callable[..., list[float | None]]

GROUP = 8
"""Completions of each prompt."""


class Timed:
    """A reward function that counts the seconds that its callers wait for it."""

    def __init__(self, reward: Reward) -> None:
        self._reward = reward
        self.seconds = 0.0
        functools.update_wrapper(self, reward)

    def __call__(self, **columns: Any) -> list[float | None]:
        """Scores a batch."""
        started = time.monotonic()
        scores = self._reward(**columns)
        self.seconds += time.monotonic() - started
        return scores


class Log(TrainerCallback):
    """Notes what the steps have brought, and at times the share of the held-out problems that come out right."""

    def __init__(self, evaluate: Callable[[], float], rewards: Sequence[Timed], every: int, out: Path) -> None:
        self._evaluate, self._rewards, self._every, self._out = evaluate, rewards, every, out
        self._step_began = 0.0
        self._tokens: float | None = None
        self.entries: list[dict[str, float]] = []
        self.step_seconds = 0.0

    def on_step_begin(self, *_: Any, **__: Any) -> None:
        """Starts the clock."""
        self._step_began = time.monotonic()

    def on_step_end(self, _args: Any, state: Any, *_: Any, **__: Any) -> None:
        """Stops it, and evaluates now and then."""
        self.step_seconds += time.monotonic() - self._step_began
        if state.global_step % self._every == 0:
            self.note(state.global_step)

    def on_log(self, *_: Any, logs: Mapping[str, float], **__: Any) -> None:
        """Keeps the mean length of the last completions."""
        self._tokens = logs.get("completions/mean_length", self._tokens)

    def note(self, step: int) -> None:
        """Adds an entry for a step, and writes `log.jsonl` and `curve.svg`."""
        entry = {"step": step, "held_out_accuracy": self._evaluate()}
        if self._tokens is not None:
            entry["completion_tokens"] = self._tokens
        if self.step_seconds:
            waited = sum(reward.seconds for reward in self._rewards)
            entry |= {"step_seconds": self.step_seconds, "reward_share": waited / self.step_seconds}
        self.entries.append(entry)
        print(json.dumps(entry), flush=True)
        self._out.mkdir(parents=True, exist_ok=True)
        (self._out / "log.jsonl").write_text("".join(f"{json.dumps(each)}\n" for each in self.entries))
        draw(self.entries, self._out / "curve.svg")


def configuration(out: Path, **options: Any) -> GRPOConfig:
    """What the examples have in common, and `options`."""
    on_gpu = torch.cuda.is_available()
    common = {
        "output_dir": str(out),
        "num_generations": GROUP,
        "lr_scheduler_type": "constant_with_warmup",
        "warmup_steps": 10,
        "beta": 0.0,
        "use_cpu": not on_gpu,
        "bf16": on_gpu,
        "save_strategy": "no",
        "report_to": "none",
        "logging_steps": 1,
        "disable_tqdm": True,
    }
    return GRPOConfig(**common, **options)


def grpo(
    model: Qwen2ForCausalLM,
    tokenizer: PreTrainedTokenizerFast,
    columns: Mapping[str, Sequence[Any]],
    rewards: Sequence[Timed],
    log: Log,
    config: GRPOConfig,
) -> None:
    """Trains `model` in place."""
    trainer = GRPOTrainer(
        model=model,
        reward_funcs=list(rewards),
        args=config,
        train_dataset=Dataset.from_dict(dict(columns)),
        processing_class=tokenizer,
        callbacks=[log],
    )
    # It prints all metrics of every step, where the log has what matters.
    trainer.remove_callback(PrinterCallback)
    trainer.train()
