import { describe, expect, it } from "vitest";
import type { Outage, RemoteEngine, RemoteReport } from "../../../../src/sandbox/remote/engine.js";
import { createFleet, type Fleet } from "../../../../src/sandbox/remote/fleet.js";
import { going, task } from "./service.js";

const REPORT: RemoteReport = { ended: "itself", exitCode: 0, stdout: "", stderr: "" };

type Answers = readonly (RemoteReport | Outage)[];

/** Addresses that answer like this, in turn and then as at last, with the order in which they were asked. */
function fleetOf(answers: Readonly<Record<string, Answers>>, retries = 3): { fleet: Fleet; asked: string[] } {
  const asked: string[] = [];
  const engines = Object.entries(answers).map(([name, turns]): [string, RemoteEngine] => {
    let next = 0;
    const run = async (): Promise<RemoteReport | Outage> => {
      asked.push(name);
      await Promise.resolve();
      return turns[Math.min(next++, turns.length - 1)] ?? { outage: "none" };
    };
    return [name, { run, languages: () => Promise.resolve([name, "python"]) }];
  });
  return { fleet: createFleet(new Map(engines), retries), asked };
}

describe("several addresses", () => {
  it("share what there is to do", async () => {
    const { fleet, asked } = fleetOf({ a: [REPORT], b: [REPORT] });
    await Promise.all(Array.from({ length: 6 }, () => fleet.run(task(), going)));
    expect(asked.filter((name) => name === "a")).toHaveLength(3);
  });

  it("stand in for one that fails, until it is well again", async () => {
    const { fleet, asked } = fleetOf({ a: [{ outage: "down" }, { outage: "down" }, REPORT], b: [REPORT] });
    expect(await fleet.run(task(), going)).toBe(REPORT);
    expect(await fleet.run(task(), going)).toBe(REPORT);
    expect(asked).toEqual(["a", "b", "b"]);
  });

  it("have the error of the last where all fail", async () => {
    const { fleet, asked } = fleetOf({ a: [{ outage: "down" }], b: [{ outage: "full" }] });
    expect(await fleet.run(task(), going)).toEqual({ outage: "b: full" });
    expect(asked).toEqual(["a", "b", "a", "b"]);
  });

  it("know all languages", async () => {
    const { fleet } = fleetOf({ a: [], b: [] });
    expect(await fleet.languages(going)).toEqual(["a", "python", "b"]);
  });
});

describe("one address", () => {
  it("is not asked again for what it will not do", async () => {
    const { fleet, asked } = fleetOf({ a: [{ outage: "no", isLasting: true }] });
    expect(await fleet.run(task(), going)).toEqual({ outage: "a: no", isLasting: true });
    expect(asked).toHaveLength(1);
  });

  it("is not asked after the end of the call", async () => {
    const { fleet, asked } = fleetOf({ a: [REPORT] });
    expect(await fleet.run(task(), AbortSignal.abort())).toEqual({ outage: "aborted" });
    expect(asked).toEqual([]);
  });
});
