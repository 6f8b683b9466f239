"""The last line of a suite, for whoever counts over several."""

import pytest


def pytest_unconfigure(config: pytest.Config) -> None:
    """Close with one plain line, after pytest's own summary."""
    reporter = config.pluginmanager.get_plugin("terminalreporter")
    if reporter is None or config.option.collectonly:
        return
    stats = reporter.stats
    failed = len(stats.get("failed", [])) + len(stats.get("error", []))
    print(f"{len(stats.get('passed', []))} passed, {failed} failed")
