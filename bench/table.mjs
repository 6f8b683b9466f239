import { Bench } from "tinybench";

/** Runs named cases and prints the median and the 99th percentile of each, in microseconds per `unit` of work. */
export async function table(title, cases, { divideBy = 1, unit = "call", time = 500, quiet = false } = {}) {
  const bench = new Bench({ time, warmupTime: 100 });
  for (const [name, run] of Object.entries(cases)) bench.add(name, run);
  await bench.run();
  if (quiet) return bench.tasks;
  console.log(`\n${title}`);
  console.table(
    Object.fromEntries(
      bench.tasks.map(({ name, result: { latency } }) => [
        name,
        {
          [`p50 µs/${unit}`]: Number(((latency.p50 * 1000) / divideBy).toFixed(2)),
          [`p99 µs/${unit}`]: Number(((latency.p99 * 1000) / divideBy).toFixed(2)),
        },
      ]),
    ),
  );
  return bench.tasks;
}
