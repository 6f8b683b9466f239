import { existsSync, readdirSync, readFileSync } from "node:fs";
import { createServer, type Server } from "node:net";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { CodeRunner } from "../../dist/code/index.js";
import { HONEST, judge, type Mode, type Submission, verdictOf } from "./sum.js";

/** A hostile program, and what it may be judged. */
export interface Attack extends Submission {
  readonly name: string;
  readonly verdicts: readonly string[];
}

interface ManifestEntry {
  readonly file: string;
  readonly language: string;
  readonly mode: Mode;
  readonly verdicts: readonly string[];
}

const FOLDER = new URL("./attacks/", import.meta.url);
const read = (file: string): string => readFileSync(new URL(file, FOLDER), "utf8");

/** Attacks on any sandbox, in the languages that it runs. */
export function storedAttacks(languages: readonly string[]): readonly Attack[] {
  const entries = JSON.parse(read("manifest.json")) as ManifestEntry[];
  return entries
    .filter(({ language }) => languages.includes(language))
    .map(({ file, ...entry }) => ({ ...entry, name: file, source: read(file) }));
}

const REPEATS = 3;
const CANARY = "canary-d41d8cd98f00";
const MARKS = ["/tmp/PWNED", "/PWNED", "/usr/PWNED", "/root/PWNED", "/var/tmp/PWNED", "/tmp/PWNED_os_system"];

/** What an attack may take that may run out of time; all other programs have what a busy machine needs. */
const ATTACK_MS = 500;

/** A limit that honest programs keep on a busy machine. */
const HONEST_MS = 20_000;

/** The process that started another; 0 if that has ended by now. */
function parentOf(pid: string): number {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    return Number(stat.slice(stat.lastIndexOf(")") + 2).split(" ")[1]);
  } catch {
    return 0;
  }
}

/** The processes that one has started, and those that they have. */
export function descendants(pid: number): number[] {
  const children = readdirSync("/proc").filter((name) => /^\d+$/.test(name) && parentOf(name) === pid);
  return children.flatMap((child) => [Number(child), ...descendants(Number(child))]);
}

/** What a sandbox is attacked with, and how to tell which processes are its own. */
export interface AttackedSandbox {
  readonly runner: CodeRunner;
  readonly attacks: readonly Attack[];
  /** The processes that belong to programs, which are to be gone after each. */
  readonly leftOver: () => readonly number[];
}

/** Every attack, three times: it is judged as it is, and leaves the host and the next programs alone. */
export function describeAttacks({ runner, attacks, leftOver }: AttackedSandbox): void {
  let server: Server;
  let connections = 0;

  beforeAll(async () => {
    process.env.CANARY_SECRET = CANARY;
    server = createServer((socket) => {
      connections++;
      socket.destroy();
    });
    await new Promise<void>((resolve) => server.listen(39_999, "127.0.0.1", resolve));
    // The first programs wait for what is made once.
    for (const language of new Set(attacks.map((attack) => attack.language))) {
      await judge(runner, { language, source: HONEST[language]?.right ?? "", mode: "stdin" }, HONEST_MS);
    }
  }, 240_000);

  afterAll(async () => {
    server.close();
    await runner.close();
  });

  describe.each(attacks)("$name", (attack) => {
    const limitMs = attack.verdicts.includes("timeout") ? ATTACK_MS : HONEST_MS;

    it("is judged as it is, leaves the host alone, and the next programs too", async () => {
      for (let i = 0; i < REPEATS; i++) {
        const result = await judge(runner, attack, limitMs);
        expect(attack.verdicts, JSON.stringify(result).slice(0, 1000)).toContain(verdictOf(result));
        expect(result.stdout).not.toContain(CANARY);
        expect(result.stdout + result.message).not.toMatch(/root:[^\n]*:0:0:/);
        expect(MARKS.filter((path) => existsSync(path))).toEqual([]);
        expect(connections).toBe(0);
        expect(leftOver()).toEqual([]);
        const { right = "", wrong = "" } = HONEST[attack.language] ?? {};
        const honest = { language: attack.language, mode: "stdin" } as const;
        expect(verdictOf(await judge(runner, { ...honest, source: right }, HONEST_MS))).toBe("accepted");
        expect(verdictOf(await judge(runner, { ...honest, source: wrong }, HONEST_MS))).toBe("wrong_answer");
      }
    }, 120_000);
  });
}
