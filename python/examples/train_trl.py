"""Trains a small model with GRPO on rewards served by Node. Needs a GPU and `pip install trl grpo-rewards`."""

from datasets import load_dataset
from trl import GRPOConfig, GRPOTrainer

from grpo_rewards import RewardClient


def main() -> None:
    """Trains on grade school problems, whose right answers stand in the column `solution`."""
    dataset = load_dataset("openai/gsm8k", "main", split="train").map(
        lambda row: {
            "prompt": [{"role": "user", "content": row["question"]}],
            "solution": row["answer"].rpartition("#### ")[2],
        }
    )
    with RewardClient() as client:
        trainer = GRPOTrainer(
            model="Qwen/Qwen2.5-0.5B-Instruct",
            reward_funcs=client.rewards("accuracy", "think_format", ("cosine_scaled", {"max_length": 4000})),
            args=GRPOConfig(output_dir="grpo", reward_weights=[1.0, 0.2, 0.5]),
            train_dataset=dataset,
        )
        trainer.train()


if __name__ == "__main__":
    main()
