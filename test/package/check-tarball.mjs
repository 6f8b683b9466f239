// Packs the project, lets publint and attw look at the tarball, and installs it into an empty project.
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../../", import.meta.url));
const bin = (name) => join(root, "node_modules", ".bin", name);
const folder = mkdtempSync(join(tmpdir(), "grpo-rewards-package-"));
const run = (command, args, cwd = folder) => execFileSync(command, args, { cwd, encoding: "utf8" });

/**
 * Bytes that a bundle may have, minified, per import. A heavy import that creeps in shows here first, and so does what
 * runs while a module loads and is not marked as pure by the build: everything imports it then.
 */
const CEILINGS = {
  'export { groupRelative } from "grpo-rewards/advantage";': 6_500,
  'export * from "grpo-rewards/code";': 28_000,
  'export { verify } from "grpo-rewards/math";': 340_000,
  'export { thinkFormat } from "grpo-rewards";': 6_000,
  'export * from "grpo-rewards";': 640_000,
};

const manifest = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));

/** The one entry point that imports an optional peer. */
const NEEDS_PEER = "./testing/fast-check";

/** Bytes of the tarball, and of all that is in it. */
const PACKED_CEILING = 700_000;
const UNPACKED_CEILING = 2_000_000;

const [{ filename, size, unpackedSize }] = JSON.parse(
  run("npm", ["pack", "--json", "--pack-destination", folder], root),
);
const tarball = join(folder, filename);

const checks = {
  "the tarball is small": () => {
    console.log(`     ${size} bytes, unpacked ${unpackedSize}`);
    if (size > PACKED_CEILING || unpackedSize > UNPACKED_CEILING) throw new Error("it is over its ceiling");
  },
  "all that names a version names the same": () => {
    const named = {
      "CITATION.cff": /^version: (.+)$/m,
      "python/src/grpo_rewards/_version.py": /^__version__ = "(.+)"$/m,
    };
    for (const [file, pattern] of Object.entries(named)) {
      const [, version] = pattern.exec(readFileSync(join(root, file), "utf8")) ?? [];
      if (version !== manifest.version) throw new Error(`${file} names ${version}, not ${manifest.version}`);
    }
  },
  "nothing of another package is bundled, so that there is nobody to give notice of": () => {
    const built = join(folder, "built");
    run(bin("tsup"), ["--silent", "--metafile", "--out-dir", built], root);
    const { inputs } = JSON.parse(readFileSync(join(built, "metafile-esm.json"), "utf8"));
    const foreign = Object.keys(inputs).filter((file) => !file.startsWith("src/"));
    if (foreign.length > 0) throw new Error(`THIRD_PARTY_NOTICES is due for ${foreign.join(", ")}`);
    if (!Object.hasOwn(inputs, "src/index.ts")) throw new Error("the build has other inputs");
  },
  "publint finds nothing": () => run(bin("publint"), ["run", tarball, "--strict"]),
  "attw finds nothing": () => run(bin("attw"), [tarball, "--profile", "esm-only", "--no-color"]),
  "the tarball installs into an empty project": () => {
    writeFileSync(join(folder, "package.json"), '{ "private": true, "type": "module" }');
    run("npm", ["install", "--no-audit", "--no-fund", tarball]);
  },
  "every entry point imports": () => importAll((entry) => entry !== NEEDS_PEER),
  "the entry point for fast-check imports where that is installed": () => {
    run("npm", [
      "install",
      "--no-audit",
      "--no-fund",
      `fast-check@${manifest.peerDependencies["fast-check"]}`,
    ]);
    importAll((entry) => entry === NEEDS_PEER);
  },
  "the command runs": () => {
    const help = run(join(folder, "node_modules", ".bin", "grpo-rewards"), ["--help"]);
    if (!help.includes("serve")) throw new Error(help);
  },
  ...Object.fromEntries(
    Object.entries(CEILINGS).map(([code, ceiling]) => [
      `at most ${ceiling} bytes: ${code}`,
      () => bundle(code, ceiling),
    ]),
  ),
};

function importAll(isMeant) {
  const entries = Object.keys(manifest.exports).filter((key) => !key.endsWith(".json") && isMeant(key));
  const script = entries
    .map(
      (entry, i) =>
        `import * as m${i} from "${manifest.name}${entry.slice(1)}"; if (!Object.keys(m${i}).length) throw 1;`,
    )
    .join("\n");
  run(process.execPath, ["--input-type=module", "--eval", script]);
}

async function bundle(code, ceiling) {
  const { build } = await import("esbuild");
  const { outputFiles } = await build({
    stdin: { contents: code, resolveDir: folder },
    bundle: true,
    minify: true,
    write: false,
    format: "esm",
    platform: "node",
    external: ["ajv"],
  });
  const bytes = outputFiles[0].contents.length;
  console.log(`     ${bytes} bytes`);
  if (bytes > ceiling) throw new Error(`${bytes} bytes are over the ceiling of ${ceiling}`);
}

let failed = 0;
for (const [name, check] of Object.entries(checks)) {
  try {
    await check();
    console.log(`ok   ${name}`);
  } catch (error) {
    failed++;
    console.log(`FAIL ${name}\n${error.stdout ?? ""}${error.stderr ?? ""}${error.message}`);
  }
}
rmSync(folder, { recursive: true });
console.log(`${Object.keys(checks).length - failed} passed, ${failed} failed`);
process.exitCode = failed > 0 ? 1 : 0;
