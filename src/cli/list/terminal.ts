import type { RewardInfo } from "../../rewards/define-reward.js";
import { byFamily, columnFacts, type CombinatorInfo, optionFacts, rangeText } from "./catalogue.js";

/** A text in lines of at most `width` letters, all but the first behind `indent` spaces; a longer word stays whole. */
function wrapped(text: string, indent: number, width: number): string {
  const lines = [""];
  for (const word of text.split(/\s+/)) {
    const line = lines.at(-1) ?? "";
    if (line === "") lines[lines.length - 1] = word;
    else if (indent + line.length + 1 + word.length <= width) lines[lines.length - 1] = `${line} ${word}`;
    else lines.push(word);
  }
  return lines.join(`\n${" ".repeat(indent)}`);
}

/** Rows of a name and a text; the texts begin below each other. */
function table(rows: readonly (readonly [name: string, text: string])[], width: number): string[] {
  const column = Math.max(...rows.map(([name]) => name.length)) + 4;
  return rows.map(([name, text]) => `  ${name.padEnd(column - 2)}${wrapped(text, column, width)}`);
}

/**
 * The rewards by family, and the combinators, a line or a few of each.
 *
 * @param width letters in a line; infinite for one line of each
 */
export function describeAll(
  infos: readonly RewardInfo[],
  combinators: readonly CombinatorInfo[],
  width: number,
): string {
  const sections = [...byFamily(infos), ["Combinators", combinators] as const];
  const names = [...infos, ...combinators].map(({ name }) => name.length);
  const longest = Math.max(...names);
  const described = sections.map(([title, members]) =>
    [
      title,
      ...table(
        members.map(({ name, summary }) => [name.padEnd(longest), summary]),
        width,
      ),
    ].join("\n"),
  );
  return `${described.join("\n\n")}\n`;
}

function optionLines(options: RewardInfo["options"], width: number): string[] {
  return optionFacts(options).flatMap(({ name, type, byDefault, isRequired, description, meanings }) => {
    const standing = isRequired ? "required" : byDefault !== null && `default ${byDefault}`;
    const head = `  ${name}: ${[type, standing].filter((part) => part !== false).join("; ")}`;
    const lines = [`  ${wrapped(head.trim(), 4, width)}`];
    if (description !== "") lines.push(`      ${wrapped(description, 6, width)}`);
    return [...lines, ...table(meanings, width - 6).map((line) => `      ${line}`)];
  });
}

function section(title: string, lines: readonly string[]): string[] {
  return lines.length === 0 ? [] : ["", title, ...lines];
}

/** All that a reward says of itself. */
export function describeReward(info: RewardInfo, width: number): string {
  const columns = columnFacts(info).map(([column, when]) => `${column} ${when}`.trim());
  const facts: [string, string][] = [
    ["range", rangeText(info)],
    ["scores", info.kind === "group" ? "the completions of a prompt together" : "each completion by itself"],
    ["reads", columns.length === 0 ? "no column" : columns.join("; ")],
    ["logs", info.extra.join(", ")],
    ["after", info.source],
  ];
  const presets = Object.entries(info.presets).map(
    ([preset, options]) => [preset, JSON.stringify(options)] as const,
  );
  return [
    info.name,
    `  ${wrapped(info.summary, 2, width)}`,
    "",
    ...table(
      facts.filter(([, text]) => text !== ""),
      width,
    ),
    ...section("Options", optionLines(info.options, width)),
    ...section("Presets", table(presets, width)),
    "",
  ].join("\n");
}

/** All that a combinator says of itself. */
export function describeCombinator(info: CombinatorInfo, width: number): string {
  return [
    info.name,
    `  ${wrapped(info.summary, 2, width)}`,
    "",
    `  ${info.example}`,
    ...section("Options", optionLines(info.options, width)),
    "",
  ].join("\n");
}
