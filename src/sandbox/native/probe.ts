import { accessSync, constants, existsSync, readFileSync } from "node:fs";
import { delimiter, join } from "node:path";
import { type BoxParts, startBox } from "./box.js";
import { COMPILER } from "./cpp.js";
import { type Absence, absenceOf, MISSING } from "./absence.js";
import { NODE } from "./javascript.js";
import { CHECK_LIMITS, limitsOf } from "./language.js";
import { PROGRAM } from "./request.js";

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
  const absence = await tryBox(parts);
  if (absence !== null) return absence;
  const cpp = existsSync(COMPILER) ? null : MISSING.compiler;
  return { parts, languages: { python: null, javascript: null, cpp } };
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

/** Runs a program in a box, and looks that it is shut in. */
async function tryBox(parts: BoxParts): Promise<Absence | null> {
  try {
    const box = await startBox(parts);
    const request = { ...PROGRAM, ...limitsOf(CHECK_LIMITS), call: ["run"] };
    const reply = await box.run({ image: Buffer.from(ESCAPE), request, stdin: "" });
    await box.close();
    if ("failure" in reply) return absenceOf(reply.failure, readSetting);
    const said = reply.stdout.toString();
    return said === "in\n"
      ? null
      : absenceOf(`The filter of system calls is not in force: ${said}`, readSetting);
  } catch (error) {
    return absenceOf(error instanceof Error ? error.message : String(error), readSetting);
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
