import { packageVersion } from "../../server/package-version.js";
import { ok, type Probe } from "./probe.js";

/** The version of this package, and where it lies. */
export const packageProbe: Probe = {
  name: "grpo-rewards",
  advice: "Install the package anew: a file of it is missing.",
  run: () => ok(`${packageVersion()}, ${process.argv[1] ?? "unknown path"}`),
};
