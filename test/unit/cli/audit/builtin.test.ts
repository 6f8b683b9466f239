import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { builtinRewards } from "../../../../src/rewards/index.js";
import { BUILTIN_AUDITS } from "../../../../src/cli/audit/builtin/index.js";
import { openTarget } from "../../../../src/cli/audit/isolation/open-target.js";
import { planAudit } from "../../../../src/cli/audit/plan-audit.js";
import type { AuditReport } from "../../../../src/cli/audit/report.js";
import { runAudit } from "../../../../src/cli/audit/run-audit.js";
import { type Answer, type LocalServer, type Received, serveLocally } from "../../http/local-server.js";
import { grades, quotedIn } from "../../rewards/judge-server.js";

const names = builtinRewards.map(({ info }) => info.name);
/** test/sandbox audits those that run code. */
const inSandbox = new Set(["binary_code", "cf_code", "code", "ioi_code"]);

let judge: LocalServer;
let scorer: LocalServer;

interface Asked {
  readonly columns: Readonly<Record<string, unknown>>;
  readonly completion?: string;
  readonly completions?: readonly string[];
}

/** A server that knows no other answer than 42. */
function score({ body }: Received): Answer {
  const { columns, completion = "", completions } = body as Asked;
  const scoreOf = (text: string): number => Number(columns.solution === "42" && text.includes("{42}"));
  return { json: completions ? { scores: completions.map(scoreOf) } : { score: scoreOf(completion) } };
}

beforeAll(async () => {
  judge = await serveLocally((request) => grades(quotedIn(request).includes("\\boxed{42}") ? 10 : 0));
  scorer = await serveLocally(score);
});
afterAll(async () => {
  await judge[Symbol.asyncDispose]();
  await scorer[Symbol.asyncDispose]();
});

/** Text with a letter or a digit in it, and without tags of the format. */
const PIECES = "(?:[^<]|<[ b]|</b)*";
const CONTENT = `${PIECES}[\\p{L}\\p{N}]${PIECES}`;

/** Options of the rewards that have no defaults. */
const required: Readonly<Record<string, () => object>> = {
  llm_judge: () => ({ model: "judge", baseUrl: `${judge.url}/v1`, retries: 0 }),
  regex_format: () => ({
    pattern: `^<think>\\n${CONTENT}\\n</think>\\n<answer>\\n${CONTENT}\\n</answer>$`,
  }),
  remote: () => ({ url: scorer.url, retries: 0 }),
  remote_group: () => ({ url: scorer.url, retries: 0 }),
};

async function audit(name: string): Promise<AuditReport> {
  const target = { type: "builtin", name } as const;
  const options = required[name]?.();
  const plan = await planAudit(target, { trait: {}, ...(options && { options }) });
  const opened = await openTarget(target, {
    isolation: "none",
    lanes: 1,
    callTimeoutMs: 20_000,
    as: plan.kind === "verifier" ? "verifier" : "reward",
    options: plan.options ?? null,
    goldColumn: null,
    completions: "auto",
    probe: plan.probe,
    memoryMb: 1000,
    python: "python3",
  });
  return runAudit(opened, {
    ...(opened.traits && { traits: opened.traits }),
    title: name,
    version: "0",
    plan,
    seed: 1,
    policy: {},
    shrinkEvaluations: 20,
    baseline: null,
    onProgress: () => undefined,
  });
}

describe("an audit of each reward of this library, by its own kind", () => {
  it("is told for every one, and for no other", () => {
    expect(Object.keys(BUILTIN_AUDITS).sort()).toEqual([...names].sort());
  });

  it.each(names.filter((name) => !inSandbox.has(name)))("finds nothing in %s", async (name) => {
    const { findings, verdict } = await audit(name);
    expect(findings).toEqual([]);
    expect(verdict).toBe("pass");
  });
});
