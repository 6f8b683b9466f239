import { existsSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** What holds the rewards `held` of a server, from when they are at work until the test opens it. */
export interface Gate {
  /** The server's environment. */
  readonly env: Record<string, string>;
  readonly isReached: () => boolean;
  readonly open: () => void;
}

/** A gate that is closed. */
export function createGate(): Gate {
  const path = join(mkdtempSync(join(tmpdir(), "grpo-rewards-")), "gate");
  return {
    env: { GATE: path },
    isReached: () => existsSync(`${path}.reached`),
    open: () => writeFileSync(path, ""),
  };
}
