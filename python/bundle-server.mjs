// Writes python/server: the server in one folder, with everything that it needs but Node. The wheel carries it.
import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const root = fileURLToPath(new URL("../", import.meta.url));
const target = join(root, "python", "server");
const require = createRequire(import.meta.url);
const readJson = (file) => JSON.parse(readFileSync(file, "utf8"));

/** What the sources load by `require`, late and by name: a file each, where Node looks for packages. */
const REQUIRED = ["ajv/dist/2020.js", "re2js", "mathjs/lib/browser/math.js", "nerdamer/all"];

const packageName = (path) => /^(?:@[^/]+\/)?[^/]+/.exec(path)[0];

/** The folder of the package that a file belongs to. */
function packageFolder(file) {
  const [, folder] = /^(.*node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(file.replaceAll("\\", "/")) ?? [];
  return folder;
}

async function bundleRequired(specifier) {
  const name = packageName(specifier);
  const file = specifier === name ? "index.js" : `${specifier.slice(name.length + 1).replace(/\.js$/, "")}.js`;
  const entry = require.resolve(specifier);
  const { metafile } = await build({
    absWorkingDir: root,
    entryPoints: [entry],
    outfile: join(target, "node_modules", name, file),
    bundle: true,
    minify: true,
    platform: "node",
    format: "cjs",
    legalComments: "none",
    metafile: true,
  });
  const { version, license } = readJson(join(packageFolder(entry), "package.json"));
  const manifest = { name, version, license, main: "index.js" };
  writeFileSync(join(target, "node_modules", name, "package.json"), JSON.stringify(manifest));
  return Object.keys(metafile.inputs);
}

/** The licences of all packages that files were taken from. */
function licences(files) {
  const folders = [...new Set(files.map((file) => packageFolder(join(root, file))))].filter(Boolean).sort();
  return folders.map((folder) => {
    const { name, version, license } = readJson(join(folder, "package.json"));
    const texts = readdirSync(folder).filter((file) => /^(?:licen[sc]e|copying|notice)/i.test(file));
    const terms = texts.map((text) => readFileSync(join(folder, text), "utf8").trim());
    return [`${name} ${version} (${license})`, ...terms].join("\n\n");
  });
}

rmSync(target, { recursive: true, force: true });
execFileSync(process.execPath, [require.resolve("tsup/dist/cli-default.js"), "--config", "tsup.bundle.config.ts", "--silent"], {
  cwd: root,
  stdio: "inherit",
});
const metafile = join(target, "dist", "metafile-esm.json");
const inputs = Object.keys(readJson(metafile).inputs);
rmSync(metafile);
for (const specifier of REQUIRED) inputs.push(...(await bundleRequired(specifier)));
const { name, version, license, type } = readJson(join(root, "package.json"));
writeFileSync(join(target, "package.json"), JSON.stringify({ name, version, license, type }));
writeFileSync(join(target, "THIRD_PARTY_LICENSES.txt"), licences(inputs).join(`\n\n${"-".repeat(80)}\n\n`));
