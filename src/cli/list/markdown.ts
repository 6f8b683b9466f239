import { type Counterpart, COUNTERPARTS } from "../../rewards/counterparts.js";
import type { RewardInfo } from "../../rewards/define-reward.js";
import { byFamily, columnFacts, type CombinatorInfo, optionFacts, rangeText } from "./catalogue.js";

/** Text that stands for itself in Markdown, in a cell of a table too. */
const escaped = (text: string): string => text.replace(/[\\`*_<>|[\]]/g, "\\$&");

/** Code in a cell of a table, where even code must not hold a bare `|`. */
const code = (text: string): string => `\`${text.replaceAll("|", "\\|")}\``;

const anchorOf = (title: string): string => title.toLowerCase().replaceAll(" ", "-");

function optionTable(options: RewardInfo["options"]): string[] {
  const rows = optionFacts(options).map(({ name, type, byDefault, isRequired, description, meanings }) => {
    const standing = isRequired ? "required" : byDefault === null ? "" : code(byDefault);
    const lines = meanings.map(([word, meaning]) => `${code(word)}: ${escaped(meaning)}`);
    return `| ${code(name)} | ${escaped(type)} | ${standing} | ${[escaped(description), ...lines].join("<br>")} |`;
  });
  if (rows.length === 0) return [];
  return ["", "| option | type | default | |", "| --- | --- | --- | --- |", ...rows];
}

function presetList({ presets }: RewardInfo): string[] {
  const items = Object.entries(presets).map(
    ([preset, options]) => `- preset ${code(preset)}: ${code(JSON.stringify(options))}`,
  );
  return items.length === 0 ? [] : ["", ...items];
}

function rewardSection(info: RewardInfo): string {
  const columns = columnFacts(info).map(([column, when]) =>
    `${column.includes(" ") ? column : code(column)} ${escaped(when)}`.trim(),
  );
  const facts = [
    `Range ${rangeText(info)}.`,
    info.kind === "group" && "Scores the completions of a prompt together.",
    columns.length > 0 && `Reads ${columns.join(", ")}.`,
    info.extra.length > 0 && `Logs ${info.extra.map(code).join(", ")}.`,
    info.source !== "" && `After ${escaped(info.source)}`,
  ];
  const lines = [
    `### ${code(info.name)}`,
    "",
    escaped(info.summary),
    "",
    facts.filter((fact) => fact !== false).join(" "),
  ];
  return [...lines, ...optionTable(info.options), ...presetList(info)].join("\n");
}

function combinatorSection(info: CombinatorInfo): string {
  const example = ["```json", info.example, "```"];
  return [
    `### ${code(info.name)}`,
    "",
    escaped(info.summary),
    "",
    ...example,
    ...optionTable(info.options),
  ].join("\n");
}

const COMING_FROM = "Coming from another system";

function counterpartCells({ names, reward, options, remark }: Counterpart): string {
  const optionsText = Object.keys(options).length === 0 ? "" : ` ${code(JSON.stringify(options))}`;
  const here = reward === null ? "" : `[${code(reward)}](#${reward})${optionsText}`;
  return `${names.map(code).join(", ")} | ${here} | ${escaped(remark)}`;
}

/** What stands here for the rewards of other systems. */
function counterpartSection(): string[] {
  const rows = Object.entries(COUNTERPARTS).flatMap(([system, counterparts]) =>
    counterparts.map((each) => `| ${escaped(system)} | ${counterpartCells(each)} |`),
  );
  return [
    `## ${COMING_FROM}`,
    "What stands here for the rewards that configurations and scripts of other systems name. Their settings are " +
      "options: a name in snake case, such as `max_length`, is `maxLength` here, and either in Python.",
    ["| system | there | here | |", "| --- | --- | --- | --- |", ...rows].join("\n"),
  ];
}

/** The page of all rewards and combinators, by family, with a table of contents. */
export function rewardsPage(infos: readonly RewardInfo[], combinators: readonly CombinatorInfo[]): string {
  const families = byFamily(infos);
  const contents = [...families, ["Combinators", combinators] as const].map(([title, members]) => {
    const links = members.map(({ name }) => `[${code(name)}](#${name})`);
    return `- [${title}](#${anchorOf(title)}): ${links.join(", ")}`;
  });
  const sections = families.flatMap(([title, members]) => [`## ${title}`, ...members.map(rewardSection)]);
  return `${[
    "# Rewards",
    "<!-- Written by `npm run docs`. -->",
    "Every reward of the library. `grpo-rewards list NAME` shows the same on a terminal.",
    [...contents, `- [${COMING_FROM}](#${anchorOf(COMING_FROM)})`].join("\n"),
    ...sections,
    "## Combinators",
    "They make one reward of others, in TypeScript as functions and in specs as objects.",
    ...combinators.map(combinatorSection),
    ...counterpartSection(),
  ].join("\n\n")}\n`;
}
