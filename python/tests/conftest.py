"""Fixtures: clients of the stub server and of the real one, none of which may leave a process behind."""

from __future__ import annotations

import importlib.util
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from grpo_rewards import RewardClient, codec, connection, default_client, process_session, server_process
from http_servers import RealServer, ScriptedServer
from processes import PATIENCE_SECONDS, wait_until_gone
from real_server import MakeClient, write_own_rewards
from stub import Stub

collect_ignore = [] if importlib.util.find_spec("numpy") else ["test_numpy.py"]

REPOSITORY = Path(__file__).resolve().parents[2]
ENCODERS = ["standard library"] if codec.orjson is None else ["orjson", "standard library"]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Marks tests by the fixtures that they use, so that none can be forgotten."""
    for item in items:
        used = getattr(item, "fixturenames", ())
        if "server_main" in used:
            item.add_marker("integration")
        if "encoder" in used:
            item.add_marker("encodes")


@pytest.fixture(autouse=True)
def _patience(monkeypatch: pytest.MonkeyPatch) -> None:
    """What is not meant to hang has all the time of a slow machine."""
    monkeypatch.setattr(connection, "CANCEL_GRACE_SECONDS", PATIENCE_SECONDS)
    monkeypatch.setattr(server_process, "EXIT_GRACE_SECONDS", PATIENCE_SECONDS)
    monkeypatch.setattr(process_session, "START_TIMEOUT_SECONDS", PATIENCE_SECONDS)


@pytest.fixture
def stub(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Stub]:
    """Makes clients of the stub server; afterwards every server that they started has to be gone."""
    stub = Stub(tmp_path, monkeypatch)
    yield stub
    stub.close()
    for pid in stub.server_pids():
        wait_until_gone(pid)


@pytest.fixture
def closed_clients(stub: Stub, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:  # noqa: ARG001 - outlives them
    """Closes the clients that adapters made with stubs for servers."""
    clients: dict[tuple[Any, ...], RewardClient] = {}
    monkeypatch.setattr(default_client, "_clients", clients)
    yield
    for client in clients.values():
        client.close()


@pytest.fixture(params=ENCODERS)
def encoder(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    """Runs a test once with orjson, where it is installed, and once without."""
    name: str = request.param
    if name == "standard library":
        monkeypatch.setattr(codec, "orjson", None)
    return name


@pytest.fixture(scope="session")
def server_main() -> Path:
    """The built command of the real server."""
    main = REPOSITORY / "dist" / "cli" / "main.js"
    if not main.is_file():
        pytest.fail(f"{main} is missing: run `npm ci && npm run build` in {REPOSITORY}, or deselect `-m integration`")
    return main


@pytest.fixture
def client(server_main: Path) -> Iterator[RewardClient]:
    """A client of the real server, which has to be gone afterwards."""
    with RewardClient(command=["node", str(server_main)]) as client:
        yield client
        pid = client.server_pid
    if pid is not None:
        wait_until_gone(pid)


@pytest.fixture
def own(server_main: Path, tmp_path: Path) -> Iterator[MakeClient]:
    """Makes clients that also serve the rewards of `write_own_rewards`."""
    module = tmp_path / "own.mjs"
    write_own_rewards(module, server_main)
    clients = []

    def make(**settings: Any) -> RewardClient:
        clients.append(RewardClient(rewards=module, command=["node", str(server_main)], **settings))
        return clients[-1]

    yield make
    for client in clients:
        client.close()


@pytest.fixture
def scripted() -> Iterator[Callable[..., ScriptedServer]]:
    """Makes scripted servers."""
    servers: list[ScriptedServer] = []

    def make(*script: Callable[[dict[str, Any]], Any]) -> ScriptedServer:
        servers.append(ScriptedServer(*script))
        return servers[-1]

    yield make
    for server in servers:
        server.close()


@pytest.fixture
def http_server(server_main: Path) -> Iterator[Callable[..., RealServer]]:
    """Starts real servers."""
    servers: list[RealServer] = []

    def start(*arguments: str, **settings: Any) -> RealServer:
        servers.append(RealServer(server_main, arguments, **settings))
        return servers[-1]

    yield start
    for server in servers:
        server.kill()
