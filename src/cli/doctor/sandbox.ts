import type { RunnerCapabilities } from "../../code/index.js";
import type { Finding, Probe } from "./probe.js";

/** What a sandbox runs here, and what it does not, with the reason and what to do. */
export function describeSandbox({ languages }: RunnerCapabilities): Finding {
  const states = Object.entries(languages);
  const runs = states.filter(([, state]) => "available" in state).map(([name]) => name);
  const missing = states.flatMap(([name, state]) => ("reason" in state ? [{ name, ...state }] : []));
  const advice = [...new Set(missing.flatMap((each) => each.advice ?? []))].join(" ");
  const reasons = new Set(missing.map(({ reason }) => reason));
  const lacks =
    runs.length === 0
      ? [`runs nothing: ${[...reasons].join(" ")}`]
      : missing.map(({ name, reason }) => `not ${name}: ${reason}`);
  const detail = [...(runs.length === 0 ? [] : [`runs ${runs.join(", ")}`]), ...lacks].join("; ");
  return { status: runs.length === 0 ? "absent" : "ok", detail, ...(advice === "" ? {} : { advice }) };
}

const probeOf = (isolation: string): Probe => ({
  name: `${isolation} sandbox`,
  advice: "Install grpo-rewards anew.",
  run: async () => {
    const { sandboxLadder } = await import("../../sandbox/index.js");
    const rung = (await sandboxLadder()).find((each) => each.isolation === isolation);
    if (rung === undefined) throw new Error(`there is no ${isolation} sandbox`);
    return describeSandbox(rung);
  },
});

/** What programs are shut in with, in the order in which the runner "auto" tries it. */
export const sandbox: readonly Probe[] = ["embedded", "native"].map(probeOf);
