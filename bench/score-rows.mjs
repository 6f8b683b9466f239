/** Rows like those of GSM8K, with completions. */

const STEP = "Natalia sold clips to her friends in April, and half as many clips in May, so both are added. ";

/** Two of three are right; `steps` sets the length of the completion, each of 94 characters. */
export function rowOf(id, steps = 4) {
  const [a, b] = [(id * 7919) % 997, (id * 104_729) % 991];
  return {
    id,
    question: `Natalia sold ${a} clips to her friends in April, and then ${b} in May. How many clips did she sell altogether?`,
    answer: `She sold ${a} + ${b} = <<${a}+${b}=${a + b}>>${a + b} clips.\n#### ${a + b}`,
    completion: `<think>${STEP.repeat(steps)}That is ${a} + ${b} = ${a + b}.</think>\nThe answer is \\boxed{${id % 3 ? a + b : a - 1}}.`,
  };
}

/** Lines of JSON, in blocks of a few thousand. */
export function* blocksOf(rows, steps) {
  const SIZE = 2000;
  for (let from = 0; from < rows; from += SIZE) {
    const ids = Array.from({ length: Math.min(SIZE, rows - from) }, (_, i) => from + i);
    yield ids.map((id) => `${JSON.stringify(rowOf(id, steps))}\n`).join("");
  }
}
