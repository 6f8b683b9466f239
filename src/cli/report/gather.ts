import type { Hack } from "../../testing/hacks/index.js";
import { codePointLength } from "../../text/length.js";
import { answerOf, type ScoredRow, type ScoredSample } from "../scored/scored-row.js";
import { approval } from "./approval.js";
import { createSampleChooser, type SampleChooser } from "./choose-samples.js";
import { createHackFinder } from "./hacks/find-hack.js";
import { createUniversalFinder, type UniversalFinder } from "./hacks/universal-texts.js";
import { keepSample, referenceText, sampledText } from "./keep-sample.js";
import { readTimes } from "./read-times.js";
import type { HackCount, Report, UnscoredLine } from "./report.js";
import {
  addScores,
  type Disagreement,
  emptyDisagreement,
  type NamedScore,
  pairKey,
} from "./statistics/disagreement.js";
import { createSummaries, type Summaries } from "./statistics/reward-summaries.js";
import { addOpinion, emptySummary, type RewardSummary } from "./statistics/reward-summary.js";
import { addGroup, emptySpread } from "./statistics/spread.js";

/** What the reader of the page wants to know. */
export interface ReportOptions {
  readonly title: string;
  readonly inputs: readonly string[];
  /** Of rewards that are not built in, a score above it approves. */
  readonly threshold: number;
  /** How many completions are drawn at random. */
  readonly samples: number;
}

/** Makes a report of groups that come one after the other, in bounded memory. */
export interface Gatherer {
  /** @param group rows of one prompt */
  readonly add: (group: readonly ScoredRow[]) => void;
  readonly finish: () => Report;
}

const MAX_UNSCORED_LINES = 20;

/** Whether the row or the system is to blame for a score that is missing. */
const isUnscored = ({ scores, verdicts }: ScoredSample): boolean =>
  Object.values(verdicts).some(
    (verdict) => verdict?.status === "undetermined" && verdict.fault !== "candidate",
  ) || Object.values(scores).every((score) => score === null);

const correctBy = ({ verdicts }: ScoredSample): string[] =>
  Object.keys(verdicts).filter((name) => verdicts[name]?.status === "correct");

function countHack(hacks: Map<string, HackCount>, hack: Hack, payers: readonly string[]): void {
  const count = hacks.get(hack.id) ?? { hack, found: 0, paid: new Map<string, number>(), paidByAny: 0 };
  hacks.set(hack.id, count);
  count.found++;
  count.paidByAny += Number(payers.length > 0);
  for (const reward of payers) count.paid.set(reward, (count.paid.get(reward) ?? 0) + 1);
}

/** What is counted of completions. */
interface Counts {
  readonly rewards: Summaries;
  readonly total: RewardSummary;
  readonly disagreement: Disagreement;
  readonly hacks: Map<string, HackCount>;
  readonly universal: UniversalFinder;
  completions: number;
  disagreeing: number;
}

const emptyCounts = (): Counts => ({
  rewards: createSummaries(),
  total: emptySummary("reward"),
  disagreement: emptyDisagreement(),
  hacks: new Map(),
  universal: createUniversalFinder(),
  completions: 0,
  disagreeing: 0,
});

/** The scores of the rewards that are counted. */
function addOpinions(
  { rewards, total }: Counts,
  { scores, verdicts, reward }: ScoredSample,
  length: number | null,
  times: Readonly<Record<string, number>>,
): NamedScore[] {
  addOpinion(total, { score: reward, verdict: null, milliseconds: null }, length);
  return Object.entries(scores).filter(([name, score]) => {
    const summary = rewards.of(name);
    const opinion = { score, verdict: verdicts[name] ?? null, milliseconds: times[name] ?? null };
    if (summary !== null) addOpinion(summary, opinion, length);
    return summary !== null;
  });
}

/** Counts a completion, and may keep it. */
function sampleCounter({ threshold }: ReportOptions, counts: Counts, chooser: SampleChooser) {
  const findHack = createHackFinder();
  const approves = approval(threshold);
  return (row: ScoredRow, sample: ScoredSample, at: number): void => {
    const number = ++counts.completions;
    const text = sampledText(sample);
    const length = text === null ? null : codePointLength(text);
    const times = readTimes(row, at);
    const scores = addOpinions(counts, sample, length, times);
    const pairs = addScores(counts.disagreement, scores, approves);
    counts.disagreeing += Number(pairs.length > 0);
    const approving = scores.filter(([name, score]) => score !== null && approves(name, score));
    const reference = referenceText(row.reference);
    const suspect = text === null ? null : { completion: text, answer: answerOf(sample), reference };
    const hack = suspect && findHack(suspect);
    if (suspect) {
      const { source, line } = row;
      counts.universal.add({ ...suspect, source, line, correctBy: correctBy(sample) });
    }
    const payers = approving.filter(([, score]) => (score ?? 0) > 0).map(([name]) => name);
    if (hack !== null) countHack(counts.hacks, hack, payers);
    const names = approving.map(([name]) => name);
    const findings = { number, length: length ?? 0, times, hack, pairs, approving: names };
    chooser.consider(() => keepSample(row, sample, findings), {
      isUnscored: isUnscored(sample),
      pairs: pairs.map((pair) => pairKey(pair.approving, pair.refusing)),
      hack: hack?.id ?? null,
      times,
    });
  };
}

const sorted = (hacks: ReadonlyMap<string, HackCount>): HackCount[] =>
  [...hacks.values()].sort((a, b) => b.paidByAny - a.paidByAny || b.found - a.found);

/** Begins a report. */
export function createGatherer(options: ReportOptions): Gatherer {
  const counts = emptyCounts();
  const chooser = createSampleChooser(options.samples);
  const count = sampleCounter(options, counts, chooser);
  const spread = emptySpread();
  const unscoredLines: { count: number; readonly first: UnscoredLine[] } = { count: 0, first: [] };
  let rows = 0;

  const add = (group: readonly ScoredRow[]): void => {
    for (const row of group) {
      rows++;
      if (row.error !== null) {
        const { source, line, error: problem } = row;
        if (++unscoredLines.count <= MAX_UNSCORED_LINES) unscoredLines.first.push({ source, line, problem });
      }
      for (const [at, sample] of row.samples.entries()) count(row, sample, at);
    }
    addGroup(
      spread,
      group.flatMap((row) => row.samples.map(({ reward }) => reward)),
    );
  };

  const finish = (): Report => {
    const { rewards, hacks, universal, ...rest } = counts;
    const { title, inputs, threshold } = options;
    const summaries = { rewards: [...rewards.known.values()], rewardsLeftOut: rewards.leftOut.size };
    const found = {
      title,
      inputs,
      threshold,
      rows,
      spread,
      unscoredLines,
      hacks: sorted(hacks),
      universal: universal.found(),
    };
    return { ...rest, ...summaries, ...found, ...chooser.choose() };
  };
  return { add, finish };
}
