"""OpenRLHF's own executor of rollouts, which asks a reward server over HTTP."""

import asyncio
from collections.abc import Callable
from types import SimpleNamespace
from typing import Any

from openrlhf.utils.agent import SingleTurnAgentExecutor
from tiny_model import build_tokenizer

from batch import COMPLETIONS, REFERENCES, ZERO_FOR_NONE
from http_server import HttpServer

PROMPT = "What is it? "


class Engine:
    """Stands for vLLM: answers with a completion that the test chose."""

    def __init__(self, token_ids: list[int]) -> None:
        self._token_ids = token_ids

    async def generate(self, *_: Any, **__: Any) -> Any:
        return SimpleNamespace(outputs=[SimpleNamespace(token_ids=self._token_ids, finish_reason="stop")])


def test_rollouts_are_rewarded_over_http(serve: Callable[..., HttpServer]) -> None:
    tokenizer = build_tokenizer()
    executor = SingleTurnAgentExecutor([f"{serve().url}/openrlhf/accuracy", f"{serve().url}/openrlhf/accuracy"])
    parameters = SimpleNamespace(max_tokens=64, logprobs=None)

    async def rollout(completion: str, label: str | None) -> dict[str, Any]:
        engine = Engine(tokenizer(completion)["input_ids"])
        return await executor.execute(PROMPT, label, parameters, 256, tokenizer, engine)

    async def rollouts() -> list[dict[str, Any]]:
        return await asyncio.gather(*map(rollout, COMPLETIONS, REFERENCES))

    outputs = asyncio.run(rollouts())
    assert [output["reward"] for output in outputs] == [[score] for score in ZERO_FOR_NONE]
    assert [output["scores"] for output in outputs] == [[score] for score in ZERO_FOR_NONE]
    assert [output["extra_logs"]["undetermined"] for output in outputs] == [[0], [0], [0], [0], [1]]
