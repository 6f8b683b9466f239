"""The server as a child process: started with a channel to it, followed, and ended."""

from __future__ import annotations

import contextlib
import os
import signal
import socket
import subprocess
from collections.abc import Sequence
from typing import Any

from grpo_rewards.answers import OnNotice
from grpo_rewards.channel import SOCKET_BUFFER_BYTES, Channel, PipeChannel, SocketChannel
from grpo_rewards.connection import Connection
from grpo_rewards.frames import Outgoing
from grpo_rewards.server_command import cannot_run
from grpo_rewards.stderr_forwarder import StderrForwarder

CAN_INHERIT_SOCKET = os.name == "posix"
"""Whether a child can be handed an open socket. Windows cannot; there the protocol runs over stdin and stdout."""

EXIT_GRACE_SECONDS = 2.0


class ServerProcess:
    """A server of this process's own. It ends when its channel does, or when this process ends in any way."""

    def __init__(self, command: Sequence[str]) -> None:
        spawn = _spawn_with_socket if CAN_INHERIT_SOCKET else _spawn_with_pipes
        try:
            self._process, channel, log = spawn(command)
        except OSError as error:
            raise cannot_run(command, error) from error
        self._stderr = StderrForwarder(log)
        self._connection = Connection(channel)

    @property
    def pid(self) -> int:
        """The process id."""
        return self._process.pid

    @property
    def alive(self) -> bool:
        """See `Server`."""
        return self._connection.alive

    def request(self, request_id: int, message: Outgoing, deadline: float, on_notice: OnNotice = None) -> Any:
        """See `Server`."""
        return self._connection.request(request_id, message, deadline, on_notice)

    def stop(self) -> None:
        """Ends the server in good order, or by force if that takes too long."""
        self._connection.hang_up()
        try:
            self._process.wait(EXIT_GRACE_SECONDS)
        except subprocess.TimeoutExpired:
            self.kill()
        self._stderr.tail(timeout=1.0)

    def kill(self) -> None:
        """Ends the server at once, with the processes that it started."""
        _kill(self._process)
        self._process.wait()
        self._connection.hang_up()

    def discard(self) -> None:
        """See `Server`."""
        self.kill()

    def post_mortem(self) -> tuple[int, str]:
        """The exit code and the last lines on stderr of a server whose connection is lost."""
        try:
            exit_code = self._process.wait(EXIT_GRACE_SECONDS)
        except subprocess.TimeoutExpired:
            self.kill()
            exit_code = self._process.returncode
        return exit_code, self._stderr.tail(timeout=1.0)

    def abandon(self) -> None:
        """For a forked child, whose parent owns the server: gives back the file descriptors."""
        self._connection.abandon()
        self._stderr.abandon()
        # Not this process's child: polling makes the handle forget it, without a warning at its deletion.
        self._process.poll()


def _spawn_with_socket(command: Sequence[str]) -> tuple[subprocess.Popen[bytes], Channel, Any]:
    ours, theirs = socket.socketpair()
    with theirs:
        for end in (ours, theirs):
            end.setsockopt(socket.SOL_SOCKET, socket.SO_SNDBUF, SOCKET_BUFFER_BYTES)
        try:
            process = subprocess.Popen(
                [*command, "--fd", str(theirs.fileno())],
                stdin=subprocess.DEVNULL,
                stdout=subprocess.PIPE,
                stderr=subprocess.STDOUT,
                bufsize=0,
                pass_fds=[theirs.fileno()],
                # Ctrl-C in the terminal is for the trainer, which closes the server in its own time.
                start_new_session=True,
            )
        except BaseException:
            ours.close()
            raise
    return process, SocketChannel(ours), process.stdout


def _spawn_with_pipes(command: Sequence[str]) -> tuple[subprocess.Popen[bytes], Channel, Any]:
    process = subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, bufsize=0
    )
    if process.stdin is None or process.stdout is None:
        raise RuntimeError("Popen was asked for pipes and made none")
    return process, PipeChannel(process.stdin, process.stdout, lambda: _kill(process)), process.stderr


def _kill(process: subprocess.Popen[bytes]) -> None:
    if process.poll() is not None:
        return
    if CAN_INHERIT_SOCKET:
        with contextlib.suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
    else:
        process.kill()
