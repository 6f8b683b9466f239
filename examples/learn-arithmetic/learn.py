"""Teaches a tiny transformer to add, by TRL's GRPO with the rewards `accuracy` and `think_format`.

    python learn.py --out run

Everything is made here: the model, its tokenizer, the sums. The rewards are computed by a server of this package, which
the client starts. Writes `log.jsonl` and `curve.svg` to the folder `--out`.
"""

from __future__ import annotations

import argparse
import functools
import json
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import torch
from datasets import Dataset
from transformers import TrainerCallback, set_seed
from trl import GRPOConfig, GRPOTrainer

from arithmetic import answer, question, split_sums
from curve import draw
from grpo_rewards import RewardClient
from model import build_model, build_tokenizer, complete, warm_start

HELD_OUT = 500
MAX_TOKENS = 48


def parse_arguments() -> argparse.Namespace:
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--out", type=Path, default=Path("run"), help="folder of the log and the curve")
    parser.add_argument("--steps", type=int, default=150, help="steps of GRPO")
    parser.add_argument("--warm-steps", type=int, default=400, help="supervised steps before them")
    parser.add_argument("--batch", type=int, default=256, help="completions of a step, in groups of 8")
    parser.add_argument("--learning-rate", type=float, default=1e-4, help="of GRPO")
    parser.add_argument("--width", type=int, default=128, help="width of the model")
    parser.add_argument("--layers", type=int, default=3, help="layers of the model")
    parser.add_argument("--seed", type=int, default=0)
    return parser.parse_args()


class Timed:
    """A reward function that counts the seconds that its callers wait for it."""

    def __init__(self, reward: Callable[..., list[float | None]]) -> None:
        self._reward = reward
        self.seconds = 0.0
        functools.update_wrapper(self, reward)

    def __call__(self, **columns: Any) -> list[float | None]:
        started = time.monotonic()
        scores = self._reward(**columns)
        self.seconds += time.monotonic() - started
        return scores


class Log(TrainerCallback):
    """Notes what each step has brought, and at times how many of the held-out sums come out right."""

    def __init__(self, evaluate: Callable[[], float], rewards: list[Timed], every: int) -> None:
        self._evaluate, self._rewards, self._every = evaluate, rewards, every
        self._step_began = 0.0
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

    def note(self, step: int) -> None:
        """Adds an entry for a step."""
        seconds = sum(reward.seconds for reward in self._rewards)
        entry = {"step": step, "held_out_accuracy": self._evaluate()}
        if self.step_seconds:
            entry |= {"step_seconds": self.step_seconds, "reward_share": seconds / self.step_seconds}
        self.entries.append(entry)
        print(json.dumps(entry), flush=True)


def main() -> None:
    """Warm start, GRPO, and the curve."""
    arguments = parse_arguments()
    set_seed(arguments.seed)
    started = time.monotonic()
    tokenizer = build_tokenizer()
    model = build_model(tokenizer, arguments.width, arguments.layers).to("cuda" if torch.cuda.is_available() else "cpu")
    learned, held_out = split_sums(HELD_OUT, arguments.seed)
    warm_start(model, tokenizer, learned, steps=arguments.warm_steps, seed=arguments.seed)

    with RewardClient() as client:

        def evaluate() -> float:
            completions = complete(model, tokenizer, [question(each) for each in held_out], MAX_TOKENS)
            result = client.score(["accuracy"], completions, columns={"solution": [answer(each) for each in held_out]})
            return sum(score or 0.0 for score in result.scores["accuracy"]) / len(held_out)

        rewards = [Timed(reward) for reward in client.rewards("accuracy", "think_format")]
        log = Log(evaluate, rewards, every=max(1, arguments.steps // 10))
        log.note(0)
        train(model, tokenizer, learned, rewards, log, arguments)
    arguments.out.mkdir(parents=True, exist_ok=True)
    (arguments.out / "log.jsonl").write_text("".join(f"{json.dumps(entry)}\n" for entry in log.entries))
    draw(log.entries, arguments.out / "curve.svg")
    first, last = log.entries[0]["held_out_accuracy"], log.entries[-1]["held_out_accuracy"]
    print(f"held-out accuracy {first:.1%} -> {last:.1%} in {time.monotonic() - started:.0f} s")


def train(model: Any, tokenizer: Any, learned: Any, rewards: Any, log: Log, arguments: argparse.Namespace) -> None:
    """GRPO in place, with groups of 8."""
    rows = learned[: arguments.batch // 8 * arguments.steps]
    columns = {"prompt": [question(each) for each in rows], "solution": [answer(each) for each in rows]}
    config = GRPOConfig(
        output_dir=str(arguments.out),
        max_steps=arguments.steps,
        per_device_train_batch_size=arguments.batch,
        num_generations=8,
        max_completion_length=MAX_TOKENS,
        learning_rate=arguments.learning_rate,
        lr_scheduler_type="constant",
        reward_weights=[1.0, 0.2],
        beta=0.0,
        seed=arguments.seed,
        use_cpu=not torch.cuda.is_available(),
        bf16=False,
        save_strategy="no",
        report_to="none",
        logging_steps=10,
        disable_tqdm=True,
    )
    GRPOTrainer(
        model=model,
        reward_funcs=rewards,
        args=config,
        train_dataset=Dataset.from_dict(columns),
        processing_class=tokenizer,
        callbacks=[log],
    ).train()


if __name__ == "__main__":
    main()
