"""Puts the bundled server into the wheel, where `npm run bundle` has written it beside this file."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class CustomBuildHook(BuildHookInterface):
    """A wheel of a source tree without the bundle is the client alone."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """An editable install uses the built checkout."""
        server = Path(self.root) / "server"
        if version == "standard" and server.is_dir():
            build_data["force_include"][str(server)] = "grpo_rewards/_server"
