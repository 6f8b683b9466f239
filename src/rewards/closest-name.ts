/** How many letters have to be inserted, removed or replaced to make one name of the other. */
function editDistance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const replaced = (row[j - 1] ?? 0) + Number(a[i - 1] !== b[j - 1]);
      next.push(Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, replaced));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}

const MAX_LENGTH = 100;

/** The name that was probably meant: one that differs in at most a third of its letters, or that begins alike. */
export function closestName(name: string, known: readonly string[]): string | undefined {
  const asked = name.slice(0, MAX_LENGTH).toLowerCase().replaceAll("-", "_");
  const distances = known.map((each) => [editDistance(asked, each), each] as const);
  const [distance, closest] = distances.sort(([a], [b]) => a - b)[0] ?? [Infinity, ""];
  if (distance <= Math.max(2, closest.length / 3)) return closest;
  return asked.length < 3 ? undefined : known.find((each) => each.startsWith(asked));
}
