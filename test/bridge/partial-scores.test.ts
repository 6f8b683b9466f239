import { availableParallelism } from "node:os";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Reply, ServerProcess, USER_REWARDS } from "./server-process.js";

let server: ServerProcess;
beforeAll(() => (server = new ServerProcess(["--rewards", USER_REWARDS], "socket")));
afterAll(() => server.end());

/** All that comes until the reply, which is the last. */
async function scoreInParts(params: object): Promise<readonly Reply[]> {
  const id = server.request("score", params);
  const received = [await server.receive()];
  while (received.at(-1)?.id !== id) received.push(await server.receive());
  return received;
}

/** Every row's score by the notifications for a reward. */
function told(received: readonly Reply[], reward: string): [number, number | null][] {
  return received
    .flatMap(({ params }) => (params?.reward === reward ? [params] : []))
    .flatMap(({ rows, scores }) =>
      (rows as number[]).map((row, i): [number, number | null] => [row, (scores as number[])[i] ?? null]),
    )
    .sort(([a], [b]) => a - b);
}

describe("score/partial", () => {
  it("tells each score once, before the reply, for the request that asked", async () => {
    const completions = Array.from({ length: 40 }, (_, i) => String(i));
    const received = await scoreInParts({ rewards: ["slow", "tag_count"], completions, partial: true });
    const notifications = received.slice(0, -1);
    expect(new Set(notifications.map(({ method }) => method))).toEqual(new Set(["score/partial"]));
    expect(new Set(notifications.map(({ params }) => params?.id))).toEqual(new Set([received.at(-1)?.id]));
    expect(told(notifications, "slow")).toEqual(completions.map((text, row) => [row, Number(text)]));
    expect(told(notifications, "tag_count")).toEqual(completions.map((_, row) => [row, 0]));
    expect(received.at(-1)?.result?.scores).toMatchObject({ slow: completions.map(Number) });
  });

  it("tells of scores that are known while another is awaited", async () => {
    const completions = ["a", "a", "a", "b"];
    const params = { rewards: ["endless_on_b"], completions, partial: true, itemTimeoutMs: 600_000 };
    const id = server.request("score", params);
    const received: Reply[] = [];
    while (told(received, "endless_on_b").length < 3) received.push(await server.receive());
    expect(told(received, "endless_on_b")).toEqual([
      [0, 1],
      [1, 1],
      [2, 1],
    ]);
    server.send(JSON.stringify({ jsonrpc: "2.0", method: "$/cancelRequest", params: { id } }));
    // The row that has no score is told of no more.
    expect(await server.receive()).toMatchObject({ id, error: { code: -32800 } });
  });

  it("tells all along, not when all that a thread can begin is done", async () => {
    const completions = Array.from({ length: 64 * availableParallelism() }, (_, i) => String(i));
    const received = await scoreInParts({ rewards: ["slow"], completions, partial: true });
    expect(received.length).toBeGreaterThan(8);
  });

  it("tells of groups, and of rows that have no score", async () => {
    const received = await scoreInParts({
      rewards: ["miscounting", "throwing"],
      completions: ["a", "b"],
      groups: [0, 0],
      partial: true,
    });
    const nothing = [
      [0, null],
      [1, null],
    ];
    expect(told(received, "miscounting")).toEqual(nothing);
    expect(told(received, "throwing")).toEqual(nothing);
  });

  it("comes only where it is asked for", async () => {
    expect(await scoreInParts({ rewards: ["tag_count"], completions: ["a"] })).toHaveLength(1);
  });
});
