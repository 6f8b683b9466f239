"""`trl grpo` on the command line, with rewards by their import path: no code at all."""

import json
import os
import subprocess
import sys
from pathlib import Path

from transformers import PreTrainedTokenizerFast

from problems import plain_dataset
from tiny_model import build_model

REWARDS = ["accuracy", "think_format"]


def test_two_steps_of_training(tokenizer: PreTrainedTokenizerFast, tmp_path: Path) -> None:
    model, data, output = tmp_path / "model", tmp_path / "data", tmp_path / "output"
    build_model(tokenizer).save_pretrained(model)
    tokenizer.save_pretrained(model)
    data.mkdir()
    plain_dataset().to_json(data / "train.jsonl")
    options = {
        "model_name_or_path": model,
        "dataset_name": data,
        "output_dir": output,
        "max_steps": 2,
        "save_steps": 2,
        "logging_steps": 1,
        "per_device_train_batch_size": 4,
        "num_generations": 4,
        "max_completion_length": 16,
        "beta": 0.0,
        "report_to": "none",
        "use_cpu": True,
        "bf16": False,
        "dtype": "float32",
    }
    command = [str(Path(sys.executable).with_name("trl")), "grpo"]
    for name, value in options.items():
        command += [f"--{name}", str(value)]
    command += ["--reward_funcs", *[f"grpo_rewards.trl.{name}" for name in REWARDS]]
    run = subprocess.run(
        command,
        cwd=tmp_path,
        env=os.environ | {"HF_HOME": str(tmp_path / "huggingface"), "OMP_NUM_THREADS": "1"},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
    assert run.returncode == 0, run.stdout[-8000:]
    history = json.loads((output / "checkpoint-2" / "trainer_state.json").read_text())["log_history"]
    steps = [entry for entry in history if "reward" in entry]
    assert len(steps) == 2
    for step in steps:
        means = [step[f"rewards/{name}/mean"] for name in REWARDS]
        assert all(0.0 <= mean <= 1.0 for mean in means)
        assert all(f"grpo_rewards/{name}/null_share" in step for name in REWARDS)
