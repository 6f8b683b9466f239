"""Servers over HTTP: real ones, and one that answers as a test says."""

from __future__ import annotations

import json
import os
import ssl
import subprocess
import threading
from collections.abc import Callable, Sequence
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

from grpo_rewards import RewardClient
from grpo_rewards.protocol import PROTOCOL_VERSION

HOST = "127.0.0.1"


class RealServer:
    """A `grpo-rewards serve --http` on a free port."""

    def __init__(self, main: Path, arguments: Sequence[str] = (), *, port: int = 0, token: str | None = None) -> None:
        environment = os.environ | ({} if token is None else {"GRPO_REWARDS_TOKEN": token})
        self.process = subprocess.Popen(
            ["node", str(main), "serve", "--http", f"{HOST}:{port}", *arguments],
            env=environment,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
            text=True,
        )
        assert self.process.stderr is not None
        lines = map(json.loads, self.process.stderr)
        self.url: str = next(line["url"] for line in lines if line["msg"] == "listening")
        # Whatever it logs from now on has to go somewhere.
        self._drain = threading.Thread(target=self.process.stderr.read, daemon=True)
        self._drain.start()

    @property
    def port(self) -> int:
        """Where it listens."""
        return int(self.url.rpartition(":")[2])

    def kill(self) -> None:
        """Ends it at once."""
        self.process.kill()
        self.process.wait()
        self._drain.join()
        assert self.process.stderr is not None
        self.process.stderr.close()


WELCOME = {
    "maxFrameBytes": 10_000_000,
    "protocol": PROTOCOL_VERSION,
    "rewards": [
        {
            "name": "length",
            "summary": "",
            "kind": "rollout",
            "range": None,
            "columns": [],
            "optionalColumns": [],
            "extra": [],
            "options": {},
        }
    ],
}


def scores_of(params: dict[str, Any]) -> dict[str, Any]:
    """The result of `score` with the reward `length`."""
    lengths = [len(text) for text in params["completions"]]
    return {"scores": {"length": lengths}, "metrics": {"length.nulls": 0}, "timing": {"workMs": 1}}


class Reply(Exception):
    """What a test has a scripted server answer: a status, a body, headers, and whether the client is to end it."""

    def __init__(
        self, status: int, body: str = "", headers: dict[str, str] | None = None, *, lingers: bool = False
    ) -> None:
        super().__init__(status)
        self.status = status
        self.body = body
        self.headers = headers or {}
        self.lingers = lingers


class _QuietServer(ThreadingHTTPServer):
    daemon_threads = True
    closed = 0

    def shutdown_request(self, request: Any) -> None:
        super().shutdown_request(request)
        self.closed += 1

    def handle_error(self, *_: Any) -> None:
        """A client that goes away is part of the test."""


class ScriptedServer:
    """An HTTP server that greets, and has `on_score` do the rest: it returns the result or raises a `Reply`.

    Attributes:
        requests: how many `score` requests came.
        connections: how many connections were made.
        headers: of the last request.
        hangs_up: whether it closes each connection after an answer that does not say so.
    """

    def __init__(self, on_score: Callable[[dict[str, Any]], Any] = scores_of) -> None:
        self.on_score = on_score
        self.requests = 0
        self.connections = 0
        self.headers: dict[str, str] = {}
        self.hangs_up = False
        outer = self

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def setup(self) -> None:
                outer.connections += 1
                super().setup()

            def do_POST(self) -> None:
                outer.headers = dict(self.headers)
                message = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
                try:
                    result = WELCOME
                    if message["method"] == "score":
                        outer.requests += 1
                        result = outer.on_score(message["params"])
                    reply = Reply(200, json.dumps({"id": message["id"], "result": result}))
                except Reply as scripted:
                    reply = scripted
                except ConnectionAbortedError:
                    self.close_connection = True
                    return
                self.send_response(reply.status)
                for name, value in {"Content-Length": str(len(reply.body)), **reply.headers}.items():
                    self.send_header(name, value)
                self.end_headers()
                self.wfile.write(reply.body.encode())
                self.close_connection |= outer.hangs_up
                self.rfile.read(-1 if reply.lingers else 0)

            def log_message(self, *_: Any) -> None:
                """Says nothing."""

        self._server = _QuietServer((HOST, 0), Handler)
        self.url = f"http://{HOST}:{self._server.server_port}"
        threading.Thread(target=self._server.serve_forever, args=[0.01], daemon=True).start()

    def secure(self, context: ssl.SSLContext) -> None:
        """Speaks TLS from now on."""
        self._server.socket = context.wrap_socket(self._server.socket, server_side=True)
        self.url = self.url.replace("http:", "https:")

    @property
    def closed(self) -> int:
        """How many connections have ended on its side."""
        return self._server.closed

    def close(self) -> None:
        """Listens no more."""
        self._server.shutdown()
        self._server.server_close()


def score_lengths(client: RewardClient, texts: Sequence[str]) -> list[float | None]:
    """The scores of the reward `length`."""
    return client.score(["length"], texts).scores["length"]
