import type { JsonSchema } from "../src/schema/index.js";
import { MAX_BATCH } from "../src/server/dispatch.js";
import { RPC_CODES } from "../src/server/errors.js";
import { PREFIX_BYTES } from "../src/server/frames/frame.js";
import {
  DEFAULT_MAX_FRAME_BYTES,
  MAX_COMPLETIONS,
  MAX_REWARDS,
  type MethodName,
  protocol,
  PROTOCOL_VERSION,
} from "../src/server/protocol.js";
import { notificationSchemas, resultSchemas } from "../src/server/results.js";
import { TEXT_ENCODINGS } from "../src/server/threads/texts.js";
import { MAX_UNANSWERED, MAX_UNREAD_BYTES } from "../src/server/transports/connection.js";

interface Described {
  readonly type?: string | readonly string[];
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly anyOf?: readonly JsonSchema[];
  readonly items?: JsonSchema;
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: JsonSchema | boolean;
  readonly description?: string;
  readonly default?: unknown;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly exclusiveMinimum?: number;
  readonly minItems?: number;
  readonly maxItems?: number;
}

const code = (value: unknown): string => `\`${JSON.stringify(value)}\``;
const cell = (text: string): string => text.replaceAll("|", "\\|").replaceAll("\n", " ");

function limitsOf(schema: Described): string {
  const limits = [
    schema.minimum === undefined ? "" : `at least ${schema.minimum}`,
    schema.exclusiveMinimum === undefined ? "" : `above ${schema.exclusiveMinimum}`,
    schema.maximum === undefined ? "" : `at most ${schema.maximum}`,
    schema.minItems === undefined ? "" : `at least ${schema.minItems}`,
    schema.maxItems === undefined ? "" : `at most ${schema.maxItems}`,
  ].filter((limit) => limit !== "");
  return limits.length > 0 ? ` (${limits.join(", ")})` : "";
}

/** What kind of value a schema describes, in a few words. */
function kindOf(schema: JsonSchema): string {
  const described = schema as Described;
  if (described.enum) return described.enum.map(code).join(" or ");
  if (described.const !== undefined) return code(described.const);
  if (described.anyOf) return [...new Set(described.anyOf.map(kindOf))].join(", or ");
  if (described.type === "array" && described.items) {
    const items = kindOf(described.items);
    return `list of ${/,? or /.test(items) ? `(${items})` : items}${limitsOf(described)}`;
  }
  if (described.type === "object") return objectKind(described);
  const type = described.type ?? "any value";
  return (typeof type === "string" ? type : type.join(" or ")) + limitsOf(described);
}

function objectKind({ properties, required = [], additionalProperties }: Described): string {
  if (properties) {
    const members = Object.keys(properties).map((name) => (required.includes(name) ? name : `${name}?`));
    return `\`{ ${members.join(", ")} }\``;
  }
  const values = typeof additionalProperties === "object" ? kindOf(additionalProperties) : "";
  return values === "" || values === "any value" ? "object" : `object, each value ${values}`;
}

/** Everything that a schema says in words, of the whole and of its alternatives. */
function meaningOf(schema: JsonSchema): string {
  const described = schema as Described;
  const inner = described.description ?? (described.items ? meaningOf(described.items) : "");
  const byDefault = described.default === undefined ? "" : `By default ${code(described.default)}.`;
  return [inner, byDefault].filter((text) => text !== "").join(" ");
}

function table(schema: JsonSchema): string {
  const { properties = {}, required = [] } = schema as Described;
  const rows = Object.entries(properties).map(
    ([name, member]) =>
      `| \`${name}\` | ${cell(kindOf(member))} | ${required.includes(name) ? "always" : ""} | ${cell(meaningOf(member))} |`,
  );
  return ["| member | type | there | |", "| --- | --- | --- | --- |", ...rows].join("\n");
}

/** The objects within a result that have members of their own, by the path that leads to them. */
function nested(schema: JsonSchema, path: string): string[] {
  const { properties, items, additionalProperties, anyOf } = schema as Described;
  if (items) return nested(items, `${path}[]`);
  if (anyOf) return anyOf.flatMap((each) => nested(each, path));
  if (typeof additionalProperties === "object") return nested(additionalProperties, `${path}.*`);
  if (!properties) return [];
  const below = Object.entries(properties).flatMap(([name, member]) => nested(member, `${path}.${name}`));
  return [`\`${path}\`:\n\n${table(schema)}`, ...below];
}

