"""The same scores and advantages once more, computed by the TypeScript library in one Node process: the reference."""

import json
import subprocess
from dataclasses import asdict
from pathlib import Path
from typing import Any

from recording import GenerationBatch
from runs import GROUP_SIZE, Run

SCRIPT = Path(__file__).with_name("score-in-process.mjs")


def score_in_process(run: Run, batches: list[GenerationBatch], folder: Path) -> list[dict[str, Any]]:
    """For each batch, `scores` by reward name, `rewards` (the weighted sums) and `advantages`.

    Each is a list with one entry per completion; None where there is no opinion.

    What went in and out of every step stays in `folder` as `<run>.json` and `<run>.scored.json`.
    """
    request = folder / f"{run.name}.json"
    result = folder / f"{run.name}.scored.json"
    payload = {
        "rewards": [asdict(reward) for reward in run.rewards],
        "advantages": run.advantages,
        "batches": [{"groups": _groups(batch)} for batch in batches],
    }
    request.write_text(json.dumps(payload, indent=1))
    subprocess.run(["node", str(SCRIPT), str(request), str(result)], check=True)
    return json.loads(result.read_text())


def _groups(batch: GenerationBatch) -> list[dict[str, Any]]:
    """The batch as groups of `GROUP_SIZE` neighbours that share a prompt, as TRL lays them out."""
    return [
        {
            "prompt": batch.prompts[start],
            "columns": {name: values[start] for name, values in batch.columns.items()},
            "completions": batch.completions[start : start + GROUP_SIZE],
            "tokenCounts": batch.token_counts[start : start + GROUP_SIZE],
        }
        for start in range(0, len(batch.completions), GROUP_SIZE)
    ]
