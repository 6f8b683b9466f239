"""One server for all processes of a user on a host."""

from __future__ import annotations

import os
import pickle
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest

from forked import in_forked_child
from grpo_rewards import (
    ClientClosed,
    RewardClient,
    RewardTimeout,
    ServerStartError,
    connection,
    open_session,
    shared_server,
)
from grpo_rewards.errors import InvalidRequest
from processes import is_alive, until, wait_until_gone
from real_server import MakeClient, write_own_rewards

pytestmark = pytest.mark.skipif(os.name != "posix", reason="needs unix sockets")

PACKAGE = Path(__file__).resolve().parents[1] / "src"
BATCH: dict[str, Any] = {"completions": ["\\boxed{4}", "\\boxed{5}"], "solution": ["4", "4"]}


@pytest.fixture
def runtime(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder of this test's shared servers. Those that it starts itself end soon after their clients."""
    folder = tmp_path_factory.mktemp("run", numbered=True)
    folder.chmod(0o700)
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(folder))
    monkeypatch.setattr(shared_server, "LINGER_SECONDS", 1)
    return folder


@pytest.fixture
def make(runtime: Path, server_main: Path) -> Iterator[MakeClient]:
    """Makes clients of shared servers; afterwards every server has to be gone."""
    clients = []

    def make(**settings: Any) -> RewardClient:
        clients.append(RewardClient(command=["node", str(server_main)], shared=True, **settings))
        return clients[-1]

    yield make
    pids = {each.server_pid for each in clients}
    for each in clients:
        each.close()
    for pid in pids:
        if pid is not None:
            wait_until_gone(pid)
    until(lambda: not list(runtime.glob("grpo-rewards/*.sock")), "all servers end")


def test_clients_with_the_same_settings_share_a_server_and_others_do_not(
    make: MakeClient, tmp_path: Path, server_main: Path
) -> None:
    one, same = make(), make(timeout=17.0)
    assert [each.reward("accuracy")(**BATCH) for each in (one, same)] == [[1.0, 0.0]] * 2
    assert one.server_pid == same.server_pid
    assert repr(one) == f"<RewardClient, server process {one.server_pid}>"
    module = tmp_path / "own.mjs"
    write_own_rewards(module, server_main)
    other = make(rewards=module)
    assert "noisy" in {info.name for info in other.list()}
    assert other.server_pid != one.server_pid


def test_a_changed_reward_module_gets_a_server_of_its_own(make: MakeClient, tmp_path: Path, server_main: Path) -> None:
    module = tmp_path / "own.mjs"
    write_own_rewards(module, server_main)
    before = make(rewards=module)
    before.list()
    module.write_text(module.read_text().replace("noisy", "changed"))
    os.utime(module, (1, 1))
    after = make(rewards=module)
    assert "changed" in {info.name for info in after.list()}
    assert "noisy" in {info.name for info in before.list()}


def test_closing_one_client_leaves_the_server_to_the_others(make: MakeClient) -> None:
    one, other = make(), make()
    one.list()
    assert other.reward("accuracy")(**BATCH) == [1.0, 0.0]
    pid = other.server_pid
    one.close()
    time.sleep(shared_server.LINGER_SECONDS + 0.5)
    assert other.reward("accuracy")(**BATCH) == [1.0, 0.0]
    assert other.server_pid == pid
    with pytest.raises(ClientClosed):
        one.list()


def test_a_server_that_was_killed_is_replaced_for_all(make: MakeClient) -> None:
    clients = [make() for _ in range(3)]
    for each in clients:
        each.list()
    pid = clients[0].server_pid
    assert pid is not None
    os.kill(pid, 9)
    with ThreadPoolExecutor() as threads:
        calls = [threads.submit(each.reward("accuracy"), **BATCH) for each in clients]
        assert [call.result() for call in calls] == [[1.0, 0.0]] * 3
    [replaced] = {each.server_pid for each in clients}
    assert replaced not in {pid, None}


