"""`python -m grpo_rewards ...`: the server's command line, such as `doctor` or `serve --http 8000`."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

from grpo_rewards.errors import ServerNotFound
from grpo_rewards.server_command import cannot_run, server_command

OLDEST_NODE = (20, 19)


def main(arguments: Sequence[str]) -> int:
    """Runs the server program with these arguments; on POSIX, in place of this process."""
    try:
        command = server_command()
        _check_node(command)
        return _run([*command, *arguments])
    except ServerNotFound as error:
        sys.stderr.write(f"grpo-rewards: {error}\n")
        return 1


def _run(command: list[str]) -> int:
    try:
        if os.name == "posix":
            os.execvp(command[0], command)  # noqa: S606 - no shell is the point
        return subprocess.run(command, check=False).returncode
    except OSError as error:
        raise cannot_run(command, error) from error


def _check_node(command: Sequence[str]) -> None:
    """An old Node.js would fail with a syntax error of the server. Raises ServerNotFound."""
    program = command[0]
    if Path(program).stem != "node":
        return
    try:
        version = subprocess.run([program, "--version"], capture_output=True, text=True, check=False).stdout
    except OSError as error:
        raise cannot_run(command, error) from error
    found = tuple(map(int, re.findall(r"\d+", version)[:2]))
    if found < OLDEST_NODE:
        raise ServerNotFound(
            f"{program} is Node.js {version.strip()}: install version 20.19 or newer from https://nodejs.org, "
            "or `pip install 'grpo-rewards[node]'`"
        )


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
