import { describe, expect, it } from "vitest";
import { filterRow, type FilteredRow } from "../../../../src/cli/filter/filter-row.js";
import type { Reason } from "../../../../src/cli/filter/judge-group.js";
import { parallelFields } from "../../../../src/cli/filter/parallel-lists.js";
import { returningGroups } from "../../../../src/cli/filter/returning-groups.js";
import type { Row } from "../../../../src/cli/rows/parse-row.js";
import {
  chooseScoredFields,
  type ScoredFieldFlags,
} from "../../../../src/cli/scored/choose-scored-fields.js";
import { readScoredRow } from "../../../../src/cli/scored/read-scored-row.js";
import type { ScoredRow } from "../../../../src/cli/scored/scored-row.js";

function scored(row: Row | string, flags: ScoredFieldFlags = {}): ScoredRow {
  const text = typeof row === "string" ? row : JSON.stringify(row);
  const fields = chooseScoredFields(typeof row === "string" ? {} : row, flags);
  return { ...readScoredRow(text, fields), fields, text, source: "rows.jsonl", line: 3 };
}

const LIST = {
  id: 7,
  problem: "6 × 7?",
  answer: "42",
  generations: ["a", "b", "c"],
  finish_reasons: ["stop", "length", "stop"],
  messages: [{ role: "user", content: "6 × 7?" }],
  scores: { accuracy: [1, 0, 1], format: [0, 0, 1] },
  reward: [1, 0, 2],
  verdicts: { accuracy: [null, null, null] },
  extra: {},
  advantage: [0.1, -0.1, 0.2],
};

const parsed = ({ kept, rejected }: FilteredRow): unknown[] =>
  [kept, rejected].map((line) => (line === null ? null : (JSON.parse(line) as unknown)));

const DROPPED: (Reason | null)[] = [null, "incorrect", null];

describe("filterRow", () => {
  it("takes completions out of all lists that have one entry for each", () => {
    const row = scored(LIST);
    expect(parsed(filterRow(row, DROPPED, ["finish_reasons"]))).toEqual([
      {
        ...LIST,
        generations: ["a", "c"],
        finish_reasons: ["stop", "stop"],
        scores: { accuracy: [1, 1], format: [0, 1] },
        reward: [1, 2],
        verdicts: { accuracy: [null, null] },
        advantage: [0.1, 0.2],
      },
      {
        ...LIST,
        generations: ["b"],
        finish_reasons: ["length"],
        scores: { accuracy: [0], format: [0] },
        reward: [0],
        verdicts: { accuracy: [null] },
        advantage: [-0.1],
        rejected: ["incorrect"],
      },
    ]);
  });

  it("finds the completions at the end of a path", () => {
    const { generations, ...rest } = LIST;
    const row = scored({ ...rest, out: [{ texts: generations }] }, { completionField: "out.0.texts" });
    expect(parsed(filterRow(row, DROPPED, []))[0]).toMatchObject({ out: [{ texts: ["a", "c"] }] });
  });

  it("keeps a whole row as it stands, and tells why it does not", () => {
    const text = '{ "id": 12345678901234567890, "scores": { "a": 1 }, "reward": 1 }';
    expect(filterRow(scored(text), [null], [])).toEqual({ kept: text, rejected: null });
    expect(filterRow(scored(text), ["low_reward"], [])).toEqual({
      kept: null,
      rejected: `${text.slice(0, -1)},"rejected":"low_reward"}`,
    });
    const all = filterRow(scored(LIST), ["too_low", "too_low", "no_reward"], []);
    expect(parsed(all)).toEqual([null, { ...LIST, rejected: ["too_low", "too_low", "no_reward"] }]);
  });

  it.each<[string, Row | string, unknown]>([
    ["was not scored", { id: 1, error: "line 3: x" }, { id: 1, error: "line 3: x", rejected: "not_scored" }],
    ["is no JSON", "{", { error: "line 3: the line is not JSON", rejected: "not_scored" }],
    ["was rejected before", { id: 1, rejected: 1 }, { id: 1, rejected: "not_scored" }],
    ["is empty", {}, { rejected: "not_scored" }],
  ])("rejects a row that %s", (_title, row, expected) => {
    expect(parsed(filterRow(scored(row), [], []))).toEqual([null, expected]);
  });

  it("keeps no row without completions", () => {
    const row = scored({ generations: [], scores: { a: [] }, reward: [] });
    expect(parsed(filterRow(row, [], []))[0]).toBeNull();
  });
});

describe("parallelFields", () => {
  const shorter = {
    ...LIST,
    generations: ["a"],
    finish_reasons: ["stop"],
    scores: { accuracy: [1] },
    reward: [1],
    verdicts: {},
    advantage: [1],
  };

  it("have a value for each completion in all rows", () => {
    const tags = ["x", "y", "z"];
    const rows = [
      { ...LIST, tags },
      { ...shorter, tags },
    ];
    expect(parallelFields(rows.slice(0, 1).map((row) => scored(row)))).toEqual(["finish_reasons", "tags"]);
    expect(parallelFields(rows.map((row) => scored(row)))).toEqual(["finish_reasons"]);
  });

  it("are none of a prompt of as many turns, nor of rows of one completion", () => {
    const prompt = LIST.generations.map((content) => ({ role: "user", content }));
    const row = { ...LIST, problem: prompt, answer: ["4", "2", ""] };
    const flags = { promptField: "problem", referenceField: "answer", completionField: "generations" };
    expect(parallelFields([scored(row, flags)])).toEqual(["finish_reasons"]);
    expect(parallelFields([scored({ tags: ["x"], scores: { a: 1 }, reward: 1 })])).toEqual([]);
  });
});

describe("returningGroups", () => {
  it("tells a group that comes again, of as many as are remembered", () => {
    const isReturning = returningGroups(2);
    expect(["a", "b", "c", "a", "c"].map(isReturning)).toEqual([false, false, false, true, false]);
  });
});
