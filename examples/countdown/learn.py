"""Teaches a transformer of 25 million parameters to play countdown on one GPU.

TRL's GRPO does, with the rewards `countdown` and `answer_format`.

    python learn.py --out run

Everything is made here: the model, its tokenizer, the puzzles. The rewards are computed by a server of this package,
which the client starts. Writes `log.jsonl` and `curve.svg` to the folder `--out`.
"""

from __future__ import annotations

import argparse
import random
import sys
import time
from pathlib import Path

from transformers import set_seed

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from grpo_rewards import RewardClient
from tiny.learning import GROUP, Log, Timed, configuration, grpo
from tiny.model import build_model, build_tokenizer, complete, warm_start

from puzzles import Puzzle, demonstration, question, split_puzzles

HELD_OUT = 1000

AT_ONCE = 256
"""Completions that the GPU's memory holds the gradients of."""


def parse_arguments() -> argparse.Namespace:
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--out", type=Path, default=Path("run"), help="folder of the log and the curve")
    parser.add_argument("--steps", type=int, default=64, help="steps of GRPO")
    parser.add_argument("--warm-steps", type=int, default=600, help="supervised steps before them")
    parser.add_argument("--warm-batch", type=int, default=256, help="demonstrations of a supervised step")
    parser.add_argument("--warm-rate", type=float, default=1e-3, help="learning rate of the supervised steps")
    parser.add_argument("--batch", type=int, default=1024, help=f"completions of a step, in groups of {GROUP}")
    parser.add_argument("--learning-rate", type=float, default=3e-5, help="of GRPO")
    parser.add_argument("--max-tokens", type=int, default=256, help="length of a completion")
    parser.add_argument("--width", type=int, default=512, help="width of the model")
    parser.add_argument("--layers", type=int, default=6, help="layers of the model")
    parser.add_argument("--seed", type=int, default=0)
    return parser.parse_args()


def columns_of(puzzles: list[Puzzle]) -> dict[str, list[object]]:
    """The columns that the reward `countdown` reads."""
    return {"target": [each.target for each in puzzles], "numbers": [list(each.numbers) for each in puzzles]}


def main() -> None:
    """Warm start, GRPO, and the curve."""
    arguments = parse_arguments()
    set_seed(arguments.seed)
    started = time.monotonic()
    tokenizer = build_tokenizer()
    model = build_model(tokenizer, arguments.width, arguments.layers)
    learned, held_out = split_puzzles(HELD_OUT, arguments.seed)
    rng = random.Random(arguments.seed)
    warm_start(
        model,
        tokenizer,
        learned,
        lambda puzzle: demonstration(puzzle, rng),
        steps=arguments.warm_steps,
        batch=arguments.warm_batch,
        learning_rate=arguments.warm_rate,
        seed=arguments.seed,
    )
    print(f"{model.num_parameters():,} parameters, warm after {time.monotonic() - started:.0f} s", flush=True)

    with RewardClient() as client:

        def evaluate() -> float:
            asked = [question(puzzle) for puzzle in held_out]
            completions = complete(model, tokenizer, asked, max_tokens=arguments.max_tokens, sample=True)
            result = client.score(["countdown"], completions, columns=columns_of(held_out))
            return sum(score or 0.0 for score in result.scores["countdown"]) / len(held_out)

        rewards = [Timed(reward) for reward in client.rewards("countdown", "answer_format")]
        log = Log(evaluate, rewards, every=max(1, arguments.steps // 8), out=arguments.out)
        log.note(0)
        rows = rng.sample(learned, min(len(learned), arguments.batch // GROUP * arguments.steps))
        at_once = min(arguments.batch, AT_ONCE)
        config = configuration(
            arguments.out,
            max_steps=arguments.steps,
            per_device_train_batch_size=at_once,
            gradient_accumulation_steps=arguments.batch // at_once,
            max_completion_length=arguments.max_tokens,
            learning_rate=arguments.learning_rate,
            reward_weights=[1.0, 0.1],
            seed=arguments.seed,
        )
        columns = {"prompt": [question(puzzle) for puzzle in rows], **columns_of(rows)}
        grpo(model, tokenizer, columns, rewards, log, config)
    first, last = log.entries[0]["held_out_accuracy"], log.entries[-1]["held_out_accuracy"]
    print(f"held-out accuracy {first:.1%} -> {last:.1%} in {time.monotonic() - started:.0f} s")


if __name__ == "__main__":
    main()
