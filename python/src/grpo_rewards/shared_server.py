"""One server for all processes of a user on a host: found by its unix socket, else started by one of them.

Who holds the lock beside the socket and finds nobody listening starts the server, detached; the others wait until it
listens. It ends by itself when its last client is gone, however that went.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
import signal
import socket
import stat
import struct
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from grpo_rewards import forks
from grpo_rewards._version import __version__
from grpo_rewards.answers import OnNotice
from grpo_rewards.channel import SOCKET_BUFFER_BYTES, SocketChannel
from grpo_rewards.connection import Connection
from grpo_rewards.errors import ServerStartError
from grpo_rewards.frames import Outgoing
from grpo_rewards.server import ServerGone, describe_stderr
from grpo_rewards.server_command import cannot_run

if sys.platform != "win32":
    import fcntl

LINGER_SECONDS = 5
POLL_SECONDS = 0.02
CONNECT_TIMEOUT_SECONDS = 5.0
LOG_BYTES = 1 << 20
LOG_TAIL_BYTES = 4096
LONGEST_SOCKET_PATH = 103
"""Of macOS; Linux allows four bytes more."""


@dataclass(frozen=True, slots=True)
class Place:
    """The files of one shared server, in a folder that only this user may enter."""

    socket: Path
    lock: Path
    log: Path

    @classmethod
    def of(cls, command: Sequence[str]) -> Place:
        """The same for all processes that start the server by the same `command`, from unchanged files."""
        parts = [__version__, *(_fingerprint(argument) for argument in command)]
        name = hashlib.sha256("\0".join(parts).encode("utf-8", "surrogateescape")).hexdigest()[:16]
        folder = _private_folder()
        place = cls(*(folder / f"{name}{suffix}" for suffix in (".sock", ".lock", ".log")))
        if len(os.fsencode(place.socket)) > LONGEST_SOCKET_PATH:
            raise ServerStartError(
                f"{place.socket} is too long a path for a unix socket: set XDG_RUNTIME_DIR or TMPDIR to a shorter one"
            )
        return place


class SharedServer:
    """A connection of this process to a server that others use, too. See `Server`."""

    def __init__(self, endpoint: socket.socket, log: Path) -> None:
        self._pid = _peer_pid(endpoint)
        self._log = log
        self._connection = Connection(SocketChannel(endpoint))

    @property
    def pid(self) -> int | None:
        """See `Server`."""
        return self._pid

    @property
    def alive(self) -> bool:
        """See `Server`."""
        return self._connection.alive

    def request(self, request_id: int, message: Outgoing, deadline: float, on_notice: OnNotice = None) -> Any:
        """See `Server`."""
        try:
            return self._connection.request(request_id, message, deadline, on_notice)
        finally:
            self._bound_log()

    def stop(self) -> None:
        """See `Server`."""
        self._connection.hang_up()

    def discard(self) -> None:
        """See `Server`."""
        self._connection.hang_up()

    def kill(self) -> None:
        """See `Server`. The other clients lose their connections, and elect a new server."""
        # The connection keeps the process id from meaning another process.
        if self._pid is not None and self.alive:
            with contextlib.suppress(ProcessLookupError):
                os.kill(self._pid, signal.SIGKILL)
        self._connection.hang_up()

    def post_mortem(self) -> tuple[int | None, str]:
        """See `Server`. The exit code is for the process that started it."""
        return None, _tail_of(self._log)

    def abandon(self) -> None:
        """See `Server`."""
        self._connection.abandon()

    def _bound_log(self) -> None:
        """The server appends to its log: whoever finds it too long empties it."""
        with contextlib.suppress(OSError):
            if self._log.stat().st_size > LOG_BYTES:
                os.truncate(self._log, 0)


def join_shared_server(command: Sequence[str], deadline: float, check_open: Callable[[], None]) -> SharedServer:
    """Connects to the server that `command` starts, and starts it if nobody has.

    Args:
        command: the server program and its arguments, but for the socket.
        deadline: on the monotonic clock.
        check_open: called while waiting; what it raises ends the wait.

    Raises:
        ServerStartError: the server did not start, or not in time.
        ServerGone: it was killed while it started.
    """
    place = Place.of(command)
    with _Election(place.lock) as election:
        for _ in _polls(deadline, check_open, place.log):
            if endpoint := _connect(place.socket):
                return SharedServer(endpoint, place.log)
            if election.won():
                # Who held the lock before may have started it in the meantime.
                endpoint = _connect(place.socket) or _start(command, place, deadline, check_open)
                return SharedServer(endpoint, place.log)
    raise AssertionError("unreachable: the polls end with an error")


class _Election:
    """Whose turn it is to start the server: an exclusive lock, which ends with the process that holds it."""

    def __init__(self, path: Path) -> None:
        self._descriptor = os.open(path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
        forks.register(self)

    def __enter__(self) -> _Election:
        return self

    def __exit__(self, *_: object) -> None:
        if self._descriptor >= 0:
            # Not by closing alone, which counts for nothing where a child has the file open.
            fcntl.flock(self._descriptor, fcntl.LOCK_UN)
            self.after_fork_in_child()

    def after_fork_in_child(self) -> None:
        """The lock is the parent's: a child that held the file open would keep it locked beyond the parent's end."""
        descriptor, self._descriptor = self._descriptor, -1
        if descriptor >= 0:
            os.close(descriptor)

    def won(self) -> bool:
        """Whether this process holds the lock, now that it has asked for it."""
        try:
            fcntl.flock(self._descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True


def _start(command: Sequence[str], place: Place, deadline: float, check_open: Callable[[], None]) -> socket.socket:
    """Starts the server and connects to it as its first client."""
    process = _spawn(command, place)
    # Collects the exit status, whenever the server ends.
    threading.Thread(target=process.wait, name="grpo-rewards-reaper", daemon=True).start()
    try:
        return _first_connection(process, place, _polls(deadline, check_open, place.log))
    except BaseException:
        if process.poll() is None:
            with contextlib.suppress(ProcessLookupError):
                os.killpg(process.pid, signal.SIGKILL)
        raise


def _spawn(command: Sequence[str], place: Place) -> subprocess.Popen[bytes]:
    place.log.write_bytes(b"")
    options = ["--socket", str(place.socket), "--linger", str(LINGER_SECONDS), "--log-level", "error"]
    try:
        with place.log.open("ab") as log:
            return subprocess.Popen(
                [*command, *options], stdin=subprocess.DEVNULL, stdout=log, stderr=log, start_new_session=True
            )
    except OSError as error:
        raise cannot_run(command, error) from error


def _first_connection(process: subprocess.Popen[bytes], place: Place, polls: Iterator[None]) -> socket.socket:
    for _ in polls:
        if endpoint := _connect(place.socket):
            return endpoint
        if process.poll() is not None:
            raise _start_failure(process.returncode, place.log)
    raise AssertionError("unreachable: the polls end with an error")


def _start_failure(exit_code: int, log: Path) -> Exception:
    gone = ServerGone("it ended before it listened", exit_code, _tail_of(log))
    if gone.may_be_chance:
        return gone
    return ServerStartError(
        f"the shared reward server did not start: {gone}", exit_code=exit_code, stderr_tail=gone.stderr_tail
    )


def _polls(deadline: float, check_open: Callable[[], None], log: Path) -> Iterator[None]:
    """Turns to look whether the server is there, until the deadline raises ServerStartError."""
    while time.monotonic() < deadline:
        check_open()
        yield
        time.sleep(POLL_SECONDS)
    tail = _tail_of(log)
    raise ServerStartError(f"the shared reward server was not ready in time. {describe_stderr(tail)}", stderr_tail=tail)


def _connect(path: Path) -> socket.socket | None:
    """A connection to the server that listens there; None if none does."""
    endpoint = socket.socket(socket.AF_UNIX)
    try:
        endpoint.settimeout(CONNECT_TIMEOUT_SECONDS)
        endpoint.connect(str(path))
        endpoint.settimeout(None)
        endpoint.setsockopt(socket.SOL_SOCKET, socket.SO_SNDBUF, SOCKET_BUFFER_BYTES)
    except (FileNotFoundError, ConnectionError, BlockingIOError, TimeoutError):
        endpoint.close()
        return None
    except BaseException:
        endpoint.close()
        raise
    return endpoint


def _peer_pid(endpoint: socket.socket) -> int | None:
    """The process that listens at the other end, where the system tells."""
    if sys.platform == "linux":
        pid, _, _ = struct.unpack("3i", endpoint.getsockopt(socket.SOL_SOCKET, socket.SO_PEERCRED, 12))
        # 0 stands for a process that cannot be seen from here, in another container.
        return int(pid) or None
    if sys.platform == "darwin":
        sol_local, local_peerpid = 0, 2
        return endpoint.getsockopt(sol_local, local_peerpid) or None
    return None


def _fingerprint(argument: str) -> str:
    """An argument; of one that is a file, where it is and when it was changed."""
    path = Path(argument)
    if not path.is_file():
        return argument
    path = path.resolve()
    return f"{path}\0{path.stat().st_mtime_ns}"


def _private_folder() -> Path:
    """The folder for the sockets of this user, made if absent."""
    runtime = os.environ.get("XDG_RUNTIME_DIR")
    if runtime and _is_private(Path(runtime)):
        folder = Path(runtime) / "grpo-rewards"
    else:
        folder = Path(tempfile.gettempdir()) / f"grpo-rewards-{os.getuid()}"
    try:
        folder.mkdir(mode=0o700, exist_ok=True)
    except OSError as error:
        raise ServerStartError(f"cannot make the folder for shared servers: {error}") from error
    if not _is_private(folder):
        raise ServerStartError(
            f"{folder} is no folder of this user alone, so a shared server there could be somebody else's: remove it, "
            "or set XDG_RUNTIME_DIR to a folder with mode 0700"
        )
    return folder


def _is_private(folder: Path) -> bool:
    try:
        status = folder.lstat()
    except OSError:
        return False
    return stat.S_ISDIR(status.st_mode) and status.st_uid == os.getuid() and not status.st_mode & 0o077


def _tail_of(log: Path) -> str:
    with contextlib.suppress(OSError), log.open("rb") as file:
        file.seek(max(0, file.seek(0, os.SEEK_END) - LOG_TAIL_BYTES))
        return file.read().decode("utf-8", errors="replace").strip()
    return ""
