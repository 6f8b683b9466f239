import { createHash, randomUUID } from "node:crypto";
import { mkdir, readFile, rename, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { createPool } from "../../isolate/index.js";
import { PRELUDE } from "./prelude.js";
import type { PythonImage } from "./worker.js";

/** Making a snapshot takes 3 seconds of a core; a busy machine takes longer. */
const SNAPSHOT_MS = 120_000;

/**
 * Loads what every interpreter starts from: the compiled module, and the snapshot from the cache, or a new one that is
 * put there. Rejects if Pyodide is not installed.
 */
export async function loadImage(cacheFolder: string | null): Promise<PythonImage> {
  const folder = dirname(createRequire(import.meta.url).resolve("pyodide"));
  const wasm = await readFile(join(folder, "pyodide.asm.wasm"));
  const [module, snapshot] = await Promise.all([
    WebAssembly.compile(wasm),
    cacheFolder === null ? makeSnapshot() : cachedSnapshot(cacheFolder, wasm),
  ]);
  return { module, snapshot: inSharedMemory(snapshot) };
}

function inSharedMemory(bytes: Uint8Array): Uint8Array {
  const shared = new Uint8Array(new SharedArrayBuffer(bytes.length));
  shared.set(bytes);
  return shared;
}

async function makeSnapshot(): Promise<Uint8Array> {
  const script = new URL("./snapshot-worker.js", import.meta.url);
  const pool = createPool<null, Uint8Array>({ script, heapMb: 1024 });
  const outcome = await pool.run(null, SNAPSHOT_MS);
  await pool.close();
  if (outcome.status === "done") return outcome.value;
  throw new Error(outcome.status === "timeout" ? "The snapshot took too long." : outcome.reason);
}

/** A snapshot fits one build of the interpreter and one harness, and its file is named for both. */
async function cachedSnapshot(cacheFolder: string, wasm: Uint8Array): Promise<Uint8Array> {
  const key = createHash("sha256").update(wasm).update(PRELUDE).digest("hex").slice(0, 16);
  const file = join(cacheFolder, `python-${key}.snapshot`);
  const found = await readFile(file).catch(() => null);
  if (found !== null) return found;
  const snapshot = await makeSnapshot();
  await store(cacheFolder, file, snapshot).catch(() => {
    // A folder that cannot be written to costs the next process its time, and this one nothing.
  });
  return snapshot;
}

/** Another process may be reading: the file is there as a whole or not at all. */
async function store(folder: string, file: string, snapshot: Uint8Array): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const part = `${file}.${randomUUID()}`;
  await writeFile(part, snapshot, { mode: 0o600 });
  await rename(part, file);
}
