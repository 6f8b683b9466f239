import { describe, expect, it } from "vitest";
import { createUniversalFinder } from "../../../../../src/cli/report/hacks/universal-texts.js";

type Judged = Parameters<ReturnType<typeof createUniversalFinder>["add"]>[0];

const judged = (answer: string | null, reference: string, changed: Partial<Judged> = {}): Judged => ({
  completion: `<think>so</think> ${answer}`,
  answer,
  reference,
  correctBy: ["accuracy"],
  source: "a.jsonl",
  line: 1,
  ...changed,
});

function found(all: readonly Judged[]) {
  const finder = createUniversalFinder();
  for (const each of all) finder.add(each);
  return finder.found();
}

const REFERENCES = Array.from({ length: 9 }, (_, i) => `${i + 3}`);

describe("createUniversalFinder", () => {
  it("finds an answer that is correct for different references, and where it came first", () => {
    const all = REFERENCES.map((reference, i) => judged("x or y", `$${reference}$`, { line: i + 7 }));
    expect(found([...all, judged("5", "5")])).toEqual([
      { text: "x or y", references: 9, paid: 9, rewards: ["accuracy"], source: "a.jsonl", line: 7 },
    ]);
  });

  it("takes what was said where no answer was found, without the thoughts", () => {
    const all = REFERENCES.map((reference) => judged(null, reference));
    expect(found(all)).toMatchObject([{ text: "null", references: 9 }]);
  });

  it.each<[string, readonly Judged[]]>([
    ["was not correct", REFERENCES.map((each) => judged("x", each, { correctBy: [] }))],
    ["stands in the references", REFERENCES.map((each) => judged("2", `2 ${each}s`))],
    ["meets one reference", REFERENCES.map(() => judged("0.5", "1/2"))],
    ["meets worked solutions", REFERENCES.map((each) => judged("x", `${"so ".repeat(50)} ${each}`))],
    ["is long", REFERENCES.map((each) => judged("x".repeat(200), each))],
    ["has no reference", REFERENCES.map(() => judged("x", "", { reference: null }))],
  ])("passes over an answer that %s", (_, all) => expect(found(all)).toEqual([]));

  it("finds it among more answers than it can count", () => {
    const others = Array.from({ length: 50_000 }, (_, i) => judged(`y${i}`, "7"));
    const all = others.flatMap((each, i) =>
      i % 5000 === 0 ? [each, judged("x", `${i}`), judged("x", `${i + 1}`)] : [each],
    );
    expect(found(all)).toMatchObject([{ text: "x" }]);
  });
});
