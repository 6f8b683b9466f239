import { type MethodContract, protocol } from "../protocol.js";
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
}

function describe(name: string, { summary, params }: MethodContract): OpenRpcMethod {
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
    result: { name: "result", schema: {} },
  };
}

/** The protocol as an OpenRPC document, made from the schemas that requests are checked against. */
export const discover: Method<unknown, OpenRpcDocument> = (_, { version }) => ({
  openrpc: "1.3.2",
  info: { title: "grpo-rewards", version },
  methods: Object.entries(protocol).map(([name, contract]) => describe(name, contract)),
});