function methodSection(name: MethodName): string {
  const { summary, params } = protocol[name];
  const hasParams = Object.keys((params as Described).properties ?? {}).length > 0;
  const result = resultSchemas[name];
  const isObject = (result as Described).properties !== undefined;
  const members = isObject ? Object.entries((result as Described).properties ?? {}) : [];
  // A list of rewards is told once, where it is all that there is.
  const detailed = members.filter(
    ([member]) => member !== "rewards" || name === "rewards/list" || name === "stats",
  );
  return [
    `### \`${name}\``,
    summary,
    hasParams ? `Params:\n\n${table(params)}` : "No params.",
    isObject ? `Result:\n\n${table(result)}` : `Result: ${kindOf(result)}. ${meaningOf(result)}`.trim(),
    ...detailed.flatMap(([member, schema]) => nested(schema, member)),
  ].join("\n\n");
}

const errorRows = Object.entries(RPC_CODES).map(([name, number]) => `| ${number} | \`${name}\` |`);

/** docs/protocol.md, from the schemas that requests are checked against. */
export function protocolPage(): string {
  const methods = Object.keys(protocol) as MethodName[];
  return `# Protocol reference

<!-- Written by \`npm run docs\`, from src/server/protocol.ts and its neighbours. -->

JSON-RPC 2.0, version ${PROTOCOL_VERSION} of the protocol. \`rpc.discover\` returns the same as an OpenRPC document. A client of your own needs
\`initialize\` and \`score\`; [Serving and scaling](serving.md) says how a server is started.

## Messages

On standard input and output, an inherited socket (\`--fd\`) or a unix socket (\`--socket\`), a message is a line of JSON, or a
[frame](#frames); requests of one client run concurrently, and replies come as they are ready. Over HTTP, \`POST /rpc\` takes one
message, or a batch of them. On standard output the server writes nothing but messages; what rewards print goes to
standard error.

- A stream's server ends when its input does, and with the process that started it.
- \`$/cancelRequest\`, a notification with the \`id\` of a request in its params, ends that request with the error \`cancelled\`.
- A request without an \`id\` is a notification, and has no reply.

## Methods

${methods.map(methodSection).join("\n\n")}

## Notifications

With \`"partial": true\` in the params of \`score\`, a server on a stream sends scores as they are known, before the reply, which
has all of them. A client that reads slowly gets fewer and larger ones.

${Object.entries(notificationSchemas)
  .map(([name, schema]) => `### \`${name}\`\n\n${table(schema)}`)
  .join("\n\n")}

## Errors

\`error.message\` says what to do; \`error.data.code\` names the mistake. What a model wrote never is one: it has a status.

| \`error.code\` | \`error.data.code\` |
| --- | --- |
${errorRows.join("\n")}
| -32700 | none: this is not JSON |
| -32600 | none: this is no request |
| -32601 | none: there is no such method |
| -32603 | \`internal_error\` |

## Statuses

A row without a verdict has a status \`fault:reason\`. The fault of a \`candidate\` (the completion) earns the least score; that
of a \`reference\` or of the \`system\` gives \`null\`. Examples: \`candidate:no_answer\`, \`reference:missing\`, \`system:timeout\`,
\`system:crashed\`, \`system:not_finite\`.

## Frames

A message whose texts are neither escaped nor parsed, which is an order of magnitude faster for long completions. The result of
\`initialize\` offers them; nobody has to send them, and replies are lines in any case.

| bytes | what |
| --- | --- |
| 4 | the mark \`FE 47 52 31\` ("GR1"), which no line begins with |
| 4 | the size of the header, a little-endian 32-bit number |
| 4 | the size of all texts, likewise |
| the header's | the request as JSON, with \`"texts": { "encodings": [...], "bytes": [...] }\` beside \`params\` |
| the texts' | the texts, one behind the other |

The first ${PREFIX_BYTES} bytes tell the size of the whole. Where a text would stand in \`completions\` (a string, or the \`content\` of a message),
the header has the number of one of its texts. Encodings: ${TEXT_ENCODINGS.map((name) => `\`${name}\``).join(", ")}.

## Limits

| what | limit |
| --- | --- |
| a message, as a line, a frame or the body of a request | ${DEFAULT_MAX_FRAME_BYTES / 2 ** 20} MiB; \`--max-frame-bytes\`, and \`maxFrameBytes\` in the result of \`initialize\` |
| completions of a request | ${MAX_COMPLETIONS} |
| rewards of a request | ${MAX_REWARDS} |
| requests of a batch | ${MAX_BATCH} |
| replies that a client has not read | ${MAX_UNREAD_BYTES / 2 ** 20} MiB; its next requests wait, and it is not read |
| requests that are not answered | ${MAX_UNANSWERED}, likewise |
`;
}
