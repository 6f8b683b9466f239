import type { RunLimits } from "../../code/index.js";
import { askedProgram, askFor } from "../javascript/asked.js";
import { isModule } from "../javascript/modules.js";
import { CHECK_LIMITS, checked, failureBySaying, limitsOf, type NativeLanguage } from "./language.js";
import { type BoxRequest, PROGRAM } from "./request.js";
import { withShellFunctions } from "./shell-functions.js";

/** Where Node is in a box. */
export const NODE = "/run/node";

/** What Node itself takes of memory before a program begins. */
const NODE_BYTES = 256 << 20;

function nodeRequest(file: string, flags: readonly string[], limits: RunLimits): BoxRequest {
  const { memoryBytes } = limits;
  const heap = `--max-old-space-size=${Math.ceil(memoryBytes / (1 << 20))}`;
  return {
    ...PROGRAM,
    ...limitsOf(limits),
    argv: [NODE, heap, ...flags, `/tmp/${file}`],
    programFile: file,
    // The engine reserves far more addresses than it uses.
    memoryOf: "data",
    memoryBytes: memoryBytes + NODE_BYTES,
  };
}

/** JavaScript in Node, a new one for each run. */
export const javascript: NativeLanguage = {
  compile: async (text, run) => {
    const source = withShellFunctions(text);
    const file = isModule(source) ? "main.mjs" : "main.cjs";
    const image = Buffer.from(source);
    const asked = Buffer.from(askedProgram(source));
    const check = nodeRequest(file, ["--check"], CHECK_LIMITS);
    return checked(await run({ image, request: check, stdin: "" }), (input, limits) => ({
      image: input.kind === "stdin" ? image : asked,
      request: nodeRequest(file, [], limits),
      stdin: input.kind === "stdin" ? input.text : askFor(input),
    }));
  },
  failure: failureBySaying(/JavaScript heap out of memory|Array buffer allocation failed/),
};
