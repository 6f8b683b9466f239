"""Clients and servers are killed, stopped and starved while they work; no score may be lost, twice there or misplaced.

Usage: chaos.py [--seed N] [--rounds N]. Eight client processes score without a pause: with servers of their own, with
one that they share, and with two by URL. In each round something happens to one of the processes, and the round is over
when every client has scored two more batches since. In the end nothing may be left: no process, no descriptor. Then one
server scores 200 batches, and its memory has to stay flat. Linux only. Needs `npm run build`, and no Python package.
"""

import argparse
import json
import os
import random
import signal
import socket
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable
from pathlib import Path

FOLDER = Path(__file__).resolve().parent
REPOSITORY = FOLDER.parents[2]
MAIN = str(REPOSITORY / "dist" / "cli" / "main.js")
MARK = f"GRPO_CHAOS={os.getpid()}"
KINDS = ["own", "own", "process", "process", "shared", "shared", "http", "http"]
PATIENCE = 240.0


def until(is_so: Callable[[], object], what: str) -> None:
    """Waits for a condition for as long as a slow machine may take."""
    deadline = time.monotonic() + PATIENCE
    while not is_so():
        if time.monotonic() > deadline:
            raise AssertionError(f"not within {PATIENCE} s: {what}")
        time.sleep(0.02)


def processes() -> dict[int, str]:
    """The processes that this test has started, and those that they have; by their environment. Their command lines."""
    found = {}
    for entry in Path("/proc").iterdir():
        if not entry.name.isdigit() or int(entry.name) == os.getpid():
            continue
        try:
            if MARK.encode() in (entry / "environ").read_bytes().split(b"\0"):
                found[int(entry.name)] = (entry / "cmdline").read_bytes().replace(b"\0", b" ").decode()
        except OSError:
            continue
    return found


def send(pid: int, number: signal.Signals) -> None:
    """Signals a process that may be gone."""
    try:
        os.kill(pid, number)
    except ProcessLookupError:
        print(f"    {pid} was gone")


def environment(folder: str) -> dict[str, str]:
    """Of everything that is started here."""
    name, value = MARK.split("=")
    return {**os.environ, name: value, "XDG_RUNTIME_DIR": folder, "PYTHONWARNINGS": "default"}


class Client:
    """A client process, and what it says."""

    def __init__(self, kind: str, seed: int, urls: list[str], folder: str) -> None:
        self.kind = kind
        self.batches = 0
        self.descriptors: int | None = None
        self.process = subprocess.Popen(
            [sys.executable, str(FOLDER / "client.py"), kind, str(seed), *(urls if kind == "http" else [])],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            env=environment(folder),
            text=True,
        )
        threading.Thread(target=self._read, daemon=True).start()

    def _read(self) -> None:
        for line in self.process.stdout:
            what, number = line.split()
            if what == "batch":
                self.batches += 1
            else:
                self.descriptors = int(number)

    def go_on(self, batches: int) -> Callable[[], bool]:
        """Whether it has scored so many batches more than now."""
        goal = self.batches + batches

        def is_done() -> bool:
            if self.process.poll() is not None:
                raise AssertionError(f"a client ({self.kind}) ended with {self.process.returncode}")
            return self.batches >= goal

        return is_done


class Replica:
    """A server by URL, started again whenever it ends; the log of one of them is full."""

    def __init__(self, log: str, folder: str) -> None:
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            self.port = probe.getsockname()[1]
        self.url = f"http://127.0.0.1:{self.port}"
        self._log, self._folder = log, folder
        self.closing = False
        self.start()

    def start(self) -> None:
        flags = ["--http", str(self.port), "--rewards", str(FOLDER / "rewards.ts"), "--log-level", "debug"]
        with open(self._log, "wb") as log:
            self.process = subprocess.Popen(
                ["node", MAIN, "serve", *flags], stdout=log, stderr=log, env=environment(self._folder)
            )

    def watch(self) -> None:
        """Starts it again if it has ended."""
        if self.process.poll() is not None and not self.closing:
            self.start()


