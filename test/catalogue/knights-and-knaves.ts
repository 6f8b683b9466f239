import type { CatalogueCase } from "./case.js";

const SCORES = ["correctScore", "wrongScore", "unreadableScore", "formatScore", "formatPenalty"];

const knightsAndKnavesCase: CatalogueCase = {
  groups: [
    {
      columns: { solution: "(1) Zoey is a knave\n(2) Oliver is a knight" },
      completions: [
        "r</think><answer>Zoey is a knave. Oliver is a knight.</answer>",
        "r</think><answer>Zoey is a knight. Oliver is a knight.</answer>",
        "<answer>Zoey is a knave.</answer>",
        "Zoey is a knave and Oliver a knight",
        "<finish>Zoey is a knave. Oliver is a knight.</finish>",
        "<think><answer>Zoey is a knave. Oliver is a knight.</answer>",
      ],
    },
  ],
  others: {
    tag: "finish",
    thinking: "none",
    extract: "text",
    ...Object.fromEntries(SCORES.map((name) => [name, 0.25])),
  },
  columns: {
    solution: ["Zoey is a knave", { Zoey: "knave" }, { Zoey: true }, { Zoey: 1 }, "", null, [], 42],
  },
};

export default knightsAndKnavesCase;
