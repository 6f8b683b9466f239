import type { RunInput, RunLimits } from "../../code/index.js";
import { PLAIN } from "../javascript/guest.js";
import { isModule } from "../javascript/modules.js";
import { CHECK_LIMITS, checked, failureBySaying, limitsOf, type NativeLanguage } from "./language.js";
import { type BoxRequest, PROGRAM } from "./request.js";

/** Where Node is in a box. */
export const NODE = "/run/node";

/** What Node itself takes of memory before a program begins. */
const NODE_BYTES = 256 << 20;

/** Before a program that is called: what it prints is not its result. */
const MUTE = "process.stdout.write = () => true;";

/** Behind it: evaluates what standard input says, where the program's names are known, and writes the value. */
const GIVE_VALUE = String.raw`
;(async () => {
  const { stringify } = JSON;
  ${PLAIN}
  const fs = await import("node:fs");
  const { callee, args, expression } = JSON.parse(fs.readFileSync("/dev/stdin", "utf8"));
  const value = await (callee === undefined ? eval(expression) : eval(callee)(...JSON.parse(args)));
  fs.writeSync(1, stringify(plain(value)) ?? "null");
  process.exit();
})();`;

const IDENTIFIER = /^[a-z_$][\w$]*$/i;

/** What the text on standard input tells {@link GIVE_VALUE}. */
function askFor(input: Exclude<RunInput, { kind: "stdin" }>): string {
  if (input.kind === "expression") return JSON.stringify({ expression: `(${input.text}\n)` });
  const { name, args } = input;
  const own = IDENTIFIER.test(name) ? `typeof ${name} !== "undefined" ? ${name} : ` : "";
  return JSON.stringify({ callee: `${own}module.exports[${JSON.stringify(name)}]`, args });
}

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
  compile: async (source, run) => {
    const file = isModule(source) ? "main.mjs" : "main.cjs";
    const image = Buffer.from(source);
    const asked = Buffer.from(`${MUTE}${source}${GIVE_VALUE}`);
    const check = nodeRequest(file, ["--check"], CHECK_LIMITS);
    return checked(await run({ image, request: check, stdin: "" }), (input, limits) => ({
      image: input.kind === "stdin" ? image : asked,
      request: nodeRequest(file, [], limits),
      stdin: input.kind === "stdin" ? input.text : askFor(input),
    }));
  },
  failure: failureBySaying(/JavaScript heap out of memory|Array buffer allocation failed/),
};
