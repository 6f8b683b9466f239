import { RPC_CODES } from "../errors.js";
import { type MethodContract, type MethodName, protocol } from "../protocol.js";
import { notificationSchemas, resultSchemas } from "../results.js";
import type { Method } from "./method.js";

interface NamedSchema {
  readonly name: string;
  readonly schema: object;
  readonly required?: boolean;
}

interface OpenRpcMethod {
  readonly name: string;
  readonly summary: string;
  readonly paramStructure: "by-name";
  readonly params: readonly NamedSchema[];
  readonly result: NamedSchema;
}

interface OpenRpcDocument {
  readonly openrpc: string;
  readonly info: { readonly title: string; readonly version: string };
  readonly methods: readonly OpenRpcMethod[];
  readonly components: { readonly errors: Readonly<Record<string, OpenRpcError>> };
  /** What the server sends unasked, which OpenRPC has no member for. */
  readonly "x-notifications": readonly NamedSchema[];
}

interface OpenRpcError {
  readonly code: number;
  /** What stands as `error.data.code`. */
  readonly message: string;
}

function describe(name: MethodName, { summary, params }: MethodContract): OpenRpcMethod {
  const { properties, required } = params as {
    properties: Record<string, object>;
    required: readonly string[];
  };
  const described = Object.entries(properties).map(([key, schema]) => ({
    name: key,
    schema,
    required: required.includes(key),
  }));
  return {
    name,
    summary,
    paramStructure: "by-name",
    params: described,
    result: { name: "result", schema: resultSchemas[name] },
  };
}

/** The protocol as an OpenRPC document, made from the schemas that requests are checked against. */
export const discover: Method<unknown, OpenRpcDocument> = (_, { version }) => ({
  openrpc: "1.3.2",
  info: { title: "grpo-rewards", version },
  methods: (Object.keys(protocol) as MethodName[]).map((name) => describe(name, protocol[name])),
  components: {
    errors: Object.fromEntries(
      Object.entries(RPC_CODES).map(([name, code]) => [name, { code, message: name }]),
    ),
  },
  "x-notifications": Object.entries(notificationSchemas).map(([name, schema]) => ({ name, schema })),
});
