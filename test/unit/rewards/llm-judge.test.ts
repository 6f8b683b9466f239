import { afterEach, describe, expect, it, vi } from "vitest";
import { llmJudge, scoreGroups } from "../../../src/index.js";
import { serveLocally } from "../http/local-server.js";
import { grades, judgeWith, quotedIn, requestOf, says } from "./judge-server.js";

afterEach(() => vi.unstubAllEnvs());

const systemFault = (reason: string): object => ({
  score: null,
  verdict: { status: "undetermined", fault: "system", reason },
});

const RUBRIC = [
  { criterion: "Is it right?", weight: 3 },
  { criterion: "Is it brief?" },
  { criterion: "Does it guess?", weight: -1 },
];

describe("llm_judge scores", () => {
  it.each([
    [0, 0],
    [7, 0.7],
    [10, 1],
  ])("a grade of %d out of 10 with %d", async (grade, score) => {
    const { results, extra } = await judgeWith(() => grades(grade), "It is 4.");
    expect(results).toEqual([{ score }]);
    expect(extra).toEqual(["so"]);
  });

  it("by the weights of a rubric, over the sum of their magnitudes", async () => {
    const { results } = await judgeWith(() => grades(4, 2, 3), "4", { rubric: RUBRIC, scale: 4 });
    expect(results[0]?.score).toBeCloseTo((3 * 1 + 1 * 0.5 - 1 * 0.75) / 5);
  });

  it.each(["", "  \n", "\u200b\ufeff", "<think>It is 4.", "<think>4</think>"])(
    "nothing in %j, unasked",
    async (text) => {
      const verdict = { status: "undetermined", fault: "candidate", reason: "no_answer" };
      const plain = await judgeWith(() => grades(10), text);
      expect(plain).toMatchObject({ results: [{ score: 0, verdict }], received: [] });
      const weighted = await judgeWith(() => grades(4, 4, 4), text, { rubric: RUBRIC });
      expect(weighted).toMatchObject({ results: [{ score: -0.2, verdict }], received: [] });
    },
  );

  it("behind the judge's own thinking, and in a code fence", async () => {
    const verdict = '{"reasoning": "`4`", "scores": {"criterion_1": 5}}';
    for (const text of [verdict, `<think>{}</think>\n${verdict}`, `\`\`\`json\n${verdict}\n\`\`\``]) {
      expect((await judgeWith(() => says(text), "4")).results).toEqual([{ score: 0.5 }]);
    }
  });
});

