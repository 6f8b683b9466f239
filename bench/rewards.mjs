import { builtinRewards } from "../dist/rewards/index.js";
import { scoreGroups } from "../dist/index.js";
import { completions } from "./completions.mjs";
import { table } from "./table.mjs";

const GROUP_SIZE = 8;
const groups = Array.from({ length: completions.length / GROUP_SIZE }, (_, g) => ({
  columns: { solution: String(g * GROUP_SIZE) },
  completions: completions
    .slice(g * GROUP_SIZE, (g + 1) * GROUP_SIZE)
    .map((text) => ({ text, tokenCount: 6000 })),
}));

let consumed = 0;
const cases = Object.fromEntries(
  builtinRewards.map((factory) => [
    factory.info.name,
    async () => {
      const { rewards } = await scoreGroups(groups, factory());
      consumed += rewards.flat().reduce((sum, reward) => sum + reward, 0);
    },
  ]),
);
await table(`Rewards, ${completions.length} completions of 24,000 characters`, cases, {
  divideBy: completions.length,
  unit: "completion",
});
console.log(`(sum of rewards ${consumed.toFixed(1)})`);
