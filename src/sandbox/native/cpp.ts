import { createHash } from "node:crypto";
import {
  checked,
  failureBySaying,
  limitsOf,
  type NativeCompilation,
  type NativeLanguage,
  type NativeProgram,
  type RunInBox,
} from "./language.js";
import { type BoxReply, type BoxRequest, type BoxTask, PROGRAM } from "./request.js";

/** The compiler, on the host and in its boxes. */
export const COMPILER = "/usr/bin/g++";

/** Where the precompiled header is in the compiler's boxes. */
export const HEADERS = "/run/headers";

/** A header is used precompiled only where these are the same. */
const DIALECT = ["-std=gnu++17", "-O2", "-DONLINE_JUDGE"];

/** Limits of one compilation. */
const COMPILE: BoxRequest = {
  ...PROGRAM,
  ...limitsOf({ timeMs: 10_000, memoryBytes: 1 << 30, outputBytes: 4096 }),
  filter: "compiler",
  diskBytes: 64 << 20,
};

const MAX_HEADER = 512 << 20;

/** What the precompiled header is made by. */
export const PRECOMPILE: BoxTask = {
  image: Buffer.from("#include <bits/stdc++.h>\n"),
  stdin: "",
  request: {
    ...COMPILE,
    argv: [COMPILER, ...DIALECT, "-x", "c++-header", "main.hpp", "-o", "main.gch"],
    programFile: "main.hpp",
    resultFile: "main.gch",
    timeMs: 60_000,
    cpuSeconds: 60,
    diskBytes: MAX_HEADER,
  },
};

const COMPILE_REQUEST: BoxRequest = {
  ...COMPILE,
  argv: [
    COMPILER,
    ...DIALECT,
    "-I",
    HEADERS,
    "-pipe",
    "-s",
    "-fdiagnostics-color=never",
    "main.cpp",
    "-o",
    "main",
  ],
  programFile: "main.cpp",
  resultFile: "main",
};

function programOf(image: Uint8Array): NativeProgram {
  return (input, limits) =>
    input.kind === "stdin"
      ? { image, request: { ...PROGRAM, ...limitsOf(limits) }, stdin: input.text }
      : { reason: "Programs in C++ are run on standard input alone; their functions are not called." };
}

type Compiled = NativeCompilation & { readonly bytes: number };

function compiledOf(report: BoxReply): Compiled {
  const image = "failure" in report ? Buffer.alloc(0) : Buffer.from(report.result);
  return { ...checked(report, programOf(image)), bytes: image.length };
}

/** Programs that are kept once they are compiled, with what the compiler has said of others. */
const MAX_KEPT = 500;

/** Larger programs, which come of larger tables, are compiled anew. */
const MAX_KEPT_BYTES = 256 << 10;

/** C++ by g++, each program once; `compiler` is where it runs. */
export function cpp(compiler: RunInBox): NativeLanguage {
  const kept = new Map<string, Promise<Compiled>>();
  return {
    compile: (source) => {
      const key = createHash("sha256").update(source).digest("base64");
      const known = kept.get(key);
      if (known) return known;
      const compiling = compiler({ image: Buffer.from(source), request: COMPILE_REQUEST, stdin: "" }).then(
        compiledOf,
      );
      kept.set(key, compiling);
      void compiling.then(({ outcome, bytes }) => {
        if (outcome === "infra_error" || bytes > MAX_KEPT_BYTES) kept.delete(key);
      });
      const [oldest] = kept.keys();
      if (kept.size > MAX_KEPT && oldest !== undefined) kept.delete(oldest);
      return compiling;
    },
    failure: failureBySaying(/std::bad_(?:array_new_length|alloc)/),
  };
}
