import { RewardError, type RolloutReward } from "../core/index.js";
import { compilePattern, type PatternFlags } from "../schema/index.js";
import { hasContent } from "../text/index.js";
import { defineReward, type RewardFactory } from "./define-reward.js";

/** Options of {@link regexFormat}. */
export interface RegexFormatOptions {
  /** The pattern, in the syntax of RE2: that of Python's `re` without lookaround and backreferences. */
  readonly pattern: string;
  /** Whether the pattern must match the whole completion, its start, or a part of it. @default "full" */
  readonly match?: "full" | "start" | "search";
  /** Whether the dot matches line breaks (Python's `re.DOTALL`). @default true */
  readonly dotAll?: boolean;
  /** Whether `^` and `$` match at every line (Python's `re.MULTILINE`). @default false */
  readonly multiline?: boolean;
  /** Whether upper and lower case are the same (Python's `re.IGNORECASE`). @default false */
  readonly ignoreCase?: boolean;
}

function compile(pattern: string, flags: PatternFlags): ReturnType<typeof compilePattern> {
  try {
    return compilePattern(pattern, flags);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new RewardError("bad_options", `Options of regex_format: pattern: ${reason}.`, { cause: error });
  }
}

function matcherOf({
  pattern,
  match = "full",
  dotAll = true,
  ...flags
}: RegexFormatOptions): (text: string) => boolean {
  const compiled = compile(pattern, { dotAll, ...flags });
  if (match === "full") return (text) => compiled.testExact(text);
  if (match === "search") return (text) => compiled.test(text);
  const anchored = compile(`\\A(?:${pattern})`, { dotAll, ...flags });
  return (text) => anchored.test(text);
}

/**
 * 1 if the completion matches the pattern, else 0. A completion that shows nothing scores 0, whatever the pattern.
 *
 * Patterns run on RE2's algorithm, in time linear in the completion. What it cannot run, lookaround and backreferences,
 * is refused when the reward is made, as are patterns of counted repetitions that are too large.
 *
 * @throws {RewardError} `bad_options` if the pattern is none, or cannot be matched in linear time
 */
export const regexFormat: RewardFactory<RolloutReward, RegexFormatOptions> = defineReward({
  name: "regex_format",
  summary: "1 if the completion matches a pattern, else 0.",
  family: "format",
  source: "eval-protocol (format_reward); the engine is a port of RE2.",
  range: [0, 1],
  requiredOptions: ["pattern"],
  options: {
    pattern: {
      type: "string",
      minLength: 1,
      description: "The pattern, in the syntax of RE2: without lookaround and backreferences.",
    },
    match: {
      enum: ["full", "start", "search"],
      default: "full",
      description: "Whether the pattern must match the whole completion, its start, or a part of it.",
    },
    dotAll: { type: "boolean", default: true, description: "Whether the dot matches line breaks." },
    multiline: { type: "boolean", default: false, description: "Whether ^ and $ match at every line." },
    ignoreCase: {
      type: "boolean",
      default: false,
      description: "Whether upper and lower case are the same.",
    },
  },
  rollout: (options: RegexFormatOptions) => {
    const matches = matcherOf(options);
    return ({ completion: { text } }) => Number(hasContent(text, 0, text.length) && matches(text));
  },
});
