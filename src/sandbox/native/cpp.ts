import { createHash } from "node:crypto";
import { isAbsolute } from "node:path";
import { callingProgram, refusedCall, withLibrary } from "./cpp-call.js";
import {
  failureBySaying,
  limitsOf,
  type NativeCompilation,
  type NativeFailure,
  type NativeLanguage,
  type NativeProgram,
  type RunInBox,
} from "./language.js";
import { type BoxReply, type BoxRequest, type BoxTask, PROGRAM } from "./request.js";

type Files = Readonly<Record<string, string>>;

/** The compiler, on the host and in its boxes. */
export const COMPILER = "/usr/bin/g++";

/** Where the precompiled header is in the compiler's boxes. */
export const HEADERS = "/run/headers";

/** A header is used precompiled only where these are the same. */
const DIALECT = ["-std=gnu++17", "-O2", "-DONLINE_JUDGE"];

/** The program among its files. */
const PROGRAM_FILE = "main.cpp";

/** Names of files that lie beside a program. */
const FILE_NAME = /^\w[\w.-]{0,99}$/;

/** Programs of a problem that run beside the submitted one, or judge it. */
const OTHER_PROGRAM = /^(?:manager|checker)\./;

/** Why files cannot be compiled with a program; `null` if they can. */
function refusedFiles(files: Files): string | null {
  const names = Object.keys(files);
  const misnamed = names.find((name) => !FILE_NAME.test(name) || name === PROGRAM_FILE);
  if (misnamed !== undefined) return `No file of a program may have the name ${JSON.stringify(misnamed)}.`;
  const other = names.find((name) => OTHER_PROGRAM.test(name));
  return other === undefined ? null : `${other} is a program of its own, which is not run.`;
}

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

/** Units that are compiled on their own and linked. */
const UNIT = /\.(?:cpp|cc|cxx)$/;

/** The standard library as a part of each program: to load it for each run takes longer than most tests. */
const BUILT_IN = ["-static-libstdc++", "-static-libgcc"];

/** How programs are linked: not every system has the library in the form that becomes part of them. */
async function linkFlags(compiler: RunInBox): Promise<readonly string[]> {
  const request = { ...COMPILE, argv: [COMPILER, "-print-file-name=libstdc++.a"] };
  const reply = await compiler({ image: Buffer.alloc(0), request, stdin: "" });
  // A file that is not found is told by the name alone.
  return "stdout" in reply && isAbsolute(reply.stdout.toString()) ? BUILT_IN : [];
}

/** How a program is compiled, together with its files. */
function compileRequest(files: Files, linking: readonly string[]): BoxRequest {
  const units = Object.keys(files).filter((name) => UNIT.test(name));
  const flags = ["-I", HEADERS, "-pipe", "-s", "-fdiagnostics-color=never", ...linking];
  return {
    ...COMPILE,
    argv: [COMPILER, ...DIALECT, ...flags, PROGRAM_FILE, ...units, "-o", "main"],
    programFile: PROGRAM_FILE,
    resultFile: "main",
    files,
  };
}

/** A program that runs; or what the compiler has said. */
type Build = { readonly outcome: "ok"; readonly image: Uint8Array } | NativeFailure;

type Builder = (source: string, files: Files) => Promise<Build>;

/** Programs that are kept once they are compiled, with what the compiler has said of others. */
const MAX_KEPT = 100;

/** Larger programs, which come of larger tables, are compiled anew. With the standard library one has a megabyte. */
const MAX_KEPT_BYTES = 2 << 20;

function buildOf(report: BoxReply): Build {
  if ("failure" in report) return { outcome: "infra_error", message: report.failure };
  if (report.ended === "itself" && report.exitCode === 0) {
    return { outcome: "ok", image: Buffer.from(report.result) };
  }
  const said = Buffer.concat([report.stderr, report.stdout]).toString();
  return { outcome: "compile_error", message: said || `The compiler has not ended well: ${report.ended}.` };
}

const isKept = (build: Build): boolean =>
  build.outcome === "ok" ? build.image.length <= MAX_KEPT_BYTES : build.outcome === "compile_error";

/** Compiles each program once. */
function keepingBuilder(compiler: RunInBox): Builder {
  const kept = new Map<string, Promise<Build>>();
  let linking: Promise<readonly string[]> | null = null;
  const build = async (source: string, files: Files): Promise<Build> => {
    const request = compileRequest(files, await (linking ??= linkFlags(compiler)));
    return buildOf(await compiler({ image: Buffer.from(source), request, stdin: "" }));
  };
  return (source, files) => {
    const key = createHash("sha256")
      .update(JSON.stringify([source, files]))
      .digest("base64");
    const known = kept.get(key);
    if (known) return known;
    const building = build(source, files);
    kept.set(key, building);
    void building.then((made) => isKept(made) || kept.delete(key));
    const [oldest] = kept.keys();
    if (kept.size > MAX_KEPT && oldest !== undefined) kept.delete(oldest);
    return building;
  };
}

const NO_EXPRESSIONS = "Of programs in C++, functions are called; expressions are not evaluated.";

/** A program that is compiled for what it reads, and anew for each function that is called. */
function programOf(main: Build, buildCall: (name: string) => Promise<Build>): NativeProgram {
  const calls = new Map<string, Promise<Build>>();
  const callOf = (name: string): Promise<Build> => {
    const build = calls.get(name) ?? buildCall(name);
    calls.set(name, build);
    return build;
  };
  return async (input, limits) => {
    const request = { ...PROGRAM, ...limitsOf(limits) };
    if (input.kind === "stdin") {
      return main.outcome === "ok" ? { image: main.image, request, stdin: input.text } : main;
    }
    if (input.kind === "expression") return { outcome: "infra_error", message: NO_EXPRESSIONS };
    const refusal = refusedCall(input.name, input.args);
    if (refusal !== null) return { outcome: "infra_error", message: refusal };
    const build = await callOf(input.name);
    return build.outcome === "ok" ? { image: build.image, request, stdin: input.args } : build;
  };
}

/** What the linker says of a program that only has functions to call. */
const NO_MAIN = /undefined reference to [`'"]main['"]/;

async function compile(build: Builder, source: string, files: Files): Promise<NativeCompilation> {
  const refusal = refusedFiles(files);
  if (refusal !== null) return { outcome: "infra_error", message: refusal };
  const isAlone = Object.keys(files).length === 0;
  const main = await build(isAlone ? withLibrary(source) : source, files);
  const isCallable = main.outcome === "ok" || NO_MAIN.test(main.message);
  if (!isCallable) return main;
  return { outcome: "ok", program: programOf(main, (name) => build(callingProgram(source, name), files)) };
}

/** C++ by g++, each program once; `compiler` is where it runs. */
export function cpp(compiler: RunInBox): NativeLanguage {
  const build = keepingBuilder(compiler);
  return {
    compile: (source, _run, files) => compile(build, source, files),
    takesFiles: true,
    failure: failureBySaying(/std::bad_(?:array_new_length|alloc)/),
  };
}
