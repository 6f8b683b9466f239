"""A server for tests, which speaks the protocol and misbehaves on demand.

Run as `stub_server.py serve [--fd N] [--rewards FILE]...`. What it is told to do comes with the request: see `REWARDS`.
How it starts comes from the environment variable STUB_START: see `start`. Everything that it receives is appended to
the file STUB_LOG, one JSON object a line.
"""

from __future__ import annotations

import argparse
import contextlib
import json
import os
import signal
import socket
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, BinaryIO

Params = dict[str, Any]
Scores = list[float | None]

FOREVER = 3600


def log(entry: Params) -> None:
    """Appends `entry` to the log; one write, so that several servers may share the file."""
    with Path(os.environ["STUB_LOG"]).open("ab", buffering=0) as file:
        file.write(json.dumps(entry | {"pid": os.getpid()}).encode() + b"\n")


def column(params: Params, name: str) -> list[Any]:
    """A column of a `score` request, whichever form it has."""
    values = params["columns"][name]
    return [values["values"][position] for position in values["index"]] if isinstance(values, dict) else values


def text_of(completion: Any) -> str:
    """The text of a completion: of its last message, if it has several."""
    return completion if isinstance(completion, str) else str(completion[-1]["content"])


def length(params: Params, _: Params) -> Scores:
    """The number of characters."""
    return [len(text_of(completion)) for completion in params["completions"]]


def match(params: Params, _: Params) -> Scores:
    """1 where the completion equals the solution; None where there is no solution."""
    rows = zip(params["completions"], column(params, "solution"), strict=True)
    return [None if gold is None else float(text_of(completion) == gold) for completion, gold in rows]


def tokens(params: Params, _: Params) -> Scores:
    """The number of tokens."""
    return [float(count) for count in column(params, "n_tokens")]


def ids(params: Params, _: Params) -> Scores:
    """The first token's id; None where the column did not come."""
    if "token_ids" not in params.get("columns", {}):
        return [None] * len(params["completions"])
    return [float(row[0]) for row in column(params, "token_ids")]


def prompted(params: Params, _: Params) -> Scores:
    """The number of characters of the prompt."""
    return [float(len(text_of(prompt))) for prompt in column(params, "prompt")]


def group(params: Params, _: Params) -> Scores:
    """The number of the group."""
    return [float(number) for number in params["groups"]]


def crash(params: Params, options: Params) -> Scores:
    """Kills the server as long as the file `counter` holds less than `times` bytes, to which each death adds one."""
    counter = Path(options["counter"])
    if counter.stat().st_size < options["times"]:
        with counter.open("ab") as file:
            file.write(b"x")
        print("stub: the end is near", file=sys.stderr, flush=True)
        os.kill(os.getpid(), signal.SIGKILL)
    return length(params, options)


def deadly(params: Params, options: Params) -> Scores:
    """Kills the server, whatever else it was asked, if a completion is "poison"."""
    if "poison" in map(text_of, params["completions"]):
        os.kill(os.getpid(), signal.SIGKILL)
    return length(params, options)


def leave(_: Params, options: Params) -> Scores:
    """Exits with the given code."""
    print("stub: leaving", file=sys.stderr, flush=True)
    os._exit(options["code"])


def hang(params: Params, options: Params) -> Scores:
    """Reads and answers nothing any more, until the file `gate` is there."""
    end = time.monotonic() + FOREVER
    gate = options.get("gate")
    while time.monotonic() < end and not (gate and Path(gate).exists()):
        time.sleep(0.01)
    return length(params, options)


def fail(_: Params, options: Params) -> Scores:
    """Answers with the error in the options."""
    raise StubError(options["error"])


def speak(params: Params, options: Params) -> Scores:
    """Writes to stderr and stdout, as a careless reward does."""
    print(options["text"], file=sys.stderr, flush=True)
    print(options["text"], flush=True)
    return length(params, options)


class StubError(Exception):
    """An error object to answer with."""


class Unanswered(Exception):
    """The request stays open until it is cancelled."""


def slow(_: Params, __: Params) -> Scores:
    """Answers only to the cancellation."""
    raise Unanswered


REWARDS: dict[str, tuple[Callable[[Params, Params], Scores], Params]] = {
    "length": (length, {}),
    "match": (match, {"columns": ["solution"]}),
    "tokens": (tokens, {"optionalColumns": ["n_tokens"]}),
    "ids": (
        ids,
        {"optionalColumns": ["token_ids"], "readsWhen": {"token_ids": {"option": "unit", "values": ["tokens"]}}},
    ),
    "prompted": (prompted, {"columns": ["prompt"]}),
    "group": (group, {"kind": "group"}),
    "crash": (crash, {}),
    "deadly": (deadly, {}),
    "deadly_group": (deadly, {"kind": "group"}),
    "leave": (leave, {}),
    "hang": (hang, {}),
    "slow": (slow, {}),
    "fail": (fail, {}),
    "speak": (speak, {}),
    "explained": (length, {"extra": ["why", "how"]}),
}


