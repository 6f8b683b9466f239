"""A `grpo-rewards serve --http` of a test's own."""

import json
import os
import shlex
import subprocess
import threading


class HttpServer:
    """One server on a port of 127.0.0.1, a free one where none is asked for."""

    def __init__(self, *arguments: str, port: int = 0) -> None:
        command = [*shlex.split(os.environ["GRPO_REWARDS_COMMAND"]), "serve", "--http", f"127.0.0.1:{port}"]
        self._process = subprocess.Popen([*command, *arguments], stderr=subprocess.PIPE, text=True)
        assert self._process.stderr is not None
        lines = map(json.loads, self._process.stderr)
        self.url = next(line["url"] for line in lines if line["msg"] == "listening")
        # Whatever it logs from now on has to go somewhere.
        threading.Thread(target=self._process.stderr.read, daemon=True).start()

    @property
    def port(self) -> int:
        """Where it listens."""
        return int(self.url.rpartition(":")[2])

    def kill(self) -> None:
        """Ends it at once, as a crash does."""
        self._process.kill()
        self._process.wait()
