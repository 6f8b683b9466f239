import type { TrainerRoute } from "./trainer-route.js";

const TASK = "_ng_task_index";
const ROLLOUT = "_ng_rollout_index";

type Row = Readonly<Record<string, unknown>>;
type Metrics = Readonly<Record<string, number>>;

interface Request {
  readonly verify_responses: readonly Row[];
}

interface Reply {
  readonly group_level_metrics: readonly Metrics[];
  readonly agent_metrics: Metrics;
  readonly key_metrics: Metrics;
}

function median(sorted: readonly number[]): number {
  const middle = sorted.length / 2;
  return ((sorted[Math.ceil(middle) - 1] ?? 0) + (sorted[Math.floor(middle)] ?? 0)) / 2;
}

/** As NeMo Gym names them; the deviation is that of a sample, and 0 for a single value. */
function statistics(name: string, values: readonly number[]): [string, number][] {
  const sorted = values.toSorted((a, b) => a - b);
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  return [
    [`mean/${name}`, mean],
    [`max/${name}`, sorted.at(-1) ?? mean],
    [`min/${name}`, sorted[0] ?? mean],
    [`median/${name}`, median(sorted)],
    [`std/${name}`, Math.sqrt(squares / Math.max(1, values.length - 1))],
  ];
}

const isNumeric = (value: unknown): value is number | boolean =>
  typeof value === "boolean" || (typeof value === "number" && Number.isFinite(value));

/** Statistics of each field of the rows that holds numbers, true and false as 1 and 0. */
function describe(rows: readonly Row[]): Metrics {
  const names = new Set(rows.flatMap((row) => Object.keys(row)));
  const metrics = [...names]
    .filter((name) => name !== TASK && name !== ROLLOUT)
    .flatMap((name) => {
      const values = rows.flatMap(({ [name]: value }) => (isNumeric(value) ? [Number(value)] : []));
      return values.length > 0 ? statistics(name, values) : [];
    });
  return Object.fromEntries(metrics);
}

/** The mean, greatest, least, median and deviation of what `/verify` returned, by task and overall. */
export const aggregateMetrics: TrainerRoute<Request> = {
  method: "POST",
  path: "/aggregate_metrics",
  body: {
    type: "object",
    required: ["verify_responses"],
    properties: { verify_responses: { type: "array", items: { type: "object" } } },
  },
  handle: ({ verify_responses: rows }): Reply => {
    const taskOf = ({ [TASK]: task = 0 }: Row): number => Number(task);
    const tasks = [...new Set(rows.map(taskOf))].sort((a, b) => a - b);
    const overall = describe(rows);
    return {
      group_level_metrics: tasks.map((task) => ({
        ...describe(rows.filter((row) => taskOf(row) === task)),
        [TASK]: task,
      })),
      agent_metrics: overall,
      key_metrics: Object.fromEntries(Object.entries(overall).filter(([name]) => name.startsWith("mean/"))),
    };
  },
};