describe("llm_judge gives null for", () => {
  it.each([
    ["an error of the server", { status: 500 }, "judge_http_500"],
    ["a wrong key", { status: 401 }, "judge_http_401"],
    ["a lost connection", { end: "drop" }, "judge_connection"],
    ["no JSON", { text: "oops" }, "judge_not_json"],
    ["another form of reply", { json: { error: "x" } }, "judge_bad_reply"],
    ["null", { json: null }, "judge_bad_reply"],
    ["choices that are none", { json: { choices: [null] } }, "judge_bad_reply"],
    ["no text", says(null), "judge_bad_reply"],
    ["a refusal", says(null, { message: { refusal: "no" } }), "judge_refused"],
    ["a reply that is cut off", says('{"reasoning": "', { finish_reason: "length" }), "judge_cut_off"],
    ["prose", says("I give it 10 out of 10."), "judge_bad_verdict"],
    ["a bare number", says("10"), "judge_bad_verdict"],
    ["a grade beyond the scale", grades(11), "judge_bad_verdict"],
    ["a negative grade", grades(-1), "judge_bad_verdict"],
    ["half a grade", grades(0.5), "judge_bad_verdict"],
    ["no grade", grades(), "judge_bad_verdict"],
    ["a grade too many", grades(1, 1), "judge_bad_verdict"],
    ["a grade in words", says('{"reasoning": "", "scores": {"criterion_1": "10"}}'), "judge_bad_verdict"],
    [
      "text around the verdict",
      says('Sure: {"reasoning": "", "scores": {"criterion_1": 10}}'),
      "judge_bad_verdict",
    ],
    [
      "a verdict twice",
      says('{"reasoning": "", "scores": {"criterion_1": 10}}\n'.repeat(2)),
      "judge_bad_verdict",
    ],
  ] as const)("%s", async (_case, answer, reason) => {
    const { results } = await judgeWith(() => answer, "4");
    expect(results).toEqual([systemFault(reason)]);
  });

  it("no reply in time", async () => {
    const { results } = await judgeWith(() => ({ end: "never" }), "4", { timeoutMs: 50 });
    expect(results).toEqual([systemFault("judge_timeout")]);
  });

  it("nothing that a second try mends", async () => {
    const answer = (_: unknown, i: number): object => (i === 0 ? { status: 503 } : grades(10));
    expect((await judgeWith(answer, "4", { retries: 1 })).results).toEqual([{ score: 1 }]);
  });

  it("what is cancelled, and stops calling", async () => {
    const aborting = new AbortController();
    await using server = await serveLocally(() => {
      aborting.abort();
      return { end: "never" };
    });
    const reward = llmJudge({ model: "judge", baseUrl: server.url, concurrency: 1 });
    const completions = ["1", "2", "3"];
    const scoring = scoreGroups([{ completions }], reward, { signal: aborting.signal });
    await expect(scoring).rejects.toMatchObject({ code: "cancelled" });
    expect(server.received).toHaveLength(1);
  });
});

