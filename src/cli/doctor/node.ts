import type { Probe } from "./probe.js";

const NEEDED: readonly [major: number, minor: number] = [20, 19];

const isNewEnough = ([major = 0, minor = 0]: readonly number[]): boolean =>
  major > NEEDED[0] || (major === NEEDED[0] && minor >= NEEDED[1]);

/** The version of Node. */
export const node: Probe = {
  name: "node",
  advice: `Install Node ${NEEDED.join(".")} or newer from https://nodejs.org, or with pip: grpo-rewards[node].`,
  run: () => {
    const { node: version } = process.versions;
    const detail = `${version}, ${process.execPath}`;
    if (isNewEnough(version.split(".").map(Number))) return { status: "ok", detail };
    return { status: "failed", detail, advice: node.advice };
  },
};
