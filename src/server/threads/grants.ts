import type { Unit } from "../../score/index.js";
import type { Message } from "../../core/index.js";
import { columnsOfRows } from "../columns.js";
import { completionReader } from "../completions.js";
import { claim, unclaimed } from "./board.js";
import type { Job, Order, Report, Task } from "./job.js";
import type { Activity } from "./slot.js";

/** Some units of a job, with all that their scoring needs: a job by itself, for a process that shares no memory. */
export interface Grant extends Omit<Task, "texts" | "completions"> {
  readonly id: number;
  /** By row, the rows being those of this grant. */
  readonly completions: readonly (string | readonly Message[])[];
  readonly units: readonly Unit[];
  readonly itemTimeoutMs: number | null;
}

/** What a process is told. */
export type ProcessOrder = { readonly grant: Grant } | { readonly cancel: number };

/**
 * What a process says: what came of its units; and that it can take more, since nothing is left to begin of a grant, or
 * of none, which it says when it has started.
 */
export type ProcessMessage = { readonly report: Report } | { readonly ready: number | null };

/** The work of one process: it takes units from the boards in its name, and tells what comes back by their jobs. */
export interface Grants {
  readonly tell: (order: Order) => void;
  readonly ready: (grant: number | null) => void;
  readonly translate: (report: Report) => Report | null;
  readonly locate: (activity: Activity | null) => Activity | null;
}

/** A grant that is open: its units' positions in the job. */
interface Open {
  readonly job: Job;
  readonly positions: readonly number[];
  readonly since: number;
  /** How many units are not scored yet. */
  left: number;
  /** Whether all of them are begun. */
  isBegun: boolean;
}

/** A job with units left, and how many units the process takes of it at once. */
interface Source {
  readonly job: Job;
  size: number;
}

/** How much a process has at once, of each job. */
const MAX_UNITS = 64;

/** A part that is done so fast could have been larger; one that takes so long should have been smaller. */
const FAST_MS = 3;
const SLOW_MS = 15;

function grantOf(id: number, job: Job, positions: readonly number[]): Grant {
  const { specs, leaf, columns, itemTimeoutMs } = job;
  const units = positions.map((at) => job.units[at] ?? []);
  const rows = [...new Set(units.flat())];
  const place = new Map(rows.map((row, at) => [row, at]));
  return {
    id,
    specs,
    leaf,
    itemTimeoutMs,
    completions: rows.map(completionReader(job)),
    columns: columnsOfRows(columns, rows),
    units: units.map((unit) => unit.map((row) => place.get(row) ?? 0)),
  };
}

const unitsOut = (open: ReadonlyMap<number, Open>, job: Job): number =>
  [...open.values()].reduce((sum, each) => sum + (each.job === job ? each.left : 0), 0);

function claimSome({ board }: Job, number: number, count: number): number[] {
  const positions: number[] = [];
  while (positions.length < count) {
    const at = claim(board, number);
    if (at < 0) break;
    positions.push(at);
  }
  return positions;
}

function nextSize(size: number, tookMs: number): number {
  if (tookMs < FAST_MS) return Math.min(MAX_UNITS, 2 * size);
  return tookMs > SLOW_MS ? Math.max(1, Math.floor(size / 2)) : size;
}

/** Jobs take turns. */
function moveToEnd(sources: Map<number, Source>, source: Source): void {
  sources.delete(source.job.id);
  sources.set(source.job.id, source);
}

/**
 * Hands out work in small parts: few units where each takes long, so that none waits behind another while a process is
 * idle elsewhere, and more where they are fast, so that messages cost little.
 *
 * @param number of the scorer, in whose name units are claimed
 */
export function createGrants(number: number, send: (order: ProcessOrder) => void): Grants {
  const sources = new Map<number, Source>();
  const open = new Map<number, Open>();
  let lastId = 0;
  let isUp = false;

  const grantFrom = ({ job, size }: Source): boolean => {
    const room = MAX_UNITS - unitsOut(open, job);
    const positions = claimSome(job, number, Math.min(size, room, Math.ceil(unclaimed(job.board) / 2)));
    if (positions.length === 0) return false;
    open.set(++lastId, { job, positions, since: performance.now(), left: positions.length, isBegun: false });
    send({ grant: grantOf(lastId, job, positions) });
    return true;
  };

  /** Grants something if the process would begin with it at once: what waits for it could be done elsewhere. */
  const grant = (): void => {
    if (!isUp || [...open.values()].some(({ isBegun }) => !isBegun)) return;
    const source = [...sources.values()].find(grantFrom);
    if (source) moveToEnd(sources, source);
  };

  const forget = (job: number): void => {
    sources.delete(job);
    for (const [id, each] of [...open]) {
      if (each.job.id !== job) continue;
      send({ cancel: id });
      if (each.isBegun) open.delete(id);
    }
  };

  const ready = (id: number | null): void => {
    isUp = true;
    const done = open.get(id ?? 0);
    const source = sources.get(done?.job.id ?? 0);
    if (done) done.isBegun = true;
    // Of a job that is over, nobody reports what is left.
    if (id !== null && (done?.left === 0 || !source)) open.delete(id);
    if (done && source) source.size = nextSize(source.size, performance.now() - done.since);
    grant();
  };

  const tell = (order: Order): void => {
    if ("cancel" in order) {
      forget(order.cancel);
      return;
    }
    sources.set(order.begin.id, { job: order.begin, size: 1 });
    grant();
  };

  return { tell, ready, ...translation(open, grant) };
}

/** What a process says of its grants, said of their jobs. */
function translation(
  open: Map<number, Open>,
  /** There is room for more. */
  grant: () => void,
): Pick<Grants, "translate" | "locate"> {
  return {
    translate: (report) => {
      const found = open.get(report.job);
      if (!found) return null;
      const { job, positions } = found;
      if ("problem" in report) return { job: job.id, problem: report.problem };
      found.left -= report.scored.length;
      if (found.left === 0 && found.isBegun) open.delete(report.job);
      grant();
      return { job: job.id, scored: report.scored.map(([at, ...rest]) => [positions[at] ?? -1, ...rest]) };
    },
    locate: (activity) => {
      if (activity === null) return null;
      const found = open.get(activity.job);
      return { ...activity, job: found?.job.id ?? 0, at: found?.positions[activity.at] ?? 0 };
    },
  };
}
