"""A two-layer causal language model and a byte tokenizer, built from a configuration: nothing is downloaded.

Random weights would sample noise that every reward scores alike, so the model is first taught, for a few seconds and
by plain supervised steps, to write completions of every kind that the rewards tell apart: right and wrong answers,
good and bad formats, short and long.
"""

import random

import torch
from tokenizers import Tokenizer, decoders, models, pre_tokenizers
from transformers import PreTrainedTokenizerFast, Qwen2Config, Qwen2ForCausalLM

from problems import PROBLEMS, completion_variants, question

CHAT_TEMPLATE = (
    "{% for message in messages %}"
    "{{ message['role'][0] + ':' + message['content'] + '\n' }}"
    "{% if message['role'] == 'assistant' %}{{ eos_token }}{% endif %}"
    "{% endfor %}"
    "{% if add_generation_prompt %}{{ 'a:' }}{% endif %}"
)
SPECIAL_TOKENS = ["<pad>", "<eos>"]


def build_tokenizer() -> PreTrainedTokenizerFast:
    """A tokenizer with one token per byte, a padding and an end token, and a chat template."""
    alphabet = sorted(pre_tokenizers.ByteLevel.alphabet())
    vocabulary = {token: index for index, token in enumerate(SPECIAL_TOKENS + alphabet)}
    tokenizer = Tokenizer(models.BPE(vocab=vocabulary, merges=[]))
    tokenizer.pre_tokenizer = pre_tokenizers.ByteLevel(add_prefix_space=False, use_regex=False)
    tokenizer.decoder = decoders.ByteLevel()
    return PreTrainedTokenizerFast(
        tokenizer_object=tokenizer,
        pad_token="<pad>",
        eos_token="<eos>",
        padding_side="left",
        chat_template=CHAT_TEMPLATE,
    )


def build_model(tokenizer: PreTrainedTokenizerFast) -> Qwen2ForCausalLM:
    """An untrained model with about 100 000 parameters."""
    config = Qwen2Config(
        vocab_size=len(tokenizer),
        hidden_size=64,
        intermediate_size=128,
        num_hidden_layers=2,
        num_attention_heads=4,
        num_key_value_heads=2,
        max_position_embeddings=256,
        tie_word_embeddings=True,
        pad_token_id=tokenizer.pad_token_id,
        eos_token_id=tokenizer.eos_token_id,
        bos_token_id=None,
    )
    return Qwen2ForCausalLM(config)


def teach(model: Qwen2ForCausalLM, tokenizer: PreTrainedTokenizerFast, steps: int, seed: int) -> None:
    """Train `model` in place by `steps` supervised steps on (question, completion variant) pairs."""
    rng = random.Random(seed)
    optimizer = torch.optim.AdamW(model.parameters(), lr=5e-3)
    model.train()
    for _ in range(steps):
        texts = [_sample_text(rng, tokenizer) for _ in range(16)]
        batch = tokenizer(texts, padding=True, padding_side="right", return_tensors="pt")
        labels = batch["input_ids"].masked_fill(batch["attention_mask"] == 0, -100)
        model(**batch, labels=labels).loss.backward()
        torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
        optimizer.step()
        optimizer.zero_grad()


def _sample_text(rng: random.Random, tokenizer: PreTrainedTokenizerFast) -> str:
    problem = rng.choice(PROBLEMS)
    completion = rng.choice(completion_variants(problem, rng))
    if rng.random() < 0.5:
        return question(problem) + completion + tokenizer.eos_token
    messages = [
        {"role": "user", "content": question(problem)},
        {"role": "assistant", "content": completion},
    ]
    return tokenizer.apply_chat_template(messages, tokenize=False)
