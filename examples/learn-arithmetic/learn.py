"""Teaches a tiny transformer to add, by TRL's GRPO with the rewards `accuracy` and `think_format`.

    python learn.py --out run

Everything is made here: the model, its tokenizer, the sums. The rewards are computed by a server of this package, which
the client starts. Writes `log.jsonl` and `curve.svg` to the folder `--out`.
"""

from __future__ import annotations

import argparse
import sys
import time
from pathlib import Path

from transformers import set_seed

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from arithmetic import answer, demonstration, question, split_sums
from grpo_rewards import RewardClient
from tiny.learning import GROUP, Log, Timed, configuration, grpo
from tiny.model import build_model, build_tokenizer, complete, warm_start

HELD_OUT = 500
MAX_TOKENS = 48


def parse_arguments() -> argparse.Namespace:
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--out", type=Path, default=Path("run"), help="folder of the log and the curve")
    parser.add_argument("--steps", type=int, default=150, help="steps of GRPO")
    parser.add_argument("--warm-steps", type=int, default=400, help="supervised steps before them")
    parser.add_argument("--batch", type=int, default=256, help=f"completions of a step, in groups of {GROUP}")
    parser.add_argument("--learning-rate", type=float, default=1e-4, help="of GRPO")
    parser.add_argument("--width", type=int, default=128, help="width of the model")
    parser.add_argument("--layers", type=int, default=3, help="layers of the model")
    parser.add_argument("--seed", type=int, default=0)
    return parser.parse_args()


def main() -> None:
    """Warm start, GRPO, and the curve."""
    arguments = parse_arguments()
    set_seed(arguments.seed)
    started = time.monotonic()
    tokenizer = build_tokenizer()
    model = build_model(tokenizer, arguments.width, arguments.layers)
    learned, held_out = split_sums(HELD_OUT, arguments.seed)
    # Long enough to know the form, too short to add reliably.
    warm_start(
        model,
        tokenizer,
        learned,
        demonstration,
        steps=arguments.warm_steps,
        batch=64,
        learning_rate=2e-3,
        seed=arguments.seed,
    )

    with RewardClient() as client:

        def evaluate() -> float:
            asked = [question(numbers) for numbers in held_out]
            completions = complete(model, tokenizer, asked, max_tokens=MAX_TOKENS, sample=False)
            result = client.score(["accuracy"], completions, columns={"solution": [answer(each) for each in held_out]})
            return sum(score or 0.0 for score in result.scores["accuracy"]) / len(held_out)

        rewards = [Timed(reward) for reward in client.rewards("accuracy", "think_format")]
        log = Log(evaluate, rewards, every=max(1, arguments.steps // 10), out=arguments.out)
        log.note(0)
        rows = learned[: arguments.batch // GROUP * arguments.steps]
        config = configuration(
            arguments.out,
            max_steps=arguments.steps,
            per_device_train_batch_size=arguments.batch,
            max_completion_length=MAX_TOKENS,
            learning_rate=arguments.learning_rate,
            reward_weights=[1.0, 0.2],
            seed=arguments.seed,
        )
        columns = {"prompt": [question(each) for each in rows], "solution": [answer(each) for each in rows]}
        grpo(model, tokenizer, columns, rewards, log, config)
    first, last = log.entries[0]["held_out_accuracy"], log.entries[-1]["held_out_accuracy"]
    print(f"held-out accuracy {first:.1%} -> {last:.1%} in {time.monotonic() - started:.0f} s")


if __name__ == "__main__":
    main()
