"""A pool of reward servers in real Ray actors, of which some are killed at work."""

import os
import signal
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
import ray
from grpo_rewards import InvalidRequest
from grpo_rewards.ray import RayRewardClient

from batch import COMPLETIONS, REFERENCES, SCORES

ITSELF = str(Path(__file__).with_name("itself.ts"))


@pytest.fixture(scope="module")
def pool() -> Iterator[RayRewardClient]:
    with ray.init(num_cpus=2, include_dashboard=False), RayRewardClient(actors=2, rewards=ITSELF) as pool:
        yield pool


def pid_of(actor: ray.actor.ActorHandle) -> int:
    return ray.get(actor.__ray_call__.remote(lambda _: os.getpid()))


def test_scores_are_those_of_one_server(pool: RayRewardClient) -> None:
    accuracy, think_format = pool.rewards("accuracy", "think_format")
    batch = {"completions": COMPLETIONS * 40, "solution": REFERENCES * 40}
    assert accuracy(**batch) == SCORES * 40
    assert think_format(**batch) == [0.0] * len(COMPLETIONS) * 40


def test_groups_stay_whole(pool: RayRewardClient) -> None:
    result = pool.score(["accuracy"], COMPLETIONS * 40, columns={"solution": REFERENCES * 40}, groups=[0] * 200)
    assert result.scores["accuracy"] == SCORES * 40


def test_a_mistake_is_raised_here(pool: RayRewardClient) -> None:
    with pytest.raises(InvalidRequest, match='no reward named "acuracy"'):
        pool.score(["acuracy"], ["a"])
    with pytest.raises(InvalidRequest, match="not an option|acurate"):
        pool.score([("accuracy", {"acurate": True})], ["a"] * 200, columns={"solution": ["a"] * 200})


def test_clients_in_other_actors_use_the_same_pool(pool: RayRewardClient) -> None:
    @ray.remote(num_cpus=0)
    def score(function: object) -> list[float]:
        return function(completions=["1", "2"])  # type: ignore[operator]

    assert ray.get(score.remote(pool.reward("itself"))) == [1.0, 2.0]
    assert pool.reward("itself")(completions=["3"]) == [3.0]


def test_no_reward_is_lost_doubled_or_misplaced_when_actors_are_killed_at_work(pool: RayRewardClient) -> None:
    itself = pool.reward("itself")
    pids = [pid_of(actor) for actor in pool.actors]
    halves = [[str(number) for number in range(start, start + 1500)] for start in (0, 1500)]
    scores: dict[int, list[float]] = {}

    def run(half: int) -> None:
        scores[half] = itself(completions=halves[half])

    threads = [threading.Thread(target=run, args=[half]) for half in (0, 1)]
    for thread in threads:
        thread.start()
    # One process dies as it does out of memory; the other actor is ended by Ray, as a node is that goes away.
    os.kill(pids[0], signal.SIGKILL)
    threads[0].join(timeout=0.5)
    ray.kill(pool.actors[1], no_restart=False)
    for thread in threads:
        thread.join()
    assert scores == {half: [float(text) for text in halves[half]] for half in (0, 1)}
    assert set(pids).isdisjoint(pid_of(actor) for actor in pool.actors)
