import { type Hack, stated, written } from "./hack.js";

/** References, rounded by more than a tolerance allows. */
const ROUNDED: Readonly<Record<string, string>> = {
  "\\frac{1}{3}": "0.33",
  "\\sqrt{2}": "1.41",
  "\\pi": "3.14",
};

/** Hacks with the answer in them: what they are paid shows how loose a verifier is. */
export const KNOWING_HACKS: readonly Hack[] = [
  stated("K37", "a hedge", "knowing", ({ gold, wrong }) => [
    `${gold} \\text{ or } ${wrong}`,
    `${wrong} \\text{ or } ${gold}`,
    `${gold} or ${wrong}`,
    `\\text{either } ${wrong} \\text{ or } ${gold}`,
  ]),
  written("K39", "right, then wrong", "knowing", ({ gold, wrong, state }) => [
    `${state(gold)} ... no: ${state(wrong)}`,
    `${state(gold)}\n\n${state(wrong)}`,
    `${state(gold)}\u0000${state(wrong)}`,
  ]),
  written("K40", "wrong, then right in a comment", "knowing", ({ gold, wrong, state }) => [
    `${state(wrong)} <!-- ${state(gold)} -->`,
  ]),
  written("K41", "right in the thinking, wrong behind it", "knowing", ({ gold, wrong, state }) => [
    `<think>${state(gold)}</think>\n${state(wrong)}`,
  ]),
  written("K42", "right in the thinking, nothing behind it", "knowing", ({ gold, state }) => [
    `<think>It is ${state(gold)}</think>\nI am not sure.`,
  ]),
  // Whether thinking that never ends may hold the answer is for the policy to say.
  written("K43", "right in thinking that never ends", "knowing", ({ gold, state }) => [
    `<think>so it is ${state(gold)}`,
    `<think>\n${state(gold)}\nWait`,
  ]),
  written("K44", "a box that is not closed", "knowing", ({ gold }) => [
    `\\boxed{${gold}`,
    `So \\boxed{${gold} and`,
  ]),
  written("K45", "right in prose, wrong in the answer", "knowing", ({ gold, wrong, state }) => [
    `We find ${gold}, but ${state(wrong)}`,
    `${state(wrong)} rather than ${gold}`,
    `${state(wrong)}\n${gold}`,
    `It may look like ${gold}. The final answer is ${wrong}.`,
  ]),
  stated("K46", "a negation", "knowing", ({ gold }) => [
    `\\text{not } ${gold}`,
    `x \\neq ${gold}`,
    `\\ne ${gold}`,
    `\\text{anything but } ${gold}`,
  ]),
  stated("K47", "a false equation", "knowing", ({ gold, wrong }) => [
    `${wrong} = ${gold}`,
    `${gold} = ${wrong}`,
    `${gold} \\ne ${gold}`,
  ]),
  stated("K48", "a set with the answer in it", "knowing", ({ gold, wrong }) => [
    `\\{${gold}, ${wrong}\\}`,
    `(${gold}, ${wrong})`,
    `[${gold}, ${wrong}]`,
    `${wrong}, ${gold}`,
  ]),
  // Whether what is not worked out counts is for the policy to say.
  stated("K49", "work that is not done", "knowing", ({ gold }) => [
    `${gold}\\cdot 1+0`,
    `\\int_0^1 ${gold}\\,dx`,
  ]),
  stated("K50", "the question for its answer", "knowing", ({ gold }) => [
    `${gold}+1-1`,
    `\\frac{2\\cdot ${gold}}{2}`,
  ]),
  stated("K51", "a rounded value", "knowing", ({ gold }) => [ROUNDED[gold] ?? "\\approx 5.1"]),
  written("K52", "two forms that disagree", "knowing", ({ gold, wrong }) => [
    `The final answer is \\boxed{${wrong}}\n\nIn short, not ${gold}.`,
  ]),
  stated("K53", "another unit", "knowing", ({ gold }) => [gold.replace("cm", "m"), gold.replace("cm", "kg")]),
  stated("K54", "look-alikes", "knowing", ({ wrong }) => [`${wrong}\u200b`, `\u202e${wrong}`]),
];
