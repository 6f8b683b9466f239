import type { RunInput } from "../../code/index.js";
import { askedProgram, askFor } from "../javascript/asked.js";
import { isModule } from "../javascript/modules.js";
import { harnessed } from "../python/prelude.js";

/** A program that a service can run, with what it reads. */
export interface RemoteProgram {
  readonly source: string;
  readonly stdin: string;
}

function python(source: string, input: RunInput): RemoteProgram {
  if (input.kind === "stdin") return { source: harnessed(["run", source]), stdin: input.text };
  const call =
    input.kind === "call" ? ["call", source, input.name, input.args] : ["evaluate", source, input.text];
  return { source: harnessed(call), stdin: "" };
}

function javascript(source: string, input: RunInput): RemoteProgram {
  return input.kind === "stdin"
    ? { source, stdin: input.text }
    : { source: askedProgram(source), stdin: askFor(input) };
}

/** The text that is run for an input; or why there is none. */
export function remoteProgram(
  language: string,
  source: string,
  input: RunInput,
): RemoteProgram | { readonly reason: string } {
  if (language === "python") return python(source, input);
  if (language === "javascript") return javascript(source, input);
  if (input.kind === "stdin") return { source, stdin: input.text };
  return {
    reason: `Programs in ${language} are run on standard input alone; their functions are not called.`,
  };
}

/** Names of files, where compilers look at them. */
const EXTENSIONS: Readonly<Record<string, string>> = {
  bash: "sh",
  c: "c",
  cpp: "cpp",
  csharp: "cs",
  go: "go",
  haskell: "hs",
  java: "java",
  julia: "jl",
  kotlin: "kt",
  python: "py",
  ruby: "rb",
  rust: "rs",
  typescript: "ts",
};

/** The name of a program's file. */
export function fileName({
  language,
  source,
}: {
  readonly language: string;
  readonly source: string;
}): string {
  if (language === "java") return "Main.java";
  if (language === "javascript") return isModule(source) ? "main.mjs" : "main.js";
  return `main.${EXTENSIONS[language] ?? "txt"}`;
}
