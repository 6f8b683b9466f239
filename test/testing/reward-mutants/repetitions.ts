import { each, mutantsOf, type RewardMutant } from "./mutant.js";

const mutant = mutantsOf("repetition", { kind: "repetition", range: [-1, 0] });

const words = (text: string): readonly string[] =>
  text.toLowerCase().match(/\p{Script=Han}|[\p{L}\p{N}]+/gu) ?? [];

function ngrams(units: readonly string[], size = 3): readonly string[] {
  return units
    .slice(0, Math.max(0, units.length - size + 1))
    .map((_, i) => units.slice(i, i + size).join(" "));
}

/** The share of n-grams that stood there before, less than nothing. */
function penalty(all: readonly string[]): number {
  return all.length === 0 ? 0 : new Set(all).size / all.length - 1;
}

const of = (title: string, score: (text: string) => unknown): RewardMutant =>
  mutant(title, () => each(score));
const splitting = (title: string, split: (text: string) => readonly string[]): RewardMutant =>
  of(title, (text) => penalty(ngrams(split(text))));
/** Looks at a part of the words. */
const looking = (title: string, part: (all: readonly string[]) => readonly string[]): RewardMutant =>
  of(title, (text) => penalty(ngrams(part(words(text)))));

export const REPETITIONS: readonly RewardMutant[] = [
  splitting("words between white space", (text) => text.toLowerCase().split(/\s+/)),
  splitting("words between spaces", (text) => text.toLowerCase().split(" ")),
  splitting("capitals are other letters", (text) => text.match(/\p{Script=Han}|[\p{L}\p{N}]+/gu) ?? []),
  splitting("ASCII words", (text) => text.toLowerCase().match(/[a-z0-9]+/g) ?? []),
  splitting(
    "scripts without spaces are one word",
    (text) => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [],
  ),
  splitting("lines", (text) => text.split("\n")),
  splitting("marks are words", (text) => text.toLowerCase().match(/[\p{L}\p{N}]+|[^\s\p{L}\p{N}]/gu) ?? []),
  looking("the first 100 words", (all) => all.slice(0, 100)),
  looking("the last 100 words", (all) => all.slice(-100)),
  looking("all but the last word", (all) => all.slice(0, -1)),
  looking("every other word", (all) => all.filter((_, at) => at % 2 === 0)),
  of("pairs of words", (text) => penalty(ngrams(words(text), 2))),
  of("single words", (text) => penalty(words(text))),
  of("four words at a time", (text) => penalty(ngrams(words(text), 4))),
  of("n-grams that do not overlap", (text) => penalty(ngrams(words(text)).filter((_, at) => at % 3 === 0))),
  of("neighbours only", (text) => {
    const all = words(text);
    const repeated = all.filter((word, at) => at > 0 && word === all[at - 1]).length;
    return all.length === 0 ? 0 : -repeated / all.length;
  }),
  of("the sign", (text) => -penalty(ngrams(words(text)))),
  of("the other share", (text) => {
    const all = ngrams(words(text));
    return all.length === 0 ? 0 : -new Set(all).size / all.length;
  }),
  of("no number for short texts", (text) => {
    const all = ngrams(words(text));
    return new Set(all).size / all.length - 1;
  }),
  of("only what is mostly repetition", (text) => (penalty(ngrams(words(text))) < -0.9 ? -1 : 0)),
  of("forgiven in long texts", (text) => (text.length > 2000 ? 0 : penalty(ngrams(words(text))))),
  of("diluted by length", (text) => {
    const all = ngrams(words(text));
    return Math.max(-1, penalty(all) / Math.max(1, all.length / 20));
  }),
  of("long texts pay a little", (text) => Math.max(-1, penalty(ngrams(words(text))) - text.length / 1e6)),
  of("counted, and without a floor", (text) => {
    const all = ngrams(words(text));
    return (new Set(all).size - all.length) / 10;
  }),
];
