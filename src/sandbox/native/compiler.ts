import { createHash, randomUUID } from "node:crypto";
import { mkdir, realpath, rename, stat, writeFile } from "node:fs/promises";
import { homedir } from "node:os";
import { dirname, join } from "node:path";
import { type BoxParts, startBox } from "./box.js";
import { COMPILER, HEADERS, PRECOMPILE } from "./cpp.js";

/**
 * Where what was compiled once is kept by default. What belongs to root has to be where the user is let in that root's
 * boxes run as.
 */
export function defaultHeaderFolder(): string {
  if (process.getuid?.() === 0) return "/var/cache/grpo-rewards";
  return join(process.env.XDG_CACHE_HOME ?? join(homedir(), ".cache"), "grpo-rewards");
}

/**
 * The parts of boxes that compile, with the precompiled header of the standard library if there is one or it can be made;
 * without it, compiling takes four times as long.
 */
export async function compilerParts(parts: BoxParts, cacheFolder: string | null): Promise<BoxParts> {
  if (cacheFolder === null) return parts;
  try {
    const folder = join(cacheFolder, `cpp-${await compilerKey()}`);
    const header = join(folder, "bits", "stdc++.h");
    const precompiled = `${header}.gch`;
    if (!(await isThere(header))) await store(header, Buffer.from(NEXT));
    if (!(await isThere(precompiled))) await store(precompiled, await precompile(parts));
    const withHeader = { ...parts, binds: [...parts.binds, { source: folder, target: HEADERS }] };
    await (await startBox(withHeader)).close();
    return withHeader;
  } catch {
    return parts;
  }
}

/** Beside the precompiled header, which serves a program's first inclusion alone: what further ones are given. */
const NEXT = "#include_next <bits/stdc++.h>\n";

/** A header fits one build of the compiler and its options. */
async function compilerKey(): Promise<string> {
  const path = await realpath(COMPILER);
  const { size, mtimeMs } = await stat(path);
  const text = JSON.stringify([path, size, mtimeMs, PRECOMPILE.request.argv]);
  return createHash("sha256").update(text).digest("hex").slice(0, 16);
}

const isThere = (file: string): Promise<boolean> =>
  stat(file).then(
    () => true,
    () => false,
  );

async function precompile(parts: BoxParts): Promise<Uint8Array> {
  const box = await startBox(parts);
  const reply = await box.run(PRECOMPILE);
  await box.close();
  if ("failure" in reply) throw new Error(reply.failure);
  if (reply.result.length === 0) throw new Error(reply.stderr.toString());
  return reply.result;
}

/** Another process may be reading: the file is there as a whole or not at all. */
async function store(file: string, header: Uint8Array): Promise<void> {
  await mkdir(dirname(file), { recursive: true, mode: 0o755 });
  const part = `${file}.${randomUUID()}`;
  await writeFile(part, header, { mode: 0o644 });
  await rename(part, file);
}
