import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Reply, ServerProcess } from "../bridge/server-process.js";

const MINUTES = 240_000;
const ENDLESS_MS = 4000;

let server: ServerProcess;
beforeAll(() => (server = new ServerProcess([], "socket")));
afterAll(() => server.end());

const fenced = (source: string): string => `\`\`\`python\n${source}\n\`\`\``;
const RIGHT = fenced("print(1)");
/** Each is another program, or they would run once. */
const endless = (i: number): string => fenced(`while True: pass\n${i}`);

/** A request to score with a reward that runs programs, beside one that does not. */
function request(reward: object, completions: readonly string[]): number {
  const columns = { official_tests: completions.map(() => [{ input: "", output: "1" }]) };
  return server.request("score", { rewards: [reward, "tag_count"], completions, columns, partial: true });
}

/** All that comes until every request is answered. */
async function receivedFor(...ids: readonly number[]): Promise<readonly Reply[]> {
  const received: Reply[] = [];
  while (!ids.every((id) => received.some((reply) => reply.id === id))) received.push(await server.receive());
  return received;
}

/** Where a row's score of a reward was told. */
function placeOf(received: readonly Reply[], reward: string, row: number): number {
  return received.findIndex(
    ({ params }) => params?.reward === reward && (params.rows as readonly number[]).includes(row),
  );
}

describe.each([
  { name: "code", options: { timeoutMs: ENDLESS_MS } },
  { name: "cf_code", options: { timeoutMs: ENDLESS_MS, timeFactors: { python: 1 } } },
])("over the bridge, $name", (reward) => {
  it(
    "tells scores as programs end, and holds up no other reward and no other request",
    async () => {
      // The sandbox starts with the first program.
      await receivedFor(request(reward, [RIGHT]));
      const completions = [RIGHT, ...[1, 2, 3, 4].map(endless)];
      const id = request(reward, completions);
      const other = server.request("score", { rewards: ["tag_count"], completions: ["1"] });
      const received = await receivedFor(id, other);
      const last = completions.length - 1;
      const ends = [1, 2, 3, 4].map((row) => placeOf(received, reward.name, row));
      const firstEnd = Math.min(...ends);
      const before = [
        placeOf(received, reward.name, 0),
        placeOf(received, "tag_count", last),
        received.findIndex((reply) => reply.id === other),
      ];
      for (const place of before) {
        expect(place).toBeGreaterThanOrEqual(0);
        expect(place).toBeLessThan(firstEnd);
      }
      const { scores } = received.find((reply) => reply.id === id)?.result as {
        scores: Record<string, readonly number[]>;
      };
      expect(scores[reward.name]?.map((score) => score > 0)).toEqual([true, false, false, false, false]);
    },
    MINUTES,
  );
});
