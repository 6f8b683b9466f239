"""Released graders as functions of a completion and a reference; nothing of theirs is written anew."""


def math_verify(completion, gold):
    from math_verify import parse, verify

    return verify(parse(gold), parse(completion))


def reasoning_gym(completion, gold):
    from reasoning_gym.dataset import ProceduralDataset

    return ProceduralDataset.score_answer(None, completion, {"answer": gold})
