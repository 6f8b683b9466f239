"""A tiny transformer with a tokenizer of characters, made from a configuration: nothing is downloaded."""

from __future__ import annotations

import random
from collections.abc import Sequence

import torch
from tokenizers import Regex, Tokenizer, decoders, models, pre_tokenizers
from transformers import PreTrainedTokenizerFast, Qwen2Config, Qwen2ForCausalLM

from arithmetic import Sum, demonstration, question

PAD, END = "<pad>", "<eos>"
WORDS = ["<think>", "</think>", "\\boxed{"]
"""Written as one token each; all other tokens are single characters."""

CHARACTERS = "0123456789+-*/=(),{} "


def build_tokenizer() -> PreTrainedTokenizerFast:
    """A token for each character, and one for each of the tags."""
    vocabulary = {token: number for number, token in enumerate([PAD, END, *WORDS, *CHARACTERS])}
    tokenizer = Tokenizer(models.WordLevel(vocabulary, unk_token=PAD))
    pattern = Regex(r"</?think>|\\boxed\{|.")
    tokenizer.pre_tokenizer = pre_tokenizers.Split(pattern, behavior="isolated")
    tokenizer.decoder = decoders.Fuse()
    return PreTrainedTokenizerFast(tokenizer_object=tokenizer, pad_token=PAD, eos_token=END, padding_side="left")


def build_model(tokenizer: PreTrainedTokenizerFast, width: int, layers: int) -> Qwen2ForCausalLM:
    """An untrained model with `12 * layers * width**2` parameters, or so."""
    config = Qwen2Config(
        vocab_size=len(tokenizer),
        hidden_size=width,
        intermediate_size=4 * width,
        num_hidden_layers=layers,
        num_attention_heads=width // 32,
        num_key_value_heads=width // 32,
        max_position_embeddings=256,
        tie_word_embeddings=True,
        pad_token_id=tokenizer.pad_token_id,
        eos_token_id=tokenizer.eos_token_id,
        bos_token_id=None,
    )
    return Qwen2ForCausalLM(config)


def warm_start(
    model: Qwen2ForCausalLM, tokenizer: PreTrainedTokenizerFast, sums: Sequence[Sum], *, steps: int, seed: int
) -> None:
    """Trains `model` in place on demonstrations: long enough to know the form, too short to add reliably."""
    rng = random.Random(seed)
    optimizer = torch.optim.AdamW(model.parameters(), lr=2e-3)
    model.train()
    for _ in range(steps):
        batch = [(question(numbers), demonstration(numbers)) for numbers in rng.choices(sums, k=64)]
        texts = [f"{asked}{shown}{END}" for asked, shown in batch]
        inputs = tokenizer(texts, padding=True, padding_side="right", return_tensors="pt").to(model.device)
        labels = inputs["input_ids"].masked_fill(inputs["attention_mask"] == 0, -100)
        model(input_ids=inputs["input_ids"], attention_mask=inputs["attention_mask"], labels=labels).loss.backward()
        torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
        optimizer.step()
        optimizer.zero_grad()


@torch.no_grad()
def complete(
    model: Qwen2ForCausalLM, tokenizer: PreTrainedTokenizerFast, prompts: Sequence[str], max_tokens: int
) -> list[str]:
    """The likeliest completion of each prompt."""
    model.eval()
    inputs = tokenizer(list(prompts), padding=True, return_tensors="pt").to(model.device)
    tokens = model.generate(
        input_ids=inputs["input_ids"],
        attention_mask=inputs["attention_mask"],
        max_new_tokens=max_tokens,
        do_sample=False,
    )
    return tokenizer.batch_decode(tokens[:, inputs["input_ids"].shape[1] :], skip_special_tokens=True)
