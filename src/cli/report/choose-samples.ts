import { createRandom, seedOf } from "../../testing/random.js";
import type { KeptSample, Reason, Report, SlowItem } from "./report.js";
import { createGreatest } from "./statistics/greatest.js";
import { createReservoir, type Reservoir } from "./statistics/reservoir.js";

/** Always the same, so that a file always has the same page. */
const SEED = 20_250_122;

/** How many are shown: of completions that a reward could not score, of each disagreement, of each hack. */
const SIZES = { unscored: 40, disagreement: 6, hack: 6 };
const MAX_SLOW = 20;

/** Disagreements and hacks are of many kinds; so many of these have samples. */
const MAX_KINDS = 40;

/** What may make a completion worth showing. */
interface Traits {
  /** Whether some reward could not score it. */
  readonly isUnscored: boolean;
  /** In which ways rewards disagree on it. */
  readonly pairs: readonly string[];
  readonly hack: string | null;
  /** Milliseconds by reward. */
  readonly times: Readonly<Record<string, number>>;
}

/** Chooses what is shown, while completions come. */
export interface SampleChooser {
  /** @param make what to keep of the completion; called only if it is kept for now */
  readonly consider: (make: () => KeptSample, traits: Traits) => void;
  readonly choose: () => Pick<Report, "samples" | "chosen" | "slowest">;
}

/** Completions that are shown for one reason: of each of its kinds, some by lot. */
interface Lots {
  readonly kinds: Map<string, Reservoir<KeptSample>>;
  readonly size: number;
  /** How many completions there are. */
  found: number;
}

function draw(lots: Lots, reason: Reason, names: readonly string[], make: () => KeptSample): void {
  if (names.length > 0) lots.found++;
  for (const name of names) {
    let lot = lots.kinds.get(name);
    if (!lot && lots.kinds.size < MAX_KINDS) {
      lot = createReservoir(lots.size, createRandom(seedOf(SEED, `${reason} ${name}`)));
      lots.kinds.set(name, lot);
    }
    lot?.offer(make);
  }
}

/** Notes why each sample is shown, and returns all of them in the order of the input. */
function gathered(kept: Readonly<Record<Reason, readonly KeptSample[]>>): readonly KeptSample[] {
  const all = new Set<KeptSample>();
  for (const [reason, samples] of Object.entries(kept) as [Reason, readonly KeptSample[]][]) {
    for (const sample of samples) {
      sample.reasons.add(reason);
      all.add(sample);
    }
  }
  return [...all].sort((a, b) => a.number - b.number);
}

/** @param randomSize how many completions are drawn from all */
export function createSampleChooser(randomSize: number): SampleChooser {
  const lotsOf = (size: number): Lots => ({ kinds: new Map(), size, found: 0 });
  const lots = {
    unscored: lotsOf(SIZES.unscored),
    disagreement: lotsOf(SIZES.disagreement),
    hack: lotsOf(SIZES.hack),
    random: lotsOf(randomSize),
  };
  const slow = createGreatest<SlowItem>(MAX_SLOW);
  let timed = 0;

  const consider = (make: () => KeptSample, { isUnscored, pairs, hack, times }: Traits): void => {
    let made: KeptSample | undefined;
    const sample = (): KeptSample => (made ??= make());
    draw(lots.unscored, "unscored", isUnscored ? ["all"] : [], sample);
    draw(lots.disagreement, "disagreement", pairs, sample);
    draw(lots.hack, "hack", hack === null ? [] : [hack], sample);
    draw(lots.random, "random", ["all"], sample);
    const measured = Object.entries(times);
    timed += Number(measured.length > 0);
    for (const [reward, milliseconds] of measured) {
      slow.offer(milliseconds, () => ({ reward, milliseconds, sample: sample() }));
    }
  };

  const choose = (): ReturnType<SampleChooser["choose"]> => {
    const slowest = slow.items();
    const itemsOf = ({ kinds }: Lots): KeptSample[] => [...kinds.values()].flatMap(({ items }) => items);
    const kept = {
      unscored: itemsOf(lots.unscored),
      disagreement: itemsOf(lots.disagreement),
      hack: itemsOf(lots.hack),
      slow: slowest.map(({ sample }) => sample),
      random: itemsOf(lots.random),
    };
    const counts = (reason: Reason, found: number) => ({ found, shown: new Set(kept[reason]).size });
    const chosen = {
      unscored: counts("unscored", lots.unscored.found),
      disagreement: counts("disagreement", lots.disagreement.found),
      hack: counts("hack", lots.hack.found),
      slow: counts("slow", timed),
      random: counts("random", lots.random.found),
    };
    return { samples: gathered(kept), slowest, chosen };
  };
  return { consider, choose };
}
