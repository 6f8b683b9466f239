import { describe, expect, it } from "vitest";
import { combinatorInfos } from "../../../../src/cli/list/catalogue.js";
import { describeAll, describeCombinator, describeReward } from "../../../../src/cli/list/terminal.js";
import { builtinRewards } from "../../../../src/rewards/index.js";
import { combinators, rewardFromSpec } from "../../../../src/spec/index.js";
import { INFO } from "./info.js";

const infos = builtinRewards.map(({ info }) => info);
const composing = combinatorInfos(combinators);
const widest = (text: string): number => Math.max(...text.split("\n").map((line) => line.length));

describe("the list of all", () => {
  it("has every reward and combinator once, on a line of its own where width does not matter", () => {
    const lines = describeAll(infos, composing, Infinity).split("\n");
    for (const { name, summary } of [...infos, ...composing]) {
      expect(lines.filter((line) => line.startsWith(`  ${name} `) && line.endsWith(summary))).toHaveLength(1);
    }
  });

  it("fits a terminal", () => {
    expect(widest(describeAll(infos, composing, 80))).toBeLessThanOrEqual(80);
  });

  it("puts a reward of a family of its own under the others", () => {
    const stray = { ...INFO, family: "mystery" as never };
    expect(describeAll([stray], [], 80)).toMatch(/^Other\n {2}brevity /);
  });
});

describe("a reward", () => {
  it("is told whole", () => {
    expect(describeReward(INFO, 60)).toBe(`brevity
  1 for a short completion with a <b> tag | else 0.

  range   0 to 1; any score up to 2 with the preset trl
  scores  the completions of a prompt together
  reads   solution; n_tokens if unit is "tokens"; prompt if
          it is there; any other column
  logs    words
  after   TRL.

Options
  unit: "words" or "tokens"; default "words"
      What is counted.
        words   runs of letters
        tokens  what the policy reads
  silent: boolean
  limit: integer, at least 1; required
      The greatest length that is short.
  stops: list of string or null; default []
      Where it ends.

Presets
  trl  {"unit":"tokens"}
`);
  });

  it.each(infos.map((info) => [info.name, info] as const))(
    "%s names all its options and columns",
    (_name, info) => {
      const text = describeReward(info, Infinity);
      const names = [
        ...Object.keys(info.options.properties as object),
        ...info.columns,
        ...Object.keys(info.presets),
      ];
      for (const name of names) expect(text).toContain(name);
    },
  );
});

it.each(composing.map((info) => [info.name, info] as const))(
  "the combinator %s has an example that is a reward",
  (_name, info) => {
    const text = describeCombinator(info, 80);
    const example = /^ {2}(\{ .* \})$/m.exec(text)?.[1] ?? "";
    expect(() => rewardFromSpec(JSON.parse(example))).not.toThrow();
    expect(widest(text)).toBeLessThanOrEqual(80);
  },
);
