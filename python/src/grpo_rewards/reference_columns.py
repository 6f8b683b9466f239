"""Columns for trainers that know one reference answer per sample, beside fields of their own."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import Any

REFERENCE_COLUMN = "solution"
"""What nearly all rewards call the reference answer."""


def reference_columns(references: Sequence[Any], fields: Sequence[Mapping[str, Any] | None]) -> dict[str, list[Any]]:
    """The columns by name, with None where a sample lacks one.

    They are the samples' fields, and the reference, unless it is empty, as `solution`. A reference that is a mapping,
    or the JSON of an object, also gives its entries as columns: what a reward reads beside a solution.
    """
    rows = [_row(reference, of_sample or {}) for reference, of_sample in zip(references, fields, strict=True)]
    names = dict.fromkeys(name for row in rows for name in row)
    return {name: [row.get(name) for row in rows] for name in names}


def _row(reference: Any, fields: Mapping[str, Any]) -> dict[str, Any]:
    row = {str(name): value for name, value in fields.items()}
    if reference is None or (isinstance(reference, str) and not reference):
        row.setdefault(REFERENCE_COLUMN, None)
        return row
    return {**row, REFERENCE_COLUMN: reference, **_entries(reference)}


def _entries(reference: Any) -> Mapping[str, Any]:
    """The columns that a reference names itself."""
    if isinstance(reference, str) and reference.lstrip().startswith("{"):
        try:
            reference = json.loads(reference)
        except ValueError:
            return {}
    return reference if isinstance(reference, Mapping) else {}
