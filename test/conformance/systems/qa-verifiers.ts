import { partialCredit, tokenOverlap } from "../../../src/answers/index.js";
import {
  answerFormat,
  exactMatch,
  gsm8kAnswer,
  multipleChoice,
  type RewardFunction,
  substringMatch,
} from "../../../src/index.js";
import { lastElement, pythonStrip, removeThinkingSection } from "../../../src/text/index.js";
import { type Columns, scores } from "../calls.js";
import type { System, Vector } from "../vector.js";

async function scoreOf(reward: unknown, text: string, columns: Columns): Promise<unknown> {
  return (await scores(reward as RewardFunction<Columns>, [{ columns, completions: [text] }]))[0];
}

/** The call of a `compute_score` of verl's Search-R1 rewards. */
function searchR1(reward: unknown, { inputs }: Vector): Promise<unknown> {
  const { target } = inputs.ground_truth as { readonly target: unknown };
  return scoreOf(reward, inputs.solution_str as string, { solution: target });
}

function reasoningGym(decimals: boolean): { run: (vector: Vector) => number } {
  return {
    run: ({ inputs }) => {
      const { answer, oracle_answer } = inputs as { answer: string | null; oracle_answer: string };
      return partialCredit(answer ?? "", oracle_answer, { decimals, contained: "anywhere" });
    },
  };
}

const qaVerifiers: System = {
  adapters: {
    "open_instruct.soft_format": {
      run: ({ params, inputs }) => {
        const scale = params.reward_scale as number;
        const weights = { thinkWeight: scale / 4, answerWeight: (scale * 3) / 4 };
        const reward = answerFormat({ preset: "open-instruct", ...weights });
        return scores(reward, [{ columns: {}, completions: inputs.responses as readonly string[] }]);
      },
    },
    "verl.search_r1_em": {
      run: (vector) => {
        const formatScore = vector.params.format_score as number;
        return searchR1(exactMatch({ preset: "search-r1", formatScore }), vector);
      },
    },
    "verl.search_r1_subem": { run: (vector) => searchR1(substringMatch({ preset: "search-r1" }), vector) },
    "verl.gsm8k": {
      run: ({ params, inputs }) => {
        const reward = gsm8kAnswer({ preset: "verl", method: params.method as "strict" | "flexible" });
        return scoreOf(reward, inputs.solution_str as string, { solution: inputs.ground_truth });
      },
    },
    "slime.f1": {
      run: ({ inputs }) => {
        const { prediction, ground_truth } = inputs as Readonly<
          Record<"prediction" | "ground_truth", string>
        >;
        const { f1, precision, recall } = tokenOverlap(prediction, ground_truth, true);
        return [f1, precision, recall];
      },
    },
    "open_instruct.f1": {
      run: ({ inputs }) => {
        const { prediction, ground_truth } = inputs as Readonly<
          Record<"prediction" | "ground_truth", string>
        >;
        return tokenOverlap(prediction, ground_truth);
      },
    },
    "slime.gpqa": {
      run: ({ inputs }) => {
        const { choices } = inputs.metadata as { readonly choices?: unknown };
        const columns = { solution: inputs.label, ...(choices !== undefined && { choices }) };
        return scoreOf(multipleChoice({ preset: "slime" }), inputs.response as string, columns);
      },
    },
    "open_instruct.remove_thinking_section": {
      run: ({ inputs }) => removeThinkingSection(inputs.prediction as string),
    },
    "reasoning_gym.extract_answer": {
      run: ({ params, inputs }) => {
        const text = inputs.completion as string;
        const span = lastElement(text, { name: params.tag_name as string });
        return span && pythonStrip(text.slice(span.start, span.end));
      },
    },
    "reasoning_gym.score_answer": reasoningGym(false),
    "reasoning_gym.decimal_reward": reasoningGym(true),
  },
  deviations: [
    {
      reason: "Blocks without content earn nothing; the original pays for bare tags.",
      returns: { "open_instruct.soft_format#035": [0] },
    },
    {
      reason: "A solution without a word gives null; in the originals every text equals or holds it.",
      returns: { "verl.search_r1_em#004": null, "verl.search_r1_subem#004": 0, "verl.gsm8k#017": null },
    },
    {
      reason:
        "An option that the question does not have is none; the original finds the letter of the label in a word.",
      returns: { "slime.gpqa#008": 0 },
    },
    {
      reason: 'Two options joined by "or" choose neither; the original takes the last one.',
      returns: { "slime.gpqa#015": 0 },
    },
  ],
};

export default qaVerifiers;
