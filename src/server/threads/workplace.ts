import type { MessagePort } from "node:worker_threads";
import { shareCompletions } from "../completions.js";
import { createBoard } from "./board.js";
import { activityWriter } from "./activity-file.js";
import type { Grant, ProcessMessage, ProcessOrder } from "./grants.js";
import type { Order, Report, ThreadData } from "./job.js";
import { begin, end } from "./slot.js";

/** What the script that scores finds around it, be it in a thread or in a process. */
export interface Workplace {
  /** By which its claims on a board are told apart. */
  readonly number: number;
  readonly modules: readonly string[];
  /** Written down before a unit is scored. */
  readonly begin: (job: number, at: number) => void;
  readonly end: () => void;
  readonly report: (report: Report) => void;
  readonly onOrder: (listener: (order: Order) => void) => void;
}

/** The workplace of a thread. */
export function threadWorkplace(port: MessagePort, { thread, slot, modules }: ThreadData): Workplace {
  return {
    number: thread,
    modules,
    begin: (job, at) => begin(slot, job, at),
    end: () => end(slot),
    report: (report) => port.postMessage(report),
    onOrder: (listener) => port.on("message", listener),
  };
}

/** What a process is told on its command line, as JSON. */
export interface ProcessData {
  readonly modules: readonly string[];
  readonly parent: number;
  /** The descriptor of its activity file. */
  readonly activity: number;
}

/** A part of a job becomes a job of this process alone. */
function jobOf({ completions, ...rest }: Grant): Order {
  const shared = shareCompletions({ completions }, (size) => new SharedArrayBuffer(size));
  return { begin: { ...rest, ...shared, board: createBoard(rest.units.length) } };
}

/** The workplace of a process, which does not outlive its parent. */
export async function processWorkplace(): Promise<Workplace> {
  const { modules, parent, activity } = JSON.parse(process.argv[2] ?? "{}") as ProcessData;
  const { watchParent } = await import("../parent-watch.js");
  watchParent(0, parent);
  process.on("disconnect", () => process.kill(process.pid, "SIGKILL"));
  const send = (message: ProcessMessage): void => void process.send?.(message, () => undefined);
  return {
    number: 1,
    modules,
    ...activityWriter(activity),
    report: (report) => send({ report }),
    onOrder: (listener) => {
      process.on("message", (order: ProcessOrder) => {
        if ("cancel" in order) listener(order);
        else listener(jobOf(order.grant));
        // Its turn comes when nothing is left of the part but what waits for something else.
        if ("grant" in order) setImmediate(() => send({ ready: order.grant.id }));
      });
      send({ ready: null });
    },
  };
}
