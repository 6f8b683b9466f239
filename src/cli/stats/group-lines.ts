import type { DataSet } from "./data-set.js";
import type { GroupCounts } from "./group-counts.js";

/** A prompt may be a page long. */
const MAX_KEY_CHARACTERS = 200;

/** The prompt, or a list of the value that tells the group. */
function shown(key: string | null): unknown {
  if (key === null) return null;
  return key.length <= MAX_KEY_CHARACTERS
    ? (JSON.parse(key) as unknown)
    : `${key.slice(0, MAX_KEY_CHARACTERS)}…`;
}

const rounded = (value: number): number => Number(value.toFixed(6));

const meanOf = ({ sum, count }: { readonly sum: number; readonly count: number }): number | null =>
  count === 0 ? null : rounded(sum / count);

/** The answer with the most votes; of tied ones, the first. */
function majority({ classes }: GroupCounts): object {
  const best = classes.reduce<(typeof classes)[number] | null>(
    (most, each) => (most === null || each.size > most.size ? each : most),
    null,
  );
  return best === null ? {} : { majority: best.text, votes: best.size, majority_correct: best.isCorrect };
}

function groupLine(dataSet: string, group: GroupCounts): string {
  const { source, line, key, completions, correct, judged, reward, sums, lengths } = group;
  const hasReward = reward.count > 0;
  return JSON.stringify({
    data_set: dataSet,
    source,
    line,
    group: shown(key),
    completions,
    correct: judged === 0 ? null : correct,
    pass_rate: judged === 0 ? null : rounded(correct / completions),
    reward: { mean: meanOf(reward), min: hasReward ? reward.min : null, max: hasReward ? reward.max : null },
    degenerate: reward.count > 1 ? reward.min === reward.max : null,
    scores: Object.fromEntries([...sums].map(([name, sum]) => [name, meanOf(sum)])),
    ...majority(group),
    characters: meanOf(lengths),
  });
}

/** A line of JSON for each group. */
export function* groupLines(dataSets: readonly DataSet[]): Generator<string, void, undefined> {
  for (const { name, groups } of dataSets) {
    for (const group of groups.values()) yield `${groupLine(name, group)}\n`;
  }
}
