/** The layer table of ARCHITECTURE.md: which folder of src may import which. */
const layers = {
  core: [],
  text: ["core"],
  compose: ["core"],
  advantage: ["core"],
  isolate: ["core"],
  math: ["core", "text", "isolate"],
  code: ["core", "text"],
  sandbox: ["core", "isolate", "code"],
  schema: ["core", "text"],
  answers: ["core", "text", "schema"],
  puzzles: ["core", "text", "answers"],
  ifeval: ["core", "text"],
  http: ["core", "schema"],
  judge: ["core", "text", "schema", "http"],
  rewards: [
    "core",
    "text",
    "math",
    "code",
    "sandbox",
    "schema",
    "answers",
    "puzzles",
    "ifeval",
    "http",
    "judge",
  ],
  spec: ["core", "compose", "schema", "rewards"],
  score: ["core", "advantage"],
  testing: [],
  server: ["core", "compose", "advantage", "schema", "rewards", "spec", "score"],
  cli: ["core", "text", "math", "code", "sandbox", "isolate", "rewards", "spec", "score", "testing", "server"],
};

const layerRules = Object.entries(layers).map(([layer, allowed]) => ({
  name: `layer-${layer}`,
  comment: `src/${layer} may import only: ${allowed.join(", ") || "nothing"}`,
  severity: "error",
  from: { path: `^src/${layer}/` },
  to: { path: "^src/", pathNot: `^src/(${[layer, ...allowed].join("|")})/` },
}));

module.exports = {
  forbidden: [
    ...layerRules,
    {
      name: "known-layer",
      comment: "A new folder of src needs a row in the layer table.",
      severity: "error",
      from: { path: "^src/", pathNot: `^src/(index\\.ts|(${Object.keys(layers).join("|")})/)` },
      to: {},
    },
    { name: "no-cycle", severity: "error", from: {}, to: { circular: true } },
    {
      name: "core-is-pure",
      comment:
        "core, text, ifeval, compose, advantage, code and math know neither Node nor packages, but for math/engines.",
      severity: "error",
      from: { path: "^src/(core|text|ifeval|compose|advantage|code|math)/", pathNot: "^src/math/engines/" },
      to: { dependencyTypes: ["core", "npm", "npm-optional"] },
    },
    {
      name: "math-has-one-face",
      comment: "math shows others its index alone.",
      severity: "error",
      from: { path: "^src/", pathNot: "^src/math/" },
      to: { path: "^src/math/", pathNot: "^src/math/index\\.ts$" },
    },
    {
      name: "math-loads-no-more-of-text-than-it-needs",
      comment: "Whatever stands in text/index.ts would be loaded with grpo-rewards/math.",
      severity: "error",
      from: { path: "^src/math/" },
      to: { path: "^src/text/index\\.ts$" },
    },
    {
      name: "isolate-is-for-engines",
      comment: "Within math, only math/engines starts threads.",
      severity: "error",
      from: { path: "^src/math/", pathNot: "^src/math/engines/" },
      to: { path: "^src/isolate/" },
    },
    {
      name: "engines-are-loaded-when-used",
      comment: "math reaches its engines by a dynamic import, so that its own import stays cheap.",
      severity: "error",
      from: { path: "^src/(?!math/engines/)" },
      to: { path: "^src/math/engines/", dynamic: false, dependencyTypesNot: ["type-only"] },
    },
  ],
  options: {
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.json" },
    doNotFollow: { path: "node_modules" },
  },
};