class Chaos:
    """The clients, the servers, and what happens to them."""

    def __init__(self, draw: random.Random, folder: str) -> None:
        self.draw, self.folder = draw, folder
        self.replicas = [Replica("/dev/null", folder), Replica("/dev/full", folder)]
        self.urls = [replica.url for replica in self.replicas]
        self.clients = [self._client(kind) for kind in KINDS]
        self.all_go_on(1)
        self.descriptors = self._server_descriptors()

    def _client(self, kind: str) -> Client:
        return Client(kind, self.draw.randrange(1 << 30), self.urls, self.folder)

    def all_go_on(self, batches: int) -> None:
        """Waits until each client has scored so many more batches."""
        for is_done in [client.go_on(batches) for client in self.clients]:
            until(lambda is_done=is_done: self._watch() or is_done(), "a client scores")

    def _watch(self) -> None:
        for replica in self.replicas:
            replica.watch()

    def _pick(self, words: str) -> int | None:
        pids = sorted(pid for pid, command in processes().items() if words in command)
        return self.draw.choice(pids) if pids else None

    def _server_descriptors(self) -> list[int]:
        return [len(os.listdir(f"/proc/{replica.process.pid}/fd")) for replica in self.replicas]

    def kill_server(self) -> None:
        pid = self._pick("main.js serve")
        if pid is not None:
            send(pid, signal.SIGKILL)

    def kill_worker(self) -> None:
        pid = self._pick("threads/thread.js")
        if pid is not None:
            send(pid, signal.SIGKILL)

    def kill_client(self) -> None:
        """Its own server, and the workers of that, go with it."""
        at = self.draw.randrange(len(self.clients))
        client = self.clients[at]
        own = client.kind in {"own", "process"}
        before = {pid for pid in processes() if os.path.exists(f"/proc/{pid}") and _ancestor(pid, client.process.pid)}
        send(client.process.pid, signal.SIGKILL)
        client.process.wait()
        if own:
            until(lambda: not before & processes().keys(), "the server of a client that was killed ends")
        self.clients[at] = self._client(client.kind)

    def _stop(self, words: str) -> None:
        pid = self._pick(words)
        if pid is None:
            return
        send(pid, signal.SIGSTOP)
        time.sleep(self.draw.uniform(0.2, 1.0))
        send(pid, signal.SIGCONT)

    def stop_server(self) -> None:
        self._stop("main.js serve")

    def stop_worker(self) -> None:
        self._stop("threads/thread.js")

    def stop_client(self) -> None:
        self._stop("chaos/client.py")

    def fork_client(self) -> None:
        client = self.draw.choice(self.clients)
        client.process.stdin.write("fork\n")
        client.process.stdin.flush()

    def _endpoints(self) -> list[socket.socket]:
        """Connections to the shared server and to the servers by URL, where they are there."""
        endpoints = []
        for path in Path(self.folder).glob("grpo-rewards/*.sock"):
            endpoints.append((socket.AF_UNIX, str(path)))
        endpoints += [(socket.AF_INET, ("127.0.0.1", replica.port)) for replica in self.replicas]
        found = []
        for family, address in endpoints:
            connection = socket.socket(family)
            connection.settimeout(5)
            try:
                connection.connect(address)
                found.append(connection)
            except OSError:
                connection.close()
        return found

    def _request(self, connection: socket.socket, number: int) -> bytes:
        params = {"rewards": ["summed"], "completions": ["text " * 50] * 50}
        line = json.dumps({"jsonrpc": "2.0", "id": number, "method": "score", "params": params}).encode() + b"\n"
        if connection.family == socket.AF_UNIX:
            return line
        head = f"POST /rpc HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: {len(line)}\r\n\r\n"
        return head.encode() + line

    def slow_reader(self) -> None:
        """Asks much and reads nothing."""
        for connection in self._endpoints():
            try:
                for number in range(200):
                    connection.sendall(self._request(connection, number))
            except OSError:
                pass  # The server has stopped to read, as it may.
            connection.close()

    def half_close(self) -> None:
        """Asks, and closes its side; the half of another request comes before that as well."""
        for connection in self._endpoints():
            try:
                connection.sendall(self._request(connection, 1) + self._request(connection, 2)[:100])
                connection.shutdown(socket.SHUT_WR)
                while connection.recv(1 << 16):
                    pass
            except OSError:
                pass  # It may have been killed in the meantime.
            connection.close()

    def finish(self) -> None:
        """Ends everything in good order, and looks what is left."""
        for client in self.clients:
            client.process.stdin.close()
        for client in self.clients:
            until(lambda client=client: self._watch() or client.process.poll() is not None, "a client ends")
            assert client.process.returncode == 0, f"a client ({client.kind}) ended with {client.process.returncode}"
            until(lambda client=client: client.descriptors is not None, "a client says what it has open")
            assert client.descriptors <= 0, f"a client ({client.kind}) leaks {client.descriptors} descriptors"
        for replica, count in zip(self.replicas, self.descriptors, strict=True):
            until(
                lambda replica=replica, count=count: len(os.listdir(f"/proc/{replica.process.pid}/fd")) <= count,
                f"a server has no more than {count} descriptors again",
            )
            replica.closing = True
            replica.process.terminate()
            until(lambda replica=replica: replica.process.poll() is not None, "a server ends when it is told to")
        until(lambda: not processes(), f"no process is left: {processes()}")


