import { Command } from "commander";
import type { RewardInfo } from "../rewards/define-reward.js";
import type { CombinatorInfo } from "./list/catalogue.js";
import { rewardFiles } from "./reward-files.js";

interface ListFlags {
  readonly rewards: readonly string[];
  readonly json?: true;
  readonly markdown?: true;
}

/** Lines longer than this are hard to read, however wide the terminal is. */
const MAX_WIDTH = 100;

/** Some terminals do not say how wide they are. */
const STANDARD_WIDTH = 80;

/** A terminal's lines are wrapped; another program gets one line of each, to search. */
function lineWidth(): number {
  if (!process.stdout.isTTY) return Infinity;
  return Math.min(process.stdout.columns || STANDARD_WIDTH, MAX_WIDTH);
}

interface Catalogue {
  readonly rewards: readonly RewardInfo[];
  readonly combinators: readonly CombinatorInfo[];
}

const json = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;

async function listAll({ rewards, combinators }: Catalogue, flags: ListFlags): Promise<string> {
  if (flags.json) return json({ rewards, combinators });
  if (flags.markdown) return (await import("./list/markdown.js")).rewardsPage(rewards, combinators);
  return (await import("./list/terminal.js")).describeAll(rewards, combinators, lineWidth());
}

async function listOne(name: string, catalogue: Catalogue, flags: ListFlags): Promise<string> {
  const { describeCombinator, describeReward } = await import("./list/terminal.js");
  const reward = catalogue.rewards.find((each) => each.name === name);
  const combinator = catalogue.combinators.find((each) => each.name === name);
  if (reward) return flags.json ? json(reward) : describeReward(reward, lineWidth());
  if (combinator) return flags.json ? json(combinator) : describeCombinator(combinator, lineWidth());
  const { unknownReward } = await import("../rewards/registry.js");
  throw unknownReward(
    name,
    [...catalogue.rewards, ...catalogue.combinators].map((each) => each.name),
  );
}

async function loadCatalogue(files: readonly string[]): Promise<Catalogue> {
  const { combinators, loadRegistry } = await import("../server/index.js");
  const { combinatorInfos } = await import("./list/catalogue.js");
  const rewards = [...(await loadRegistry(files)).values()].map(({ info }) => info);
  return { rewards, combinators: combinatorInfos(combinators) };
}

/** `grpo-rewards list` */
export function listCommand(): Command {
  const command = new Command("list");
  return command
    .showHelpAfterError()
    .exitOverride()
    .description("list the rewards, or tell all of one: its range, columns, options and presets")
    .argument("[name]", "a reward or a combinator")
    .addOption(
      rewardFiles("files (.ts, .js, .yaml, .json) whose rewards are listed as well; may be repeated"),
    )
    .option("--json", "print what rewards/list tells clients")
    .option("--markdown", "print all as a page of Markdown")
    .action(async (name: string | undefined, flags: ListFlags) => {
      if (flags.markdown && (flags.json || name !== undefined)) {
        command.error("error: --markdown is for all rewards, and not with --json");
      }
      const catalogue = await loadCatalogue(flags.rewards);
      process.stdout.write(
        await (name === undefined ? listAll(catalogue, flags) : listOne(name, catalogue, flags)),
      );
    });
}
