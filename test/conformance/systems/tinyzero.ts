import { countdown, gsm8kAnswer, multiply, type RewardFunction } from "../../../src/index.js";
import { type Columns, scores } from "../calls.js";
import type { System, Vector } from "../vector.js";

const HEADERS = ["Assistant:", "<|im_start|>assistant"];

/** The original gets the prompt too, and cuts it off behind the header of the assistant's turn. */
function completionOf({ inputs }: Vector, headers: readonly string[]): string {
  const text = inputs.solution_str as string;
  const header = headers.find((each) => text.includes(each));
  return header === undefined ? "" : text.slice(text.indexOf(header) + header.length);
}

async function scoreOf(reward: unknown, text: string, columns: Columns): Promise<unknown> {
  return (await scores(reward as RewardFunction<Columns>, [{ columns, completions: [text] }]))[0];
}

const tinyzero: System = {
  adapters: {
    "tinyzero.countdown": {
      run: (vector) => {
        const formatScore = vector.params.format_score as number;
        const reward = countdown({ preset: "tinyzero", formatScore });
        return scoreOf(reward, completionOf(vector, HEADERS), vector.inputs.ground_truth as Columns);
      },
    },
    "tinyzero.multiply": {
      run: (vector) => {
        const formatScore = vector.params.format_score as number;
        const reward = multiply({ preset: "tinyzero", formatScore });
        return scoreOf(reward, completionOf(vector, HEADERS.slice(0, 1)), {
          solution: vector.inputs.ground_truth,
        });
      },
    },
    "tinyzero.gsm8k": {
      run: ({ params, inputs }) => {
        const method = params.method as "strict" | "flexible";
        const formatScore = params.format_score as number;
        const reward = gsm8kAnswer({ preset: "tinyzero", method, formatScore });
        return scoreOf(reward, inputs.solution_str as string, { solution: inputs.ground_truth });
      },
    },
  },
  deviations: [
    {
      reason: "Countdown knows + - * / only; the original's eval also takes powers and floor division.",
      returns: { "tinyzero.countdown#016": 0.1, "tinyzero.countdown#017": 0.1 },
    },
    {
      reason: "A sign behind an operator is refused; it is the start of every trick with unary signs.",
      returns: { "tinyzero.countdown#022": 0.1 },
    },
    {
      reason: "Numbers may be numerals in a text; in the original they match nothing.",
      returns: { "tinyzero.countdown#040": 1 },
    },
    {
      reason: "A target that is no number gives null; the original pays the score of a wrong answer.",
      returns: { "tinyzero.countdown#044": null, "tinyzero.countdown#045": null },
    },
    {
      reason: "An answer within the thinking is none.",
      returns: { "tinyzero.countdown#047": 0 },
    },
  ],
};

export default tinyzero;