describe("llm_judge asks", () => {
  it("by the options, with prompt and reference", async () => {
    const group = {
      prompt: "2+2?",
      columns: { reference: { value: 4 } },
      completions: ["<think>x</think>It is 4."],
    };
    const { received } = await judgeWith(() => grades(1), group, {
      question: "Is it four?",
      scale: 1,
      temperature: 0.5,
      maxTokens: 77,
      extraBody: { seed: 3 },
    });
    expect(received[0]).toMatchObject({
      path: "/v1/chat/completions",
      body: { model: "judge", temperature: 0.5, max_tokens: 77, seed: 3 },
    });
    const [request] = received.map(requestOf);
    expect(request?.messages[0]?.content).toContain("- criterion_1: Is it four?");
    expect(quotedIn(received[0])).toMatch(
      /^\[BEGIN PROMPT (\w{16})\]\n2\+2\?\n\[END PROMPT \1\]\n\n\[BEGIN REFERENCE \1\]\n\{"value":4\}\n\[END REFERENCE \1\]\n\n\[BEGIN COMPLETION \1\]\nIt is 4\.\n\[END COMPLETION \1\]$/,
    );
    expect(request?.response_format).toMatchObject({
      type: "json_schema",
      json_schema: {
        strict: true,
        schema: { properties: { scores: { properties: { criterion_1: { maximum: 1 } } } } },
      },
    });
  });

  it("by default without temperature's chance, and leaves out what is null", async () => {
    const first = (await judgeWith(() => grades(1), "4")).received[0]?.body;
    expect(first).toMatchObject({ temperature: 0, max_tokens: 1024 });
    const second = (await judgeWith(() => grades(1), "4", { temperature: null, maxTokens: null })).received[0]
      ?.body;
    expect(second).not.toHaveProperty("temperature");
    expect(second).not.toHaveProperty("max_tokens");
  });

  it("for the messages of a conversation, too", async () => {
    const prompt = [
      { role: "system", content: "Be brief." },
      { role: "user", content: "2+2?" },
    ];
    const { received } = await judgeWith(() => grades(1), { prompt, completions: ["4"] });
    expect(quotedIn(received[0])).toContain("\nsystem: Be brief.\n\nuser: 2+2?\n");
  });

  it("once for the same completion in a call, and again in the next", async () => {
    const completions = ["a", "b", "a", "a"];
    await using server = await serveLocally(() => grades(5));
    const reward = llmJudge({ model: "judge", baseUrl: server.url });
    const groups = [
      { prompt: "p", completions },
      { prompt: "q", completions: ["a"] },
    ];
    expect((await scoreGroups(groups, reward)).rewards).toEqual([[0.5, 0.5, 0.5, 0.5], [0.5]]);
    expect(server.received).toHaveLength(3);
    await scoreGroups(groups, reward);
    expect(server.received).toHaveLength(6);
    const [first, second] = [server.received.slice(0, 3), server.received.slice(3)];
    const bodies = (list: typeof first): string[] => list.map(({ body }) => JSON.stringify(body)).sort();
    expect(bodies(second)).toEqual(bodies(first));
  });

  it("no more at once than it may, however long the others wait", async () => {
    const slowly = async (): Promise<object> => {
      await new Promise((resolve) => setTimeout(resolve, 20));
      return grades(10);
    };
    const completions = Array.from({ length: 10 }, (_, i) => `It is ${i}.`);
    const { results, mostAtOnce } = await judgeWith(slowly, { completions }, { concurrency: 2 });
    expect(results.map(({ score }) => score)).toEqual(completions.map(() => 1));
    expect(mostAtOnce).toBe(2);
  });

  it("a server that knows no schema in simpler forms, and remembers which", async () => {
    const picky = ({ body }: { readonly body: unknown }): object =>
      "response_format" in (body as object) ? { status: 400 } : grades(10);
    const { results, received } = await judgeWith(picky, { completions: ["a", "b"] }, { concurrency: 1 });
    expect(results).toEqual([{ score: 1 }, { score: 1 }]);
    const forms = received.map((each) => requestOf(each).response_format?.type);
    expect(forms.slice(0, 2)).toEqual(["json_schema", "json_schema"]);
    expect(forms.at(-1)).toBeUndefined();
    const { received: told } = await judgeWith(picky, "a", { responseFormat: "text" });
    expect(told).toHaveLength(1);
  });

  it("gives up on a server that refuses every form", async () => {
    const { results, received } = await judgeWith(() => ({ status: 422 }), "a");
    expect(results).toEqual([systemFault("judge_http_422")]);
    expect(received).toHaveLength(3);
  });

  it("with the key of the variable that is named, and with OpenAI's key for OpenAI alone", async () => {
    vi.stubEnv("OPENAI_API_KEY", "sk-openai");
    vi.stubEnv("MY_KEY", "sk-mine");
    const keyOf = async (options: object): Promise<unknown> =>
      (await judgeWith(() => grades(1), "4", options)).received[0]?.headers;
    expect(await keyOf({ apiKeyEnv: "MY_KEY" })).toMatchObject({ authorization: "Bearer sk-mine" });
    expect(await keyOf({})).not.toHaveProperty("authorization");
    expect(await keyOf({ headersEnv: { "api-key": "MY_KEY" } })).toMatchObject({ "api-key": "sk-mine" });
  });
});

describe("llm_judge is not made", () => {
  it.each<[string, Parameters<typeof llmJudge>[0], RegExp]>([
    ["without a model", {} as never, /model/],
    [
      "with a question and a rubric",
      { model: "m", baseUrl: "http://a", question: "?", rubric: RUBRIC },
      /either/,
    ],
    [
      "with weights of 0",
      { model: "m", baseUrl: "http://a", rubric: [{ criterion: "?", weight: 0 }] },
      /not 0/,
    ],
    ["for a file", { model: "m", baseUrl: "file:///etc" }, /http/],
    ["without OpenAI's key", { model: "m" }, /OPENAI_API_KEY/],
    ["without a key that is named", { model: "m", baseUrl: "http://a", apiKeyEnv: "NO_KEY" }, /NO_KEY/],
  ])("%s", (_case, options, message) => {
    vi.stubEnv("OPENAI_API_KEY", "");
    expect(() => llmJudge(options)).toThrow(
      expect.objectContaining({ code: "bad_options", message: expect.stringMatching(message) as string }),
    );
  });
});