def welcome(_: Params) -> Params:
    """The result of `initialize`."""
    if os.environ.get("STUB_START") == "refuse":
        raise StubError({"code": -32008, "message": "I speak version 2", "data": {"code": "protocol_version"}})
    unsaid: Params = {"summary": "", "kind": "rollout", "range": [0, 1], "options": {}}
    nothing: Params = {"columns": [], "optionalColumns": [], "extra": [], "readsWhen": {}, "presets": {}, "source": ""}
    return {
        "protocol": 1,
        "server": {"name": "stub", "version": "0"},
        "maxFrameBytes": int(os.environ.get("STUB_MAX_FRAME_BYTES", "1000000000")),
        "rewards": [unsaid | nothing | {"name": name} | info for name, (_, info) in REWARDS.items()],
    }


def total(params: Params, spec: Params) -> Scores:
    """The scores of a reward; of any composition the sums of its parts' scores."""
    if "name" in spec:
        if spec["name"] not in REWARDS:
            raise StubError({"code": -32001, "message": f"no reward {spec['name']!r}"})
        return REWARDS[spec["name"]][0](params, spec.get("options", {}))
    [parts] = (value for value in spec.values() if isinstance(value, (dict, list)))
    columns = [total(params, part) for part in (parts if isinstance(parts, list) else [parts])]
    return [sum(value or 0.0 for value in row) for row in zip(*columns, strict=True)]


def score(params: Params) -> Params:
    """The result of `score`: every reward computed, no sums over the request."""
    scores = {spec["key"]: total(params, spec) for spec in params["rewards"]}
    metrics: Params = {}
    for key, values in scores.items():
        metrics |= {f"{key}.nulls": values.count(None), f"{key}.timeouts": 0}
    result: Params = {"scores": scores, "metrics": metrics, "timing": {"workMs": 0}}
    if params.get("detail") != "scores":
        result["extra"] = {f"{key}.why": [f"{key} is {value}" for value in values] for key, values in scores.items()}
    return result


def advantages(params: Params) -> Params:
    """The result of `advantages`: the rewards."""
    return {"advantages": params["rewards"]}


METHODS = {"initialize": welcome, "score": score, "advantages": advantages}


def answers(message: Params) -> Iterator[Params]:
    """What to send back for `message`."""
    if message["method"] == "$/cancelRequest":
        yield {"id": message["params"]["id"], "error": {"code": -32800, "message": "cancelled"}}
        return
    try:
        yield {"id": message["id"], "result": METHODS[message["method"]](message["params"])}
    except StubError as error:
        yield {"id": message["id"], "error": error.args[0]}
    except Unanswered:
        return


def serve(lines: BinaryIO, send: Callable[[bytes], object]) -> None:
    """Answers one request after the other until the end of the stream."""
    for line in lines:
        message = json.loads(line)
        log({"method": message["method"], "params": message["params"]})
        for answer in answers(message):
            send(json.dumps({"jsonrpc": "2.0"} | answer).encode() + b"\n")


def start() -> None:
    """Misbehaves before the first request, if STUB_START says how."""
    manner = os.environ.get("STUB_START")
    if manner == "exit":
        print("stub: cannot start", file=sys.stderr, flush=True)
        os._exit(5)
    if manner == "hang":
        print("stub: thinking about it", file=sys.stderr, flush=True)
        time.sleep(FOREVER)
    if manner == "killed":
        os.kill(os.getpid(), signal.SIGKILL)


def main() -> None:
    """Serves on the inherited socket, or on stdin and stdout."""
    parser = argparse.ArgumentParser()
    parser.add_argument("command", choices=["serve"])
    parser.add_argument("--fd", type=int)
    parser.add_argument("--rewards", action="append", default=[])
    arguments = parser.parse_args()
    log({"method": "start", "params": {"argv": sys.argv[1:], "cwd": str(Path.cwd())}})
    start()
    if arguments.fd is None:
        serve(sys.stdin.buffer, lambda line: os.write(sys.stdout.fileno(), line))
        return
    with socket.socket(fileno=arguments.fd) as endpoint, contextlib.suppress(ConnectionError):
        serve(endpoint.makefile("rb"), endpoint.sendall)


if __name__ == "__main__":
    main()
