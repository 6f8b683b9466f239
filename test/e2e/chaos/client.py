"""One client under load: scores batch after batch, and compares each score with the one that is due.

Usage: client.py KIND SEED [URL]..., where KIND is own, process, shared or http. Writes a line per batch; ends when its
standard input does, after which it says how many descriptors it has more than before. A score that is missing, twice
there or in another's place ends it with an error.
"""

import os
import random
import select
import sys
import time
import warnings
from pathlib import Path

FOLDER = Path(__file__).resolve().parent
REPOSITORY = FOLDER.parents[2]
sys.path.insert(0, str(REPOSITORY / "python" / "src"))

from grpo_rewards import RewardClient  # noqa: E402

REWARDS = ("summed", "summed_later")
BATCH = 24


def sum_of(text: str) -> float:
    """What the reward makes of a text."""
    total = 7
    for character in text:
        total = (total * 31 + ord(character)) % 1_000_003
    return float(total)


def make_client(kind: str, urls: list[str]) -> RewardClient:
    """Limits are generous: a test of losses is not to depend on the speed of the machine."""
    limits = {"timeout": 300.0, "item_timeout": 120.0, "retries": 8}
    if kind == "http":
        return RewardClient(urls=urls, **{**limits, "retries": 12})
    isolation = "process" if kind == "process" else "thread"
    command = ["node", str(REPOSITORY / "dist" / "cli" / "main.js")]
    rewards = FOLDER / "rewards.ts"
    return RewardClient(rewards=rewards, command=command, shared=kind == "shared", isolation=isolation, **limits)


def descriptors() -> int:
    """How many files this process has open."""
    return len(os.listdir("/proc/self/fd"))


def check(client: RewardClient, draw: random.Random) -> None:
    """Scores a batch, every text of which is another one."""
    texts = [f"{draw.random()} {'word ' * draw.randrange(60)}" for _ in range(BATCH)]
    result = client.score(REWARDS, texts)
    for name in REWARDS:
        if result.scores[name] != [sum_of(text) for text in texts]:
            sys.exit(f"wrong scores of {name}: {result.scores[name]}, status {result.status}")


def fork_and_linger(client: RewardClient, draw: random.Random) -> None:
    """A child that has all this process has, scores by itself, and is there for a while."""
    if os.fork() == 0:
        check(client, draw)
        client.close()
        os._exit(0)


def main() -> None:
    kind, seed, *urls = sys.argv[1:]
    draw = random.Random(seed)
    warnings.simplefilter("error")
    # Python warns of forks of processes with threads; that is what is tried here.
    warnings.filterwarnings("ignore", category=DeprecationWarning)
    before = descriptors()
    client = make_client(kind, urls)
    children = 0
    while True:
        check(client, draw)
        print(f"batch {client.server_pid or 0}", flush=True)
        if not select.select([0], [], [], 0)[0]:
            continue
        line = os.read(0, 100)
        if not line:
            break
        fork_and_linger(client, draw)
        children += 1
    client.close()
    for _ in range(children):
        _, status = os.wait()
        if status != 0:
            sys.exit(f"a forked child ended with status {status}")
    # The thread that forwards what the server logs closes its end when it hears of it.
    deadline = time.monotonic() + 60
    while descriptors() > before and time.monotonic() < deadline:
        time.sleep(0.02)
    print("descriptors", descriptors() - before, flush=True)


main()
