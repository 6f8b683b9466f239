/**
 * Builds the documentation site into site/dist, from a clean clone: `npm run docs:site`. Installs what it needs itself:
 * the packages of the repository and of this folder, and a virtual environment for the reference of the Python package.
 *
 * Pages are the repository's own Markdown at their own places, so that links lead to the same on GitHub and on the site.
 */
import { execFileSync } from "node:child_process";
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { dirname, join, posix } from "node:path";
import { fileURLToPath } from "node:url";

const site = fileURLToPath(new URL(".", import.meta.url));
const root = fileURLToPath(new URL("../", import.meta.url));
const staged = join(site, "pages");
const venv = join(root, ".venv-site");

/** The sections of the site with their pages; those that are not there are left out. */
const navigation = JSON.parse(readFileSync(join(site, "navigation.json"), "utf8"));

const run = (command, args, cwd = root) => {
  console.log(`$ ${[command, ...args].join(" ").replaceAll(root, "")}`);
  execFileSync(command, args, { cwd, stdio: ["ignore", "inherit", "inherit"] });
};

/** What is behind a link out of the pages, such as one to a source file. */
const { GITHUB_SERVER_URL = "https://github.com", GITHUB_REPOSITORY } = process.env;
const sources = GITHUB_REPOSITORY && `${GITHUB_SERVER_URL}/${GITHUB_REPOSITORY}/blob/main/`;

function install() {
  if (!existsSync(join(root, "node_modules"))) run("npm", ["ci"]);
  run("npm", ["ci", "--no-audit", "--no-fund"], site);
  if (!existsSync(venv)) run("python3", ["-m", "venv", venv]);
  run(join(venv, "bin", "python"), [
    "-m",
    "pip",
    "install",
    "--quiet",
    "--disable-pip-version-check",
    "-r",
    join(site, "requirements.txt"),
  ]);
}

const pages = [
  "README.md",
  ...readdirSync(join(root, "docs")).map((file) => `docs/${file}`),
  ...navigation.flatMap((section) => section.pages),
].filter((page, i, all) => page.endsWith(".md") && all.indexOf(page) === i && existsSync(join(root, page)));

/** Where a page of the repository lies on the site. */
const placeOf = (page) => (page === "README.md" ? "index.md" : page);

/** Changes the parts of a page that are no blocks of code. */
const outsideBlocks = (text, change) =>
  text
    .split(/(^```.+?^```$)/gms)
    .map((part, i) => (i % 2 === 0 ? change(part) : part))
    .join("");

function stageAsset(path) {
  const inRoot = join(root, path);
  // Pictures are found beside the page, files to load in the folder that is copied as it is.
  for (const folder of [staged, join(staged, "public")]) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    copyFileSync(inRoot, join(folder, path));
  }
}

/** The link as it has to be on the site, or `null` for what the site does not have. */
function relink(page, target) {
  if (/^(?:[a-z]+:|#)/.test(target)) return target;
  const [path, anchor] = target.split("#");
  const linked = posix.normalize(posix.join(posix.dirname(page), path));
  const hash = anchor === undefined ? "" : `#${anchor}`;
  if (pages.includes(linked)) {
    return posix.relative(posix.dirname(placeOf(page)), placeOf(linked)) + hash;
  }
  if (/\.(?:svg|png|conf)$/.test(linked)) {
    stageAsset(linked);
    return target;
  }
  return sources ? sources + linked + hash : null;
}

function stage(page) {
  const text = readFileSync(join(root, page), "utf8");
  const relinked = outsideBlocks(text, (part) =>
    part.replace(/(!?)\[((?:[^\]`]|`[^`]*`)*)\]\(([^)\s]+)\)/g, (_, mark, label, target) => {
      const link = relink(page, target);
      return link === null ? label : `${mark}[${label}](${link})`;
    }),
  );
  mkdirSync(dirname(join(staged, placeOf(page))), { recursive: true });
  writeFileSync(join(staged, placeOf(page)), relinked);
}

/** Modules of the Python package that users import. */
const PYTHON_MODULES = [
  "client",
  "protocol",
  "score_stream",
  "errors",
  "trl",
  "verl",
  "swift",
  "verifiers",
  "ray",
  "specs",
];

function stagePythonReference() {
  const options = {
    cwd: join(root, "python", "src"),
    encoding: "utf8",
    env: { ...process.env, PYTHONPATH: "." },
  };
  const sections = PYTHON_MODULES.map((module) =>
    execFileSync(join(venv, "bin", "griffe2md"), [`grpo_rewards.${module}`], options).replaceAll(
      "grpo_rewards.client.",
      "",
    ),
  );
  const text = `# Python API\n\n\`from grpo_rewards import RewardClient\`.\n\n${sections.join("\n\n")}`;
  // It links every name of a type, also those of other packages.
  const anchors = new Set([...text.matchAll(/<a id="([^"]+)"/g)].map(([, anchor]) => anchor));
  const linked = text.replace(/\[([^\]]*)\]\(#([^)]+)\)/g, (link, label, anchor) =>
    anchors.has(anchor) ? link : label,
  );
  writeFileSync(join(staged, "api", "python.md"), linked);
}

install();
rmSync(staged, { recursive: true, force: true });
for (const page of pages) stage(page);
const bin = (name) => join(site, "node_modules", ".bin", name);
run(bin("typedoc"), ["--options", "typedoc.json"], site);
stagePythonReference();
run(bin("vitepress"), ["build", "."], site);
console.log(`${pages.length} pages and the references of both packages are in site/dist`);