def _ancestor(pid: int, ancestor: int) -> bool:
    while pid > 1:
        if pid == ancestor:
            return True
        try:
            pid = int(Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[1])
        except OSError:
            return False
    return False


def resident_megabytes(pid: int) -> float:
    """The memory of a process and its children."""
    family = [each for each in processes() if _ancestor(each, pid)] or [pid]
    pages = sum(int(Path(f"/proc/{each}/statm").read_text().split()[1]) for each in family)
    return pages * os.sysconf("SC_PAGE_SIZE") / 1e6


def check_memory(folder: str) -> str:
    """Of 200 batches of 4 MB each the later half may not hold a tenth."""
    os.environ.update(environment(folder))
    sys.path.insert(0, str(REPOSITORY / "python" / "src"))
    from grpo_rewards import RewardClient  # noqa: PLC0415 - not before its environment is there

    texts = ["x" * 62_500 + str(row) for row in range(64)]
    with RewardClient(rewards=FOLDER / "rewards.ts", command=["node", MAIN], isolation="process") as client:
        sizes = []
        for _ in range(200):
            client.score(["summed_later"], texts)
            sizes.append(resident_megabytes(client.server_pid))
    early, late = min(sizes[80:120]), min(sizes[160:])
    assert late < early + 40, f"memory grows: {early:.0f} MB after 100 batches, {late:.0f} MB after 200"
    return f"{early:.0f} MB after 100 batches, {late:.0f} MB after 200"


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--seed", type=int, default=random.randrange(1 << 30))
    parser.add_argument("--rounds", type=int, default=20)
    options = parser.parse_args()
    print(f"seed {options.seed}", flush=True)
    draw = random.Random(options.seed)
    with tempfile.TemporaryDirectory() as folder:
        try:
            wreak(draw, folder, options.rounds)
        finally:
            for pid in processes():
                send(pid, signal.SIGKILL)
    print(f"{options.rounds + 2} passed, 0 failed")


def wreak(draw: random.Random, folder: str, rounds: int) -> None:
    """All rounds, and what has to hold after them."""
    began = time.monotonic()
    os.chmod(folder, 0o700)
    chaos = Chaos(draw, folder)
    deeds = [
        chaos.kill_server,
        chaos.kill_worker,
        chaos.kill_client,
        chaos.stop_server,
        chaos.stop_worker,
        chaos.stop_client,
        chaos.fork_client,
        chaos.slow_reader,
        chaos.half_close,
    ]
    plan = (deeds * (rounds // len(deeds) + 1))[:rounds]
    draw.shuffle(plan)
    for number, deed in enumerate(plan, 1):
        deed()
        chaos.all_go_on(2)
        scored = sum(client.batches for client in chaos.clients)
        print(f"{time.monotonic() - began:6.1f} s  round {number:2}  {deed.__name__:13} {scored} batches", flush=True)
    chaos.finish()
    print(f"{time.monotonic() - began:6.1f} s  nothing is left", flush=True)
    print("memory:", check_memory(folder), flush=True)


main()
