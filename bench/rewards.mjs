import { builtinRewards } from "../dist/server/index.js";
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

const asJson = process.argv.includes("--json");
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
const title = `Rewards, ${completions.length} completions of 24,000 characters`;
const tasks = await table(title, cases, { divideBy: completions.length, unit: "completion", quiet: asJson });
if (asJson) {
  const medians = tasks.map(({ name, result }) => [name, (result.latency.p50 * 1000) / completions.length]);
  console.log(JSON.stringify(Object.fromEntries(medians)));
} else console.log(`(sum of rewards ${consumed.toFixed(1)})`);
