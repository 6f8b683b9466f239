import { describe, expect, it } from "vitest";
import type { StartChannel } from "../../../../../src/cli/audit/isolation/channel.js";
import {
  type IsolatedTarget,
  isolateTarget,
} from "../../../../../src/cli/audit/isolation/isolated-target.js";
import type { InitializeParams } from "../../../../../src/cli/audit/isolation/protocol.js";
import type { Outcome } from "../../../../../src/testing/index.js";

const LIMITS = { callTimeoutMs: 40, startTimeoutMs: 1000 };
const SCORE: Outcome = { type: "score", score: 1 };

/** How calls end by their completions, the first time and later; what is not named has a score. */
type Script = Readonly<Record<string, readonly ("hang" | "exit" | "score")[]>>;

interface Played {
  readonly target: IsolatedTarget;
  readonly starts: () => number;
}

/** A target that ends calls as the script says, in processes that are replaced if `forks`. */
async function play(script: Script, forks = false): Promise<Played> {
  const asked = new Map<string, number>();
  let starts = 0;
  const start: StartChannel = ({ onReply, onReplaced, onEnd }) => {
    starts++;
    const end = forks ? onReplaced : onEnd;
    const stop = (): void => queueMicrotask(() => end("it was killed"));
    const judge = (completion: string): "hang" | "exit" | "score" => {
      const times = asked.get(completion) ?? 0;
      asked.set(completion, times + 1);
      return script[completion]?.[times] ?? script[completion]?.at(-1) ?? "score";
    };
    const send: ReturnType<StartChannel>["send"] = (request) => {
      const items = request.method === "score" ? request.params.questions.flatMap(({ items }) => items) : [];
      for (const { completion } of items) {
        const end = judge(completion);
        if (end === "exit") stop();
        if (end !== "score") return;
        onReply({ jsonrpc: "2.0", method: "score/outcome", params: SCORE });
      }
      onReply({ jsonrpc: "2.0", id: request.id, result: {} });
    };
    return { send: (request) => queueMicrotask(() => send(request)), stop, kill: stop };
  };
  return { target: await isolateTarget(start, 2, {} as InitializeParams, LIMITS), starts: () => starts };
}

/** The types of the outcomes of one list. */
async function outcomesOf({ target }: Played, completions: readonly string[]): Promise<readonly string[]> {
  const questions = completions.map((completion) => ({ items: [{ completion, gold: "", prompt: "" }] }));
  const outcomes = await target.judge(questions);
  return outcomes.map((each) => each.map(({ type }) => type).join());
}

describe("a call that does not end in time", () => {
  it("hangs if it does so again, alone", async () => {
    const played = await play({ b: ["hang"], c: ["hang"] });
    expect(await outcomesOf(played, ["a", "b", "c", "d"])).toEqual(["score", "hang", "hang", "score"]);
  });

  it("has been kept from its processor if it then ends", async () => {
    const played = await play({ b: ["hang", "score"] });
    expect(await outcomesOf(played, ["a", "b", "c"])).toEqual(["score", "score", "score"]);
  });

  it("crashes if it ends its process then", async () => {
    const played = await play({ b: ["hang", "exit"] });
    expect(await outcomesOf(played, ["a", "b", "c"])).toEqual(["score", "crash", "score"]);
  });
});

it("is started again when its process has ended, unless that is replaced", async () => {
  const script: Script = { a: ["hang"], b: ["exit"] };
  const ended = await play(script);
  expect(await outcomesOf(ended, ["a", "b", "c"])).toEqual(["hang", "crash", "score"]);
  expect(ended.starts()).toBe(4);
  const replaced = await play(script, true);
  expect(await outcomesOf(replaced, ["a", "b", "c"])).toEqual(["hang", "crash", "score"]);
  expect(replaced.starts()).toBeLessThanOrEqual(2);
});

it("is given up when it goes on ending its process", async () => {
  const played = await play({ a: ["exit"] });
  const asked = Array.from({ length: 501 }, () => "a");
  await expect(outcomesOf(played, asked)).rejects.toThrow("it ended its process 500 times");
});

it("takes longer lists the faster it answers", async () => {
  const played = await play({});
  const { listLength } = played.target;
  for (let round = 0; round < 20; round++) await outcomesOf(played, ["a", "b", "c", "d"]);
  expect(played.target.listLength).toBeGreaterThan(listLength);
});
