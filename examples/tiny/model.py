"""A tiny transformer with a tokenizer of characters, made from a configuration: nothing is downloaded."""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence
from typing import TypeVar

import torch
from tokenizers import Regex, Tokenizer, decoders, models, pre_tokenizers
from transformers import PreTrainedTokenizerFast, Qwen2Config, Qwen2ForCausalLM

Problem = TypeVar("Problem")

PAD, END = "<pad>", "<eos>"
WORDS = ["<think>", "</think>", "<answer>", "</answer>", "\\boxed{"]
"""Written as one token each; all other tokens are single characters."""

CHARACTERS = "0123456789+-*/=<>(),:;{} "


def build_tokenizer() -> PreTrainedTokenizerFast:
    """A token for each character, and one for each of the tags."""
    vocabulary = {token: number for number, token in enumerate([PAD, END, *WORDS, *CHARACTERS])}
    tokenizer = Tokenizer(models.WordLevel(vocabulary, unk_token=PAD))
    pattern = Regex(r"</?think>|</?answer>|\\boxed\{|.")
    tokenizer.pre_tokenizer = pre_tokenizers.Split(pattern, behavior="isolated")
    tokenizer.decoder = decoders.Fuse()
    return PreTrainedTokenizerFast(tokenizer_object=tokenizer, pad_token=PAD, eos_token=END, padding_side="left")


def build_model(tokenizer: PreTrainedTokenizerFast, width: int, layers: int) -> Qwen2ForCausalLM:
    """An untrained model with `16 * layers * width**2` parameters, or so; on the GPU if there is one."""
    config = Qwen2Config(
        vocab_size=len(tokenizer),
        hidden_size=width,
        intermediate_size=4 * width,
        num_hidden_layers=layers,
        num_attention_heads=width // 32,
        num_key_value_heads=width // 32,
        max_position_embeddings=512,
        tie_word_embeddings=True,
        pad_token_id=tokenizer.pad_token_id,
        eos_token_id=tokenizer.eos_token_id,
        bos_token_id=None,
    )
    return Qwen2ForCausalLM(config).to("cuda" if torch.cuda.is_available() else "cpu")


def warm_start(
    model: Qwen2ForCausalLM,
    tokenizer: PreTrainedTokenizerFast,
    problems: Sequence[Problem],
    demonstrate: Callable[[Problem], str],
    *,
    steps: int,
    batch: int,
    learning_rate: float,
    seed: int,
) -> None:
    """Trains `model` in place on demonstrations, each a question and a completion: long enough to know the form."""
    rng = random.Random(seed)
    optimizer = torch.optim.AdamW(model.parameters(), lr=learning_rate)
    model.train()
    for _ in range(steps):
        texts = [demonstrate(problem) + END for problem in rng.choices(problems, k=batch)]
        inputs = tokenizer(texts, padding=True, padding_side="right", return_tensors="pt").to(model.device)
        labels = inputs["input_ids"].masked_fill(inputs["attention_mask"] == 0, -100)
        with torch.autocast(model.device.type, torch.bfloat16, enabled=model.device.type == "cuda"):
            loss = model(input_ids=inputs["input_ids"], attention_mask=inputs["attention_mask"], labels=labels).loss
        loss.backward()
        torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
        optimizer.step()
        optimizer.zero_grad()


@torch.no_grad()
def complete(
    model: Qwen2ForCausalLM,
    tokenizer: PreTrainedTokenizerFast,
    prompts: Sequence[str],
    *,
    max_tokens: int,
    sample: bool,
) -> list[str]:
    """A completion of each prompt: drawn at temperature 1 if `sample`, else the likeliest."""
    was_training = model.training
    model.eval()
    inputs = tokenizer(list(prompts), padding=True, return_tensors="pt").to(model.device)
    tokens = model.generate(
        input_ids=inputs["input_ids"],
        attention_mask=inputs["attention_mask"],
        max_new_tokens=max_tokens,
        do_sample=sample,
    )
    model.train(was_training)
    return tokenizer.batch_decode(tokens[:, inputs["input_ids"].shape[1] :], skip_special_tokens=True)
