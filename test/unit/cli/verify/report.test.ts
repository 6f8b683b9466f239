import { describe, expect, it } from "vitest";
import { describeConfusion, describeTally } from "../../../../src/cli/verify/report.js";
import {
  addTally,
  countBadLine,
  countPair,
  emptyTally,
  type Tally,
} from "../../../../src/cli/verify/tally.js";

type Row = readonly [label: boolean | null, correct: boolean | null];

function tallyOf(rows: readonly Row[]): Tally {
  const tally = emptyTally();
  for (const [label, correct] of rows) {
    tally.lines++;
    countPair(tally, { id: `id-${tally.lines}`, reference: "1", answer: "", label }, correct, "2");
  }
  return tally;
}

describe("describeConfusion", () => {
  it("sets verdicts against labels", () => {
    const tally = tallyOf([
      [true, true],
      [true, true],
      [true, false],
      [false, true],
      [false, false],
      [true, null],
      [false, null],
      [false, null],
    ]);
    expect(describeConfusion(tally)).toBe(
      [
        "              labelled right  labelled wrong",
        "correct                    2               1",
        "wrong                      1               1",
        "undecided                  1               2",
        "accuracy: 37.50 %",
        "false positives: 1",
        '  line 4, id "id-4": reference "1", extracted "2"',
        "false negatives: 1",
        '  line 3, id "id-3": reference "1", extracted "2"',
      ].join("\n"),
    );
  });

  it("lists the first 20 of many", () => {
    const text = describeConfusion(tallyOf(Array.from({ length: 30 }, () => [false, true] as const)));
    expect(text.match(/ {2}line /g)).toHaveLength(20);
    expect(text).toContain("and 10 more");
  });

  it("claims nothing about no pair", () => {
    expect(describeConfusion(emptyTally())).toContain("accuracy: no pair");
  });
});

describe("addTally", () => {
  it("counts lines from the start of the input", () => {
    const total = tallyOf([[true, true]]);
    const part = tallyOf([[false, true]]);
    part.lines++;
    countBadLine(part, "the line is blank");
    addTally(total, part);
    addTally(total, part);
    expect(describeTally(total)).toBe(
      "5 lines: 3 correct, 0 wrong, 0 undecided, 2 bad (the first: line 3, the line is blank)",
    );
    expect(total.falsePositives.map(({ line }) => line)).toEqual([2, 4]);
    expect(total.confusion).toMatchObject({ truePositives: 1, falsePositives: 2 });
  });
});
