/** Draws numbers, the same for the same seed. */
export interface Draw {
  /** From 0 to `below` - 1. */
  readonly below: (below: number) => number;
  readonly one: <T>(of: readonly T[]) => T;
}

export function createDraw(seed: number): Draw {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d_2b_79_f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const below = (limit: number): number => Math.floor(next() * limit);
  return { below, one: (of) => of[below(of.length)] as never };
}

const TEXTS = [
  "",
  "\\boxed{4}",
  "<think>a</think>4",
  "日本語 😀",
  "\ud800",
  "a\u0000b",
  "x".repeat(3000),
  "\\frac".repeat(200),
];
/** What may stand for a name, though it is one that JavaScript or a log reads otherwise. */
const ODD_NAMES = ["__proto__", "constructor", "toString", "", "a\nb", "\u001b[31m", "\ud800"];
const REWARDS = [
  "accuracy",
  "tag_count",
  "think_format",
  "length",
  "echo",
  "exact_match",
  "diversity",
  "no_such",
  ...ODD_NAMES,
];
const METHODS = [
  "initialize",
  "rewards/list",
  "score",
  "score",
  "score",
  "advantages",
  "rpc.discover",
  "$/cancelRequest",
  "none",
];

/** What stands where something else should. */
const JUNK: readonly ((draw: Draw) => unknown)[] = [
  () => null,
  () => -1,
  () => 1e308,
  () => 0.1,
  () => true,
  () => [],
  () => ({}),
  () => "__proto__",
  () => JSON.parse('{"__proto__":{"polluted":1},"constructor":5}') as unknown,
  ({ below }) => nested(below(3000)),
  ({ one }) => one(TEXTS),
  ({ below }) => Array.from({ length: below(300) }, (_, i) => i),
];

function nested(depth: number): unknown {
  let value: unknown = [];
  for (let i = 0; i < depth; i++) value = i % 2 ? [value] : { gate: value };
  return value;
}

function spec(draw: Draw): unknown {
  const name = draw.one(REWARDS);
  return draw.one([
    name,
    { name, key: draw.one(["a", "b", ...ODD_NAMES]), weight: draw.below(3) },
    { gate: [name, "tag_count"], key: "gated" },
    { name, options: { thinking: "none" } },
  ]);
}

function paramsOf(method: string, draw: Draw): unknown {
  if (method === "initialize") return { protocol: draw.below(3) };
  const count = draw.below(5);
  const each = <T>(make: () => T): T[] => Array.from({ length: count }, make);
  const groups = each(() => draw.below(2));
  if (method === "advantages") return { rewards: each(() => draw.below(3)), groups };
  if (method !== "score") return {};
  const completion = (): unknown =>
    draw.one([draw.one(TEXTS), [{ role: "assistant", content: draw.one(TEXTS) }]]);
  return {
    rewards: Array.from({ length: 1 + draw.below(2) }, () => spec(draw)),
    completions: each(completion),
    columns: {
      solution: each(() => draw.one(["4", null, "x"])),
      n_tokens: each(() => draw.below(9)),
      [draw.one(ODD_NAMES)]: each(() => draw.one(ODD_NAMES)),
    },
    groups,
    itemTimeoutMs: 20_000,
    ...(draw.below(2) ? { advantages: draw.one([{}, { estimator: "rloo" }, { preset: "trl" }]) } : {}),
    ...(draw.below(2) ? { detail: draw.one(["scores", "full", "summary"]) } : {}),
  };
}

/** A request of the protocol that is right as far as its form goes. */
export function validRequest(id: number, draw: Draw): object {
  const method = draw.one(METHODS);
  const params = paramsOf(method, draw);
  return { jsonrpc: "2.0", ...(draw.below(10) ? { id } : {}), method, params };
}

/** The value with something else in one of its places. */
export function withJunk(value: unknown, draw: Draw): unknown {
  const isBranch = typeof value === "object" && value !== null && Object.keys(value).length > 0;
  if (!isBranch || draw.below(4) === 0) return draw.one(JUNK)(draw);
  const copy = (Array.isArray(value) ? [...(value as unknown[])] : { ...value }) as Record<string, unknown>;
  const key = draw.one(Object.keys(copy));
  copy[key] = withJunk(copy[key], draw);
  return copy;
}

/** The text with something done to its characters. */
export function mangled(text: string, draw: Draw): string {
  const at = draw.below(text.length + 1);
  const to = Math.min(text.length, at + draw.below(20));
  return draw.one([
    text.slice(0, at),
    text.slice(at),
    text.slice(0, at) + text.slice(to),
    text.slice(0, to) + text.slice(at),
    text.slice(0, at) +
      draw.one(['"', "{", "]", "\\u0000", "\\ud800", "NaN", "1e999", " ", "\u2028", "😀"]) +
      text.slice(at),
  ]);
}

const KINDS: readonly ((id: number, draw: Draw) => string)[] = [
  (id, draw) => JSON.stringify(validRequest(id, draw)),
  (id, draw) => JSON.stringify(withJunk(validRequest(id, draw), draw)),
  (id, draw) => JSON.stringify({ ...(withJunk(validRequest(id, draw), draw) as object), id }),
  (id, draw) => mangled(JSON.stringify(validRequest(id, draw)), draw),
  (id, draw) => JSON.stringify([validRequest(id, draw), withJunk(validRequest(-id, draw), draw)]),
  (_, draw) =>
    Array.from({ length: draw.below(200) }, () => String.fromCharCode(draw.below(0x2_00))).join(""),
  (_, draw) => draw.one(["[", '{"a":', "[[],"]).repeat(draw.below(20_000)),
];

/** A message, right or wrong in any way, in one line. */
export function anyLine(id: number, draw: Draw): string {
  return draw.one(KINDS)(id, draw).replaceAll("\n", " ");
}

const reasoning = ({ one }: Draw): object => ({
  type: "reasoning",
  summary: [{ type: "summary_text", text: one(TEXTS) }],
});

const said = ({ one }: Draw): object => ({
  type: "message",
  role: "assistant",
  content: [{ type: "output_text", text: one(TEXTS), annotations: [] }],
});

/** What a trainer may send to its URL, right or wrong. */
export function anyBody(draw: Draw): string {
  const text = (): unknown => draw.one(TEXTS);
  const body = draw.one([
    { prompt: text(), response: text(), label: text() },
    { query: [text()], prompts: [text()], labels: [text()] },
    { messages: [{ role: "assistant", content: text() }], ground_truth: text(), kwargs: {} },
    {
      responses_create_params: { input: draw.one([text(), [{ role: "user", content: text() }]]) },
      response: { id: "r", output: [reasoning(draw), said(draw)] },
      expected_answer: text(),
    },
    validRequest(1, draw),
  ]);
  return draw.one([
    () => JSON.stringify(body),
    () => JSON.stringify(withJunk(body, draw)),
    () => mangled(JSON.stringify(body), draw),
  ])();
}

/** Whether a request with it is due an answer. */
export const isId = (id: unknown): id is string | number =>
  typeof id === "string" || (typeof id === "number" && Number.isFinite(id));

/** The ids that are due an answer each. */
export function idsIn(line: string): (string | number)[] {
  let message: unknown;
  try {
    message = JSON.parse(line);
  } catch {
    return [];
  }
  const requests = Array.isArray(message) ? (message as unknown[]) : [message];
  return requests
    .map((request) =>
      typeof request === "object" && request !== null ? (request as { id?: unknown }).id : null,
    )
    .filter(isId);
}
