import type { Outage, RemoteEngine, RemoteReport, RemoteTask } from "./engine.js";

/** A service at one address, and how it stands. */
interface Place {
  readonly engine: RemoteEngine;
  readonly address: string;
  outstanding: number;
  /** Outages since the last report. */
  failures: number;
}

/** Several addresses of a service as one. */
export interface Fleet {
  /** By the name of each language, whether any address runs it; or why none answers. */
  readonly languages: (signal: AbortSignal) => Promise<readonly string[] | Outage>;
  /** Runs a task at the address with the least to do, and elsewhere if that fails. */
  readonly run: (task: RemoteTask, signal: AbortSignal) => Promise<RemoteReport | Outage>;
}

/**
 * @param retries how many more attempts there are after an outage, each at the address that has failed least
 */
export function createFleet(engines: ReadonlyMap<string, RemoteEngine>, retries: number): Fleet {
  const places = [...engines].map(([address, engine]): Place => ({
    engine,
    address,
    outstanding: 0,
    failures: 0,
  }));
  const next = (): Place | undefined =>
    [...places].sort((a, b) => a.failures - b.failures || a.outstanding - b.outstanding)[0];
  const attempt = async (
    place: Place,
    task: RemoteTask,
    signal: AbortSignal,
  ): Promise<RemoteReport | Outage> => {
    place.outstanding++;
    const report = await place.engine.run(task, signal);
    place.outstanding--;
    place.failures = "outage" in report ? place.failures + 1 : 0;
    return "outage" in report ? { ...report, outage: `${place.address}: ${report.outage}` } : report;
  };
  return {
    languages: async (signal) => {
      const found = await Promise.all(places.map(({ engine }) => engine.languages(signal)));
      const names = found.flatMap((each) => ("outage" in each ? [] : each));
      const outages = found.flatMap((each, i) =>
        "outage" in each ? [`${places[i]?.address}: ${each.outage}`] : [],
      );
      return names.length === 0 && outages.length > 0 ? { outage: outages.join("; ") } : [...new Set(names)];
    },
    run: async (task, signal) => {
      let report: RemoteReport | Outage = { outage: "aborted" };
      for (let left = retries; left >= 0 && !signal.aborted; left--) {
        const place = next();
        if (place === undefined) return { outage: "there is no address" };
        report = await attempt(place, task, signal);
        if (!("outage" in report) || (report.isLasting && places.length === 1)) return report;
      }
      return report;
    },
  };
}
