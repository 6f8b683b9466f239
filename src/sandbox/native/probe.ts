import { accessSync, constants, existsSync, readFileSync } from "node:fs";
import { delimiter, join } from "node:path";
import { type BoxParts, startBox } from "./box.js";
import { COMPILER } from "./cpp.js";
import { type Absence, absenceOf, MISSING, nodeAbsence } from "./absence.js";
import { NODE } from "./javascript.js";
import { CHECK_LIMITS, limitsOf } from "./language.js";
import { type BoxReport, type BoxRequest, PROGRAM } from "./request.js";

/** The native sandbox as it is on this machine: what its boxes are made of and what each language lacks; or why not. */
export type NativeState =
  { readonly parts: BoxParts; readonly languages: Readonly<Record<string, Absence | null>> } | Absence;

let state: Promise<NativeState> | null = null;

/** Looks once whether boxes can be had here. */
export function nativeState(): Promise<NativeState> {
  return (state ??= probe());
}

async function probe(): Promise<NativeState> {
  const { platform, arch, execPath } = process;
  if (platform !== "linux") return MISSING.linux;
  if (arch !== "x64" && arch !== "arm64") return MISSING.architecture;
  const bubblewrap = executable("bwrap", (process.env.PATH ?? "/usr/bin").split(delimiter));
  if (bubblewrap === null) return MISSING.bubblewrap;
  // Boxes see no folder of programs but these.
  const python = executable("python3", ["/usr/local/bin", "/usr/bin"]);
  if (python === null) return MISSING.python;
  const parts = { bubblewrap, python, architecture: arch, binds: [{ source: execPath, target: NODE }] };
  try {
    return { parts, languages: await tryBox(parts) };
  } catch (error) {
    return absenceOf(error instanceof Error ? error.message : String(error), readSetting);
  }
}

function executable(name: string, folders: readonly string[]): string | null {
  const paths = folders.map((folder) => join(folder, name));
  return paths.find(isExecutable) ?? null;
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** A program that says whether it could start another one. */
const ESCAPE = `
import os
try:
    os.fork()
    print("out")
except OSError:
    print("in")
`;

/** What a language lacks, by its name; `null` for nothing. */
type Languages = Readonly<Record<string, Absence | null>>;

/** Runs programs in a box, and looks that they are shut in. Rejects if there is no such box. */
async function tryBox(parts: BoxParts): Promise<Languages> {
  const box = await startBox(parts);
  const limits = limitsOf(CHECK_LIMITS);
  const run = async (image: string, request: Partial<BoxRequest>): Promise<BoxReport> => {
    const reply = await box.run({
      image: Buffer.from(image),
      request: { ...PROGRAM, ...limits, ...request },
      stdin: "",
    });
    if ("failure" in reply) throw new Error(reply.failure);
    return reply;
  };
  try {
    const { stdout } = await run(ESCAPE, { call: ["run"] });
    if (stdout.toString() !== "in\n") throw new Error("the filter of system calls is not in force");
    const node = await run("", { argv: [NODE, "--version"], memoryOf: "data", memoryBytes: 1 << 30 });
    return {
      python: null,
      javascript: node.exitCode === 0 ? null : nodeAbsence(node.stderr.toString()),
      cpp: existsSync(COMPILER) ? null : MISSING.compiler,
    };
  } finally {
    await box.close();
  }
}

/** A setting of the kernel; `null` if it has none of that name. */
function readSetting(name: string): string | null {
  try {
    return readFileSync(`/proc/sys/${name}`, "utf8").trim();
  } catch {
    return null;
  }
}
