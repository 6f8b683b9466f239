import { InvalidArgumentError } from "commander";
import { type AnswerKind, DEFAULT_VERIFIER_POLICY, type VerifierPolicy } from "../../testing/index.js";
import { ALL_KINDS } from "../../testing/answers/index.js";

/** A value of the type that the default has. */
function valueLike(model: unknown, text: string): unknown {
  if (typeof model === "boolean" && (text === "true" || text === "false")) return text === "true";
  if (typeof model === "number" && text !== "" && Number.isFinite(Number(text))) return Number(text);
  if (Array.isArray(model) && text !== "") {
    return text.split(",").map((part) => (typeof model[0] === "string" ? part : valueLike(model[0], part)));
  }
  if (typeof model === "string" && text !== "") return text;
  throw new InvalidArgumentError(`A ${Array.isArray(model) ? "list" : typeof model} is wanted.`);
}

/** Adds one `--policy key=value` to those before it. */
export function addPolicy(flag: string, before: Partial<VerifierPolicy>): Partial<VerifierPolicy> {
  const [name = "", value] = flag.split("=", 2);
  if (value === undefined || !Object.hasOwn(DEFAULT_VERIFIER_POLICY, name)) {
    throw new InvalidArgumentError(
      `Give key=value; keys are ${Object.keys(DEFAULT_VERIFIER_POLICY).join(", ")}.`,
    );
  }
  return { ...before, [name]: valueLike(DEFAULT_VERIFIER_POLICY[name as keyof VerifierPolicy], value) };
}

/** The kinds of answers of `--kinds`. */
export function readKinds(list: string): readonly AnswerKind[] {
  const kinds = list.split(",").map((name) => name.trim());
  const unknown = kinds.find((name) => !ALL_KINDS.some((kind) => kind === name));
  if (unknown === undefined) return kinds as readonly AnswerKind[];
  throw new InvalidArgumentError(
    `There is no kind ${JSON.stringify(unknown)}; kinds are ${ALL_KINDS.join(", ")}.`,
  );
}
