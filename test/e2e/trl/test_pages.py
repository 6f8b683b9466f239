"""The trainings that the pages show, as they stand there, for one step of the tiny model."""

import copy
import functools
import re
from pathlib import Path

import pytest
import trl
from transformers import PreTrainedTokenizerFast, Qwen2ForCausalLM

from problems import conversational_dataset

REPOSITORY = Path(__file__).resolve().parents[3]
PAGES = [REPOSITORY / "README.md", REPOSITORY / "python" / "README.md", *sorted((REPOSITORY / "docs").glob("*.md"))]
TRAININGS = [
    pytest.param(code, id=str(page.relative_to(REPOSITORY)))
    for page in PAGES
    for code in re.findall(r"^```python\n(.*?)^```$", page.read_text(), flags=re.MULTILINE | re.DOTALL)
    if "trainer.train()" in code
]


def test_there_are_trainings() -> None:
    assert len(TRAININGS) >= 3


@pytest.mark.parametrize("code", TRAININGS)
def test_it_trains(
    code: str,
    taught_model: Qwen2ForCausalLM,
    tokenizer: PreTrainedTokenizerFast,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """What a page does not say is small; the model stands for the one that it names."""
    trainers = []

    def make_trainer(*, model: str, **arguments: object) -> trl.GRPOTrainer:
        assert "/" in model
        trainers.append(make(model=copy.deepcopy(taught_model), processing_class=tokenizer, **arguments))
        return trainers[-1]

    make = trl.GRPOTrainer
    settings = {"max_steps": 1, "num_generations": 4, "per_device_train_batch_size": 4, "max_completion_length": 72, "logging_steps": 1}
    small = functools.partial(trl.GRPOConfig, **settings, bf16=False, use_cpu=True, report_to=[])
    monkeypatch.setattr(trl, "GRPOConfig", small)
    monkeypatch.setattr(trl, "GRPOTrainer", make_trainer)
    monkeypatch.chdir(tmp_path)
    exec(compile(code, "page", "exec"), {"dataset": conversational_dataset()})
    (trainer,) = trainers
    assert trainer.state.global_step == 1
    assert any("rewards/accuracy/mean" in entry for entry in trainer.state.log_history)
