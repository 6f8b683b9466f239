/** The layer table of ARCHITECTURE.md: which folder of src may import which. */
const layers = {
  core: [],
  text: ["core"],
  compose: ["core"],
  advantage: ["core"],
  math: ["core", "text"],
  schema: ["core", "text"],
  rewards: ["core", "text", "math", "schema"],
  score: ["core", "compose", "advantage"],
  server: ["core", "text", "math", "schema", "rewards", "compose", "advantage", "score"],
  cli: ["core", "server"],
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
      comment: "core, text, compose, advantage, math and score know neither Node nor packages.",
      severity: "error",
      from: { path: "^src/(core|text|compose|advantage|math)/" },
      to: { dependencyTypes: ["core", "npm"] },
    },
  ],
  options: {
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.json" },
    doNotFollow: { path: "node_modules" },
  },
};
