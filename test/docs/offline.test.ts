import { execFileSync } from "node:child_process";
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { codeBlocks, ROOT } from "./code-blocks.js";

const folder = mkdtempSync(join(tmpdir(), "offline-"));
const blocks = codeBlocks("docs/offline.md");

/** Each command, with the output that the page promises right behind it; `null` where it shows none. */
const commands = blocks.flatMap(({ language, code }, i) => {
  const next = blocks[i + 1];
  return language === "sh" ? [{ code, output: next?.language === "text" ? next.code : null }] : [];
});

beforeAll(() => {
  for (const { attributes, code } of blocks)
    if (attributes.file !== undefined) writeFileSync(join(folder, attributes.file), code);
  // Commands find this package where a user's have it installed.
  const main = fileURLToPath(new URL("dist/cli/main.js", ROOT));
  writeFileSync(join(folder, "npx"), `#!/bin/sh\nshift && exec "${process.execPath}" "${main}" "$@"\n`);
  chmodSync(join(folder, "npx"), 0o755);
});
afterAll(() => rmSync(folder, { recursive: true }));

describe("docs/offline.md", () => {
  it("has commands", () => expect(commands).toHaveLength(3));

  it.each(commands)("a command prints what stands behind it: $code", ({ code, output }) => {
    const env = { ...process.env, PATH: `${folder}:${process.env.PATH ?? ""}` };
    const stdout = execFileSync("sh", ["-ec", `{ ${code}\n} 2> /dev/null`], {
      cwd: folder,
      env,
      encoding: "utf8",
    });
    if (output !== null) expect(stdout).toBe(output);
  });
});
