import { createHook, executionAsyncResource } from "node:async_hooks";
import type { Workplace } from "./workplace.js";

/** A unit of a job. */
interface Place {
  readonly job: number;
  readonly at: number;
}

/** Runs the scoring of a unit, and has it known that this is under way. */
export type RunUnit = <T>(job: number, at: number, score: () => T) => T;

/** Only what runs before a unit's first `await` counts as the unit's. */
export function runUnits({ begin, end }: Pick<Workplace, "begin" | "end">): RunUnit {
  return (job, at, score) => {
    begin(job, at);
    try {
      return score();
    } finally {
      end();
    }
  };
}

const PLACE = Symbol("place");
type Followed = object & { [PLACE]?: Place };

/**
 * Also what runs after an `await` of a unit, in its timers and its callbacks counts as the unit's, so that it is known
 * which one ends or holds the thread then. That costs every promise a microsecond.
 */
export function followUnits({ begin, end }: Pick<Workplace, "begin" | "end">): RunUnit {
  const outer: (Place | undefined)[] = [];
  let current: Place | undefined;
  const turnTo = (place: Place | undefined): void => {
    if (place === current) return;
    current = place;
    if (place) begin(place.job, place.at);
    else end();
  };
  const enter = (place: Place | undefined): void => {
    outer.push(current);
    turnTo(place);
  };
  const leave = (): void => turnTo(outer.pop());
  createHook({
    init: (_id, _type, _trigger, resource: Followed) => {
      if (current) resource[PLACE] = current;
    },
    before: () => enter((executionAsyncResource() as Followed)[PLACE]),
    after: leave,
  }).enable();
  return (job, at, score) => {
    enter({ job, at });
    try {
      return score();
    } finally {
      leave();
    }
  };
}