def test_a_server_that_hangs_is_killed_for_all(make: MakeClient, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(connection, "CANCEL_GRACE_SECONDS", 0.2)
    stuck, other = make(timeout=1.0), make()
    stuck.list()
    other.list()
    pid = other.server_pid
    assert pid is not None
    os.kill(pid, signal.SIGSTOP)
    with pytest.raises(RewardTimeout, match="killed"):
        stuck.reward("accuracy")(**BATCH)
    wait_until_gone(pid)
    assert other.reward("accuracy")(**BATCH) == [1.0, 0.0]


def test_a_forked_child_connects_by_itself(make: MakeClient) -> None:
    parent = make()
    accuracy = parent.reward("accuracy")
    assert accuracy(**BATCH) == [1.0, 0.0]
    scores, pid = in_forked_child(lambda: (accuracy(**BATCH), parent.server_pid))
    assert (scores, pid) == ([1.0, 0.0], parent.server_pid)
    assert accuracy(**BATCH) == [1.0, 0.0]


def test_a_pickled_client_joins_the_same_server(make: MakeClient, monkeypatch: pytest.MonkeyPatch) -> None:
    # It may be a while until the next client comes.
    monkeypatch.setattr(shared_server, "LINGER_SECONDS", 1000)
    original = make()
    original.list()
    pid, data = original.server_pid, pickle.dumps(original)
    original.close()
    with pickle.loads(data) as restored:
        assert restored.reward("accuracy")(**BATCH) == [1.0, 0.0]
        assert restored.server_pid == pid
    assert pid is not None
    os.kill(pid, signal.SIGTERM)


def test_the_log_of_the_server_stays_small(make: MakeClient, tmp_path: Path, runtime: Path, server_main: Path) -> None:
    module = tmp_path / "own.mjs"
    write_own_rewards(module, server_main)
    loud = make(rewards=module).reward("loud")
    for size in range(12):
        assert loud(completions=[str(size)]) == [1.0]
        [log] = runtime.glob("grpo-rewards/*.log")
        assert log.stat().st_size <= shared_server.LOG_BYTES + (1 << 18)


def test_a_server_that_does_not_start_is_an_error_with_its_last_lines(make: MakeClient, tmp_path: Path) -> None:
    module = tmp_path / "broken.ts"
    module.write_text("export const nothing = 1;")
    with pytest.raises(ServerStartError, match=r"(?s)shared reward server did not start.*broken\.ts") as caught:
        make(rewards=module, on_error="none").reward("accuracy")(**BATCH)
    assert "broken.ts" in caught.value.stderr_tail
    assert caught.value.exit_code


def test_closing_ends_a_wait_for_the_server(make: MakeClient, tmp_path: Path) -> None:
    module = tmp_path / "slow.ts"
    loading = tmp_path / "loading"
    module.write_text(f"""
process.getBuiltinModule("node:fs").writeFileSync({str(loading)!r}, "");
await new Promise((resolve) => setTimeout(resolve, 3_600_000));
""")
    waiting = make(rewards=module)
    with ThreadPoolExecutor() as threads:
        call = threads.submit(waiting.list)
        until(loading.exists, "the server starts")
        waiting.close()
        assert isinstance(call.exception(), ClientClosed)


def test_a_folder_that_others_may_enter_is_refused(
    make: MakeClient, runtime: Path, monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory
) -> None:
    folder = runtime / "grpo-rewards"
    folder.mkdir()
    folder.chmod(0o755)
    with pytest.raises(ServerStartError, match="no folder of this user alone"):
        make().list()
    folder.rmdir()
    runtime.chmod(0o755)
    # The name of a test would make too long a path for a socket.
    temporary = tmp_path_factory.mktemp("tmp")
    monkeypatch.setattr("tempfile.gettempdir", lambda: str(temporary))
    folder = temporary / f"grpo-rewards-{os.getuid()}"
    folder.symlink_to(runtime)
    with pytest.raises(ServerStartError, match="no folder of this user alone"):
        make().list()
    folder.unlink()
    assert make().reward("accuracy")(**BATCH) == [1.0, 0.0]
    assert folder.stat().st_mode & 0o777 == 0o700


def test_it_is_refused_where_there_are_no_unix_sockets(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(open_session, "CAN_INHERIT_SOCKET", False)
    with pytest.raises(InvalidRequest, match=r"shared=True needs unix sockets.*urls="):
        RewardClient(shared=True)


RANK = """
import sys, time
from grpo_rewards import RewardClient
client = RewardClient(command=sys.argv[1:], shared=True)
scores = client.reward("accuracy")(completions=["\\\\boxed{4}", "\\\\boxed{5}"], solution=["4", "4"])
assert scores == [1.0, 0.0], scores
print(client.server_pid, flush=True)
time.sleep(120)
"""


def start_rank(server_main: Path) -> subprocess.Popen[str]:
    """A process of its own that scores a batch, prints the server's process id, and stays."""
    return subprocess.Popen(
        [sys.executable, "-W", "error", "-c", RANK, "node", str(server_main)],
        env=os.environ | {"PYTHONPATH": str(PACKAGE)},
        stdout=subprocess.PIPE,
        text=True,
    )


def pid_of_server(rank: subprocess.Popen[str]) -> int:
    """What the rank prints."""
    assert rank.stdout is not None
    return int(rank.stdout.readline())


@pytest.mark.usefixtures("runtime")
def test_eight_processes_have_one_server_that_ends_when_they_were_killed(server_main: Path) -> None:
    ranks = [start_rank(server_main) for _ in range(8)]
    try:
        [server] = {pid_of_server(rank) for rank in ranks}
    finally:
        for rank in ranks:
            rank.kill()
        for rank in ranks:
            rank.communicate()
    assert is_alive(server)
    wait_until_gone(server)


def test_the_server_outlives_the_process_that_started_it(make: MakeClient, server_main: Path) -> None:
    rank = start_rank(server_main)
    pid = pid_of_server(rank)
    joined = make()
    assert joined.reward("accuracy")(**BATCH) == [1.0, 0.0]
    assert joined.server_pid == pid
    rank.kill()
    rank.communicate()
    assert joined.reward("accuracy")(**BATCH) == [1.0, 0.0]
    assert joined.server_pid == pid


def test_threads_that_begin_together_elect_one_server(make: MakeClient, monkeypatch: pytest.MonkeyPatch) -> None:
    started = []
    popen = subprocess.Popen

    def start(*arguments: Any, **options: Any) -> Any:
        started.append(arguments)
        return popen(*arguments, **options)

    monkeypatch.setattr(subprocess, "Popen", start)
    clients = [make() for _ in range(6)]
    begin = threading.Barrier(len(clients))

    def call(each: RewardClient) -> Any:
        begin.wait()
        return each.reward("accuracy")(**BATCH)

    with ThreadPoolExecutor(len(clients)) as threads:
        assert list(threads.map(call, clients)) == [[1.0, 0.0]] * len(clients)
    assert len({each.server_pid for each in clients}) == 1
    assert len(started) == 1
