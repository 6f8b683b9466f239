"""Times the Python client for `bridge.mjs`, which starts it with the file of the completions: one JSON object a line."""

from __future__ import annotations

import dataclasses
import json
import re
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

REPOSITORY = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(REPOSITORY / "python" / "src"))

from grpo_rewards import RewardClient, codec  # noqa: E402

COMMAND = ["node", str(REPOSITORY / "dist" / "cli" / "main.js")]
TEXTS: list[str] = json.loads(Path(sys.argv[1]).read_text())
ORJSON = codec.orjson
ENCODERS = ["json", "orjson", "frames"] if ORJSON else ["json", "frames"]
MEGABYTE = 1024


def batch(count: int, size: int) -> list[str]:
    """New objects each time: a client may not profit from having seen them."""
    return [(TEXTS[row % len(TEXTS)] * (size // len(TEXTS[0]) + 1))[-size:] for row in range(count)]


def report(
    case: str, run: Callable[[], object], rounds: int, more: Callable[[], dict[str, object]] = dict
) -> None:
    run()
    times = []
    for _ in range(rounds):
        start = time.perf_counter()
        run()
        times.append((time.perf_counter() - start) * 1000)
    times.sort()
    p50, p10 = times[len(times) // 2], times[len(times) // 10]
    print(json.dumps({"case": case, "p50": p50, "p10": p10, "least": times[0], **more()}), flush=True)


@contextmanager
def http_server() -> Iterator[str]:
    server = subprocess.Popen([*COMMAND, "serve", "--http", "0"], stderr=subprocess.PIPE, text=True)
    try:
        for line in server.stderr or ():
            if found := re.search(r'"url":"([^"]+)"', line):
                yield found[1]
                return
    finally:
        server.terminate()
        server.wait()


def encode_by(client: RewardClient, encoder: str) -> None:
    """Has the client send its requests so."""
    codec.orjson = ORJSON if encoder == "orjson" else None
    session: Any = client._session  # noqa: SLF001 - there is no setting, since nobody needs it
    session._welcome = dataclasses.replace(session.welcome(), frames=encoder == "frames")  # noqa: SLF001


def ping(case: str, client: RewardClient) -> None:
    report(case, lambda: client.advantages([], []), 2000)


def pings() -> None:
    with RewardClient(command=COMMAND) as client:
        ping("ping fd", client)
    with RewardClient(command=COMMAND, shared=True) as client:
        ping("ping unix", client)
    with http_server() as url, RewardClient(urls=url) as client:
        ping("ping http", client)


def peak_memory(client: RewardClient) -> float | None:
    status = Path(f"/proc/{client.server_pid}/status")
    found = re.search(r"VmHWM:\s+(\d+)", status.read_text()) if status.exists() else None
    return int(found[1]) / MEGABYTE if found else None


def transports(count: int, size: int, rounds: int) -> None:
    texts = batch(count, size)
    for encoder in ENCODERS:
        with RewardClient(command=COMMAND) as client:
            encode_by(client, encoder)
            for reward, reads in (("truncation_penalty", "unread"), ("tag_count", "read")):
                columns = {"truncated": [False] * count}
                report(
                    f"{count} of {size} {encoder} {reads}",
                    lambda reward=reward, columns=columns: client.score([reward], texts, columns=columns),
                    rounds,
                    lambda: {"memory": peak_memory(client)},
                )


def accuracy(count: int, size: int, rounds: int) -> None:
    """With what the server says of its own work, so that the rest is known."""
    texts = batch(count, size)
    columns = {"solution": [str(row % len(TEXTS)) for row in range(count)]}
    for encoder in ENCODERS:
        with RewardClient(command=COMMAND) as client:
            encode_by(client, encoder)
            rest = []

            def run(client: RewardClient = client, rest: list[float] = rest) -> None:
                start = time.perf_counter()
                result = client.score(["accuracy"], texts, columns=columns)
                rest.append((time.perf_counter() - start) * 1000 - result.timing["workMs"])

            report(f"accuracy {encoder}", run, rounds, lambda: {"rest": rest})


def main() -> None:
    pings()
    transports(64, 24_000, 60)
    transports(1024, 80_000, 7)
    accuracy(64, 24_000, 30)


if __name__ == "__main__":
    main()
