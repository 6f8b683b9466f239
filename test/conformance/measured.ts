import type { Completion, CosineScaledOptions, GroupInput, SolutionColumns } from "../../src/index.js";
import type { Vector } from "./vector.js";

/** A solution that the original's verifier could not parse is one that is missing here. */
export function judgedSolution({ inputs }: Vector, row: number): string | null {
  const { solution, gold_parseable } = inputs as {
    solution?: readonly string[];
    gold_parseable?: readonly boolean[];
  };
  return gold_parseable?.[row] === false ? null : (solution?.[row] ?? "1");
}

/** Completions of given lengths in tokens; their texts state the verifier's decisions for the solution "1". */
export function measured(
  lengths: readonly number[],
  isCorrect: readonly (boolean | null)[] = [],
): GroupInput<SolutionColumns> {
  const completions = lengths.map((tokenCount, row): Completion => {
    return { text: isCorrect[row] ? "\\boxed{1}" : "\\boxed{2}", tokenCount };
  });
  return { columns: { solution: isCorrect.includes(null) ? null : "1" }, completions };
}

/** The completions of a vector that gives their lengths in tokens, and perhaps the verifier's decisions. */
export function tokenLengths({ inputs }: Vector): GroupInput<SolutionColumns> {
  const { completion_lengths, lengths, is_correct } = inputs as {
    completion_lengths?: readonly number[];
    lengths?: readonly number[];
    is_correct?: readonly (boolean | null)[];
  };
  return measured(completion_lengths ?? lengths ?? [], is_correct);
}

/** The options that the originals of `cosine_scaled` take. */
export function cosineOptions({ params }: Vector): CosineScaledOptions {
  return {
    minValueWrong: params.min_value_wrong as number,
    maxValueWrong: params.max_value_wrong as number,
    minValueCorrect: params.min_value_correct as number,
    maxValueCorrect: params.max_value_correct as number,
    maxLength: params.max_len as number,
  };
}
