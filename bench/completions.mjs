/** The same text every time: realistic reasoning of about `length` characters, ending in a boxed answer. */
export function completion(i, length = 24_000) {
  const step = `Step ${i}: we add $\\frac{${i}}{3}$ to both sides, so that x = {${i * 7}} and y < ${i + 1}. `;
  const thinking = step.repeat(Math.ceil(length / step.length)).slice(0, length);
  return `<think>\n${thinking}\n</think>\nThe answer is \\boxed{${i}}.`;
}

export const completions = Array.from({ length: 256 }, (_, i) => completion(i));
