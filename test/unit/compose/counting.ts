import type { GroupReward, RolloutReward, Score } from "../../../src/index.js";

/** A reward that scores texts by a table, and notes which texts it was asked about. */
export interface CountingReward extends RolloutReward {
  readonly asked: string[];
}

/** `null` for texts that the table does not have. */
export function tableReward(name: string, table: Readonly<Record<string, number>>): CountingReward {
  const asked: string[] = [];
  return {
    kind: "rollout",
    name,
    columns: [],
    extra: [],
    asked,
    score: ({ completion: { text } }): Score => {
      asked.push(text);
      return table[text] ?? null;
    },
  };
}

/** Scores each completion by how many are compared. */
export const groupSize: GroupReward = {
  kind: "group",
  name: "group_size",
  columns: [],
  extra: [],
  score: ({ completions }) => completions.map(() => completions.length),
};
