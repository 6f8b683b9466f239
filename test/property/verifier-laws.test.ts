import { once } from "node:events";
import { Worker } from "node:worker_threads";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { accuracy, scoreGroups } from "../../src/index.js";
import { createVerifier, type Verification, verify, type VerifyInput } from "../../src/math/index.js";
import { differentPair, equalPair } from "../soundness/pairs.js";
import { buildSources } from "../unit/isolate/built-sources.js";
import { anyText, hostileText } from "./texts.js";

describe("verify", () => {
  it("gives a verdict for any two texts, and never one that blames the system", () => {
    const text = fc.oneof(anyText, hostileText, fc.string({ unit: "binary", maxLength: 80 }));
    const isTotal = fc.property(text, text, (reference, completion) => {
      const { verdict } = verify({ reference, completion });
      return verdict.status !== "undetermined" || verdict.fault !== "system";
    });
    fc.assert(isTotal, { numRuns: 1000 });
  });
});

/** References recur, as they do in groups. */
const inputs: fc.Arbitrary<readonly VerifyInput[]> = fc
  .array(fc.oneof(equalPair, differentPair), { minLength: 2, maxLength: 6 })
  .map((pairs) =>
    pairs.flatMap(({ reference }) =>
      pairs.slice(0, 3).map(({ answer }) => ({ reference, completion: `\\boxed{${answer}}` })),
    ),
  );

const verdictsOf = (questions: readonly VerifyInput[]): readonly Verification[] => {
  const verifier = createVerifier();
  return questions.map((question) => verifier.verify(question));
};

describe("a verdict depends on nothing but its question", () => {
  let built: Awaited<ReturnType<typeof buildSources>>;
  beforeAll(async () => {
    built = await buildSources([new URL("../../src/math/index.ts", import.meta.url)]);
  });
  afterAll(() => built.remove());

  it("not on those before it", () => {
    const isFree = fc.property(inputs, (questions) => {
      const alone = questions.map((question) => createVerifier().verify(question));
      expect(verdictsOf(questions)).toEqual(alone);
      expect(verdictsOf(questions.toReversed()).toReversed()).toEqual(alone);
    });
    fc.assert(isFree, { numRuns: 20 });
  });

  it("not on the batch", async () => {
    const isFree = fc.asyncProperty(inputs, async (questions) => {
      const groups = questions.map(({ reference, completion }) => ({
        columns: { solution: reference },
        completions: [completion],
      }));
      const { verdicts } = await scoreGroups(groups, accuracy());
      expect(verdicts.accuracy?.flat()).toEqual(verdictsOf(questions).map(({ verdict }) => verdict));
    });
    await fc.assert(isFree, { numRuns: 10 });
  });

  it("not on the thread", async () => {
    const questions = fc.sample(inputs, { numRuns: 10 }).flat();
    const script = `
      import { parentPort, workerData } from "node:worker_threads";
      const { verify } = await import(workerData.module);
      parentPort.postMessage(workerData.questions.map((question) => verify(question)));`;
    const thread = new Worker(new URL(`data:text/javascript,${encodeURIComponent(script)}`), {
      workerData: { module: built.at("index.js").href, questions },
    });
    const [verdicts] = (await once(thread, "message")) as [unknown];
    expect(verdicts).toEqual(verdictsOf(questions));
  });
});
