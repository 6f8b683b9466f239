"""`python -m grpo_rewards ...`: the server's command line, such as `doctor` or `serve --http 8000`."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Sequence

from grpo_rewards.errors import ServerNotFound
from grpo_rewards.server_command import cannot_run, server_command


def main(arguments: Sequence[str]) -> int:
    """Runs the server program with these arguments; on POSIX, in place of this process."""
    try:
        return _run([*server_command(), *arguments])
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


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
