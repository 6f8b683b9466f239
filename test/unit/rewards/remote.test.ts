import { describe, expect, it, vi } from "vitest";
import { remote, remoteGroup, type RemoteOptions, scoreGroups } from "../../../src/index.js";
import { type Answer, type LocalServer, type Received, serveLocally } from "../http/local-server.js";

type Replies = (request: Received, index: number) => Answer | Promise<Answer>;

const GROUP = { prompt: "2+2?", columns: { solution: "4", hidden: [1] }, completions: ["4", "5"] };

async function scoreWith(
  factory: typeof remote | typeof remoteGroup,
  answer: Replies,
  options: Partial<RemoteOptions> = {},
): Promise<{ scores: unknown; reasons: unknown; received: LocalServer["received"]; mostAtOnce: number }> {
  await using server = await serveLocally(answer);
  const reward = factory({ url: `${server.url}/score?v=1`, retries: 0, ...options });
  const { scores, verdicts } = await scoreGroups([GROUP], reward);
  const reasons = verdicts[reward.name]?.[0]?.map((verdict) =>
    verdict && "reason" in verdict ? verdict.reason : null,
  );
  return { scores: scores[reward.name]?.[0], reasons, ...server, mostAtOnce: server.mostAtOnce() };
}

const each =
  (reply: (completion: string) => unknown): Replies =>
  ({ body }) => ({ json: reply((body as { completion: string }).completion) });

describe("remote", () => {
  it("sends each completion with its prompt and columns", async () => {
    const { scores, received } = await scoreWith(
      remote,
      each((text) => ({ score: text === "4" ? 1 : 0.25 })),
    );
    expect(scores).toEqual([1, 0.25]);
    expect(received.map(({ path }) => path)).toEqual(["/score?v=1", "/score?v=1"]);
    const { completions, ...rest } = GROUP;
    expect(received.map(({ body }) => body)).toEqual(
      completions.map((completion) => ({ ...rest, completion })),
    );
  });

  it("sends the columns that are named", async () => {
    const { received } = await scoreWith(
      remote,
      each(() => ({ score: 0 })),
      { columns: ["solution"] },
    );
    expect(received[0]?.body).toMatchObject({ columns: { solution: "4" } });
    expect(received[0]?.body).not.toHaveProperty("columns.hidden");
  });

  it("sends headers from the environment", async () => {
    vi.stubEnv("REMOTE_KEY", "Bearer x");
    const { received } = await scoreWith(
      remote,
      each(() => ({ score: 0 })),
      { headersEnv: { authorization: "REMOTE_KEY" } },
    );
    expect(received[0]?.headers).toMatchObject({ authorization: "Bearer x" });
    vi.unstubAllEnvs();
  });

  it("takes null for no opinion", async () => {
    const { scores, reasons } = await scoreWith(
      remote,
      each(() => ({ score: null })),
    );
    expect([scores, reasons]).toEqual([
      [null, null],
      [null, null],
    ]);
  });

  it("takes the range that it is told", async () => {
    const replies = each((text) => ({ score: text === "4" ? -1 : 2 }));
    expect(await scoreWith(remote, replies)).toMatchObject({
      scores: [null, null],
      reasons: ["remote_out_of_range", "remote_out_of_range"],
    });
    expect(await scoreWith(remote, replies, { min: -1, max: 2 })).toMatchObject({ scores: [-1, 2] });
  });

  it.each<[string, Answer, string]>([
    ["an error", { status: 500 }, "remote_http_500"],
    ["no JSON", { text: "1" + "x" }, "remote_not_json"],
    ["a bare number", { json: 1 }, "remote_bad_reply"],
    ["null", { json: null }, "remote_bad_reply"],
    ["no score", { json: {} }, "remote_bad_reply"],
    ["a text", { json: { score: "1" } }, "remote_bad_reply"],
    ["true", { json: { score: true } }, "remote_bad_reply"],
    ["infinity", { text: '{"score": 1e999}' }, "remote_out_of_range"],
    ["nothing in time", { end: "never" }, "remote_timeout"],
  ])("gives null for %s", async (_case, answer, reason) => {
    const options = reason === "remote_timeout" ? { timeoutMs: 50 } : {};
    expect(await scoreWith(remote, () => answer, options)).toMatchObject({
      scores: [null, null],
      reasons: [reason, reason],
    });
  });

  it("tries again, and waits for its turn", async () => {
    const answer: Replies = (_, i) => (i === 0 ? { status: 429 } : { json: { score: 1 } });
    expect(await scoreWith(remote, answer, { retries: 1, concurrency: 1 })).toMatchObject({
      scores: [1, 1],
      mostAtOnce: 1,
    });
  });

  it.each([
    [{ url: "file:///etc/passwd" }, /http/],
    [{ url: "http://a", min: 1 }, /min/],
    [{ url: "http://a", headersEnv: { a: "NO_SUCH_VARIABLE" } }, /NO_SUCH_VARIABLE/],
  ])("is not made of %j", (options, message) => {
    expect(() => remote(options)).toThrow(message);
  });
});

describe("remote_group", () => {
  it("sends the completions of a prompt together", async () => {
    const { scores, received } = await scoreWith(remoteGroup, () => ({ json: { scores: [1, null] } }));
    expect(scores).toEqual([1, null]);
    expect(received.map(({ body }) => body)).toEqual([GROUP]);
  });

  it.each<[string, Answer, string]>([
    ["one score too few", { json: { scores: [1] } }, "remote_bad_reply"],
    ["no scores", { json: { score: 1 } }, "remote_bad_reply"],
    ["null", { json: null }, "remote_bad_reply"],
    ["an error", { status: 404 }, "remote_http_404"],
  ])("gives null for %s", async (_case, answer, reason) => {
    expect(await scoreWith(remoteGroup, () => answer)).toMatchObject({
      scores: [null, null],
      reasons: [reason, reason],
    });
  });
});
