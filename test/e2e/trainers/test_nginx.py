"""docs/nginx.conf in front of two servers, of which one is killed under load, and comes back."""

import os
import socket
import subprocess
import threading
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from grpo_rewards import InvalidRequest, RewardClient

from http_server import HttpServer

CONFIGURATION = Path(__file__).parents[3] / "docs" / "nginx.conf"
ITSELF = str(Path(__file__).with_name("itself.ts"))
BATCHES = 160
BATCH_SIZE = 8


def free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        return listener.getsockname()[1]


class Nginx:
    """nginx with the documented configuration, but ports and folders of its own."""

    def __init__(self, folder: Path, servers: list[HttpServer]) -> None:
        self.url = f"http://127.0.0.1:{free_port()}"
        text = CONFIGURATION.read_text()
        for ours, theirs in zip([self.url, *(server.url for server in servers)], (8000, 8001, 8002), strict=True):
            assert text.count(f"127.0.0.1:{theirs}") == 1
            text = text.replace(f"127.0.0.1:{theirs}", ours.removeprefix("http://"))
        # Nothing else differs from what is documented.
        paths = "".join(
            f"{name}_temp_path {folder / name};" for name in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
        )
        configuration = folder / "nginx.conf"
        configuration.write_text(text.replace("http {", f"http {{ {paths}", 1))
        self.log = folder / "error.log"
        settings = f"daemon off; pid {folder / 'nginx.pid'}; user {'root' if os.geteuid() == 0 else 'nobody'};"
        command = [
            os.environ["NGINX_PROGRAM"],
            "-p",
            str(folder),
            "-c",
            str(configuration),
            "-e",
            str(self.log),
            "-g",
            settings,
        ]
        self._process = subprocess.Popen(command)
        self._await_readiness()

    def _await_readiness(self) -> None:
        host, port = self.url.removeprefix("http://").split(":")
        for _ in range(2000):
            assert self._process.poll() is None, self.log.read_text()
            try:
                socket.create_connection((host, int(port))).close()
            except ConnectionRefusedError:
                time.sleep(0.05)
            else:
                return
        raise AssertionError("nginx does not listen")

    def stop(self) -> None:
        """Ends it with its worker processes."""
        self._process.terminate()
        self._process.wait()


@pytest.fixture(scope="module")
def proxied(
    serve: Callable[..., HttpServer], tmp_path_factory: pytest.TempPathFactory
) -> Iterator[tuple[Nginx, list[HttpServer]]]:
    with ThreadPoolExecutor() as threads:
        servers = list(threads.map(lambda _: serve("--rewards", ITSELF), range(2)))
    nginx = Nginx(tmp_path_factory.mktemp("nginx"), servers)
    yield nginx, servers
    nginx.stop()


def test_large_batches_pass(proxied: tuple[Nginx, list[HttpServer]]) -> None:
    nginx, _ = proxied
    text = "x" * 500_000
    with RewardClient(urls=nginx.url, retries=0) as client:
        assert len(client.score(["think_format"], [text] * 60).scores["think_format"]) == 60


def test_what_the_servers_refuse_is_refused(proxied: tuple[Nginx, list[HttpServer]]) -> None:
    nginx, _ = proxied
    with RewardClient(urls=nginx.url) as client, pytest.raises(InvalidRequest, match="acuracy"):
        client.score(["acuracy"], ["a"])


def test_a_server_that_is_killed_under_load_costs_no_reward(
    proxied: tuple[Nginx, list[HttpServer]], serve: Callable[..., HttpServer]
) -> None:
    nginx, servers = proxied
    done = threading.Semaphore(0)
    # The client sends nothing twice: whatever is lost, nginx has to make good.
    with RewardClient(urls=nginx.url, retries=0) as client:
        itself = client.reward("itself")

        def score(batch: int) -> list[float]:
            first = batch * BATCH_SIZE
            try:
                return itself(completions=[str(number) for number in range(first, first + BATCH_SIZE)])
            finally:
                done.release()

        with ThreadPoolExecutor(max_workers=16) as threads:
            results = threads.map(score, range(BATCHES))
            for _ in range(BATCHES // 4):
                done.acquire()
            servers[0].kill()
            for _ in range(BATCHES // 4):
                done.acquire()
            # It comes back, and then the other one goes.
            serve("--rewards", ITSELF, port=servers[0].port)
            time.sleep(2.5)
            servers[1].kill()
            scores = [score for batch in results for score in batch]
    assert scores == [float(number) for number in range(BATCHES * BATCH_SIZE)]
    assert "upstream" in nginx.log.read_text(), "no request met a server that was gone"
