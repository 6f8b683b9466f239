import { describe, expect, it } from "vitest";
import { checkVerifier } from "../../src/testing/index.js";
import { MUTANTS } from "../testing/mutants/index.js";

const seed = Number(process.env.FC_SEED ?? 1);

describe("the kit finds the fault", () => {
  it.each(MUTANTS)("$title", async ({ create }) => {
    const { findings } = await checkVerifier(create(), {
      seed,
      stopAfter: 1,
      shrinkEvaluations: 0,
    });
    expect(findings).not.toEqual([]);
  });
});
