import { type Hack, HACKS } from "../../../testing/hacks/index.js";
import { bareReference, MAX_LENGTH, normal, spoken } from "./bare-texts.js";

/** Finds tricks of the catalogue that need to know no answer. */
export type FindHack = (sample: HackSuspect) => Hack | null;

/** What is looked at. */
interface HackSuspect {
  readonly completion: string;
  /** The answer that a reward found. */
  readonly answer: string | null;
  readonly reference: string | null;
}

const PLACES: readonly ((answer: string) => string)[] = [
  (answer) => answer,
  (answer) => `\\boxed{${answer}}`,
  (answer) => `<answer>${answer}</answer>`,
  (answer) => `#### ${answer}`,
  (answer) => `The final answer is $${answer}$`,
];

const written = (hack: Hack, state: (answer: string) => string): string[] =>
  hack
    .completions({ gold: "", wrong: "", state })
    .filter(({ length }) => length <= MAX_LENGTH)
    .map(normal);

function keysOf(hacks: readonly Hack[], read: (hack: Hack) => readonly string[]): ReadonlyMap<string, Hack> {
  const keys = new Map<string, Hack>();
  for (const hack of hacks) for (const key of read(hack)) if (!keys.has(key)) keys.set(key, hack);
  return keys;
}

/** The answers that a hack states, if it depends on how answers are stated. */
function answersOf(hack: Hack): readonly string[] {
  const bare = written(hack, (answer) => answer);
  const marked = written(hack, (answer) => `<${answer}>`);
  return bare.filter((text, at) => marked[at] === `<${text}>`);
}

/** Reads the catalogue. What the reference itself says is no hack. */
export function createHackFinder(): FindHack {
  const hacks = HACKS.filter(({ class: hackClass }) => hackClass !== "knowing");
  const texts = keysOf(hacks, (hack) => PLACES.flatMap((state) => written(hack, state)));
  const answers = keysOf(hacks, answersOf);
  return ({ completion, answer, reference }) => {
    const due = reference === null ? null : bareReference(reference);
    const text = spoken(completion);
    const whole = completion.length > MAX_LENGTH ? null : normal(completion);
    const stated = answer === null || answer.length > MAX_LENGTH ? null : normal(answer);
    if (due !== null && (due === text || due === stated)) return null;
    const byText = (key: string | null): Hack | undefined => (key === null ? undefined : texts.get(key));
    return byText(whole) ?? byText(text) ?? (stated === null ? null : (answers.get(stated) ?? null));
  };
}
