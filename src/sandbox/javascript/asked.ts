import type { RunInput } from "../../code/index.js";
import { PLAIN } from "./guest.js";

/** Before a program that is called: what it prints is not its result. Not every engine prints by `process.stdout`. */
const MUTE =
  "process.stdout.write = () => true; console.log = console.info = console.debug = () => undefined;";

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

/** A program for Node that writes the JSON text of a value, which standard input asks for as {@link askFor} says. */
export const askedProgram = (source: string): string => `${MUTE}${source}${GIVE_VALUE}`;

/** What the text on standard input tells an {@link askedProgram}. */
export function askFor(input: Exclude<RunInput, { kind: "stdin" }>): string {
  if (input.kind === "expression") return JSON.stringify({ expression: `(${input.text}\n)` });
  const { name, args } = input;
  const own = IDENTIFIER.test(name) ? `typeof ${name} !== "undefined" ? ${name} : ` : "";
  return JSON.stringify({ callee: `${own}module.exports[${JSON.stringify(name)}]`, args });
}
