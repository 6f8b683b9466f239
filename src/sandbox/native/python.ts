import type { RunInput, RunOutcome } from "../../code/index.js";
import { EXIT_MEMORY, EXIT_SYNTAX } from "../python/prelude.js";
import { CHECK_LIMITS, checked, limitsOf, type NativeLanguage } from "./language.js";
import { PROGRAM } from "./request.js";

const OUTCOME_OF_EXIT: ReadonlyMap<number | null, RunOutcome> = new Map([
  [EXIT_MEMORY, "memory_limit"],
  [EXIT_SYNTAX, "compile_error"],
]);

function callOf(input: RunInput): string[] {
  if (input.kind === "stdin") return ["run"];
  return input.kind === "call" ? ["call", input.name, input.args] : ["evaluate", input.text];
}

/** Python: a program runs in a copy of the interpreter that supervises, which has loaded the usual modules. */
export const python: NativeLanguage = {
  compile: async (source, run) => {
    const image = Buffer.from(source);
    const check = { ...PROGRAM, ...limitsOf(CHECK_LIMITS), call: ["check"] };
    return checked(await run({ image, request: check, stdin: "" }), (input, limits) => ({
      image,
      request: { ...PROGRAM, ...limitsOf(limits), call: callOf(input) },
      stdin: input.kind === "stdin" ? input.text : "",
    }));
  },
  failure: ({ exitCode }) => OUTCOME_OF_EXIT.get(exitCode) ?? "runtime_error",
};
