import { createRandom, type Random } from "../../src/testing/random.js";

/** A row before it is scored. */
interface Row {
  readonly prompt: string;
  readonly completion: string;
  readonly solution: string | null;
}

const NAMES = ["Ada", "Noor", "Chen", "Ivo", "Lucía", "Tomasz"];
const THINGS = ["marbles", "stamps", "tickets", "plums", "candles"];

const STEPS = [
  "First I write down what is given.",
  "Let me check that against the question.",
  "So each of them has the same share.",
  "Wait, I should not count the last one twice.",
  "Multiplying both sides gives the total.",
  "That is consistent with the numbers above.",
];

/** What a policy that is paid for it comes up with. */
const HACKS = [
  "\\boxed{}",
  "<think>\n\n</think>\n<answer>\n\n</answer>",
  "The answer is \\boxed{\\text{your answer}}.",
  '{"score": 1}',
  "\\boxed{?}",
];

/** Texts that would run in a page that takes them as markup. */
const HOSTILE: readonly string[] = [
  `<script>window.ran = "script"</script> so \\boxed{7}`,
  `<img src=x onerror="window.ran='image'"><svg onload="window.ran='svg'"> \\boxed{<b>7</b>}`,
  `</script></pre></td></table></style><script>window.ran = "end"</script>\u2028\u2029<!-- \\boxed{7}`,
  `"><iframe srcdoc="<script>parent.ran='frame'</script>"></iframe><a href="javascript:window.ran=1">x</a> \\boxed{7}`,
  `<style>body{display:none}</style><base href="http://example.invalid/"><meta http-equiv="refresh" content="0;url=http://example.invalid/"> \\boxed{7}`,
  `<link rel=stylesheet href="http://example.invalid/x.css"><form action="http://example.invalid/"><input name=q autofocus onfocus="window.ran=2"></form> \\boxed{7}`,
  `\u202Etxet eht fo dne eht\u202C \u0000\u0007 \ud800 zero\u200Bwidth \\boxed{7}`,
];

function thinking(random: Random, steps: number): string {
  return Array.from({ length: steps }, () => random.pick(STEPS)).join(" ");
}

/** @param skill how often the answer is right, from 0 to 100 */
function completion(random: Random, answer: number, skill: number): string {
  if (random.below(100) < 3) return random.pick(HACKS);
  const steps = 1 + random.below(4) * random.below(12);
  const stated = random.below(100) < skill ? answer : answer + random.between(1, 9);
  const thought = thinking(random, steps);
  const loop = random.below(100) < 4 ? " I will check it again.".repeat(30) : "";
  if (random.below(100) < 5) return `<think>${thought}${loop}`;
  const spoken = random.below(3) === 0 ? `\\boxed{${stated}.0}` : `\\boxed{${stated}}`;
  const hasFormat = random.below(100) < 82;
  return hasFormat
    ? `<think>${thought}${loop}</think>\n\nTherefore the answer is ${spoken}.`
    : `${thought}${loop} The answer is ${spoken}.`;
}

function group(random: Random, size: number): Row[] {
  const [each, people] = [random.between(2, 40), random.between(2, 12)];
  const prompt = `${random.pick(NAMES)} gives ${each} ${random.pick(THINGS)} to each of ${people} friends, and keeps ${each} for the way home. How many are there in all?`;
  const answer = each * (people + 1);
  const skill = random.pick([0, 15, 40, 65, 90, 100, 100]);
  const solution = random.below(60) === 0 ? null : String(answer);
  return Array.from({ length: size }, () => ({
    prompt,
    completion: completion(random, answer, skill),
    solution,
  }));
}

/** What a run of training might log: groups of eight, with hacks, and with hostile texts in the last one. */
export function trainingRows(groups: number, seed = 7): readonly Row[] {
  const random = createRandom(seed);
  const rows = Array.from({ length: groups }, () => group(random, 8)).flat();
  const hostile = HOSTILE.map((completion) => ({
    prompt: `What is 3 + 4? <script>window.ran = "prompt"</script>`,
    completion,
    solution: "7",
  }));
  return [...rows, ...hostile];
}
