import type { Distribution, RewardStats, Stats } from "../../server/index.js";
import { difference, quantile } from "./distributions.js";

/** Two readings of one server, the earlier one for rates; without it, the rates are those since its start. */
export interface Reading {
  readonly stats: Stats;
  readonly earlier: Stats | null;
  /** Where the server is. */
  readonly place: string;
}

const sum = (counts: Readonly<Record<string, number>>): number =>
  Object.values(counts).reduce((total, count) => total + count, 0);

function seconds(value: number | null): string {
  if (value === null) return "-";
  if (value < 0.001) return `${(value * 1e6).toFixed(0)} µs`;
  return value < 1 ? `${(value * 1e3).toPrecision(3)} ms` : `${value.toPrecision(3)} s`;
}

const BYTE_UNITS = ["B", "kB", "MB", "GB", "TB"];

function bytes(value: number): string {
  const power = Math.min(BYTE_UNITS.length - 1, Math.floor(Math.log10(Math.max(1, value)) / 3));
  return `${(value / 1000 ** power).toFixed(power === 0 ? 0 : 1)} ${BYTE_UNITS[power] ?? ""}`;
}

function uptime(total: number): string {
  const [hours, minutes] = [Math.floor(total / 3600), Math.floor(total / 60) % 60];
  const rest = `${String(minutes).padStart(2, "0")}:${String(Math.floor(total % 60)).padStart(2, "0")}`;
  return `${hours}:${rest}`;
}

const count = (value: number): string => value.toLocaleString("en-US");
const rate = (value: number): string => value.toFixed(1);

/** The observations since the earlier reading; those of all time if there were none, so that nothing flickers. */
function recent(later: Distribution, earlier: Distribution | undefined): Distribution {
  if (!earlier) return later;
  const since = difference(later, earlier);
  return since.count > 0 ? since : later;
}

function quantiles(distribution: Distribution): string {
  return [0.5, 0.95, 0.99].map((share) => seconds(quantile(distribution, share))).join(" / ");
}

/** Seconds between the readings. */
function interval({ stats, earlier }: Reading): number {
  const since = stats.server.uptimeSeconds - (earlier?.server.uptimeSeconds ?? 0);
  return Math.max(since, 0.001);
}

function answers({ requests }: Stats): { readonly all: number; readonly failed: number } {
  const byCode = Object.values(requests.answered);
  const all = byCode.reduce((total, codes) => total + sum(codes), 0);
  return { all, failed: all - byCode.reduce((total, { ok = 0 }) => total + ok, 0) };
}

function serverLines(reading: Reading): string[] {
  const { stats, earlier, place } = reading;
  const { server, requests, bytes: traffic, batches, workerRestarts, process } = stats;
  const { all, failed } = answers(stats);
  const per = interval(reading);
  const answeredPer = (all - (earlier ? answers(earlier).all : 0)) / per;
  const cpu = (process.cpuSeconds - (earlier?.process.cpuSeconds ?? 0)) / per;
  const delay = process.eventLoopDelaySeconds;
  return [
    `${server.name} ${server.version}  ${place}  pid ${server.pid}  up ${uptime(server.uptimeSeconds)}  ${server.state}`,
    `requests  ${count(all)} answered (${rate(answeredPer)}/s), ${count(failed)} with an error, ${requests.inFlight} in flight`,
    `batches   ${count(batches.workSeconds.count)}; waited ${quantiles(recent(batches.queueSeconds, earlier?.batches.queueSeconds))}; ` +
      `took ${quantiles(recent(batches.workSeconds, earlier?.batches.workSeconds))} (p50 / p95 / p99)`,
    `traffic   ${bytes(traffic.received)} received, ${bytes(traffic.sent)} sent`,
    `process   CPU ${(cpu * 100).toFixed(0)} %, memory ${bytes(process.memoryBytes)}, ` +
      `event loop late by ${seconds(delay.p50)} (p50), ${seconds(delay.p99)} (p99)`,
    `threads   ${workerRestarts.timeout} replaced after a timeout, ${workerRestarts.exit} that ended`,
  ];
}

const HEADINGS = ["reward", "items", "items/s", "mean", "null", "timeouts", "p50", "p95", "p99"];

function rewardCells(
  key: string,
  reward: RewardStats,
  before: RewardStats | undefined,
  per: number,
): string[] {
  const items = sum(reward.items);
  const { values, itemSeconds, timeouts } = reward;
  const times = recent(itemSeconds, before?.itemSeconds);
  return [
    key,
    count(items),
    rate((items - (before ? sum(before.items) : 0)) / per),
    values.count === 0 ? "-" : (values.sum / values.count).toFixed(3),
    count(items - values.count),
    count(sum(timeouts)),
    ...[0.5, 0.95, 0.99].map((share) => seconds(quantile(times, share))),
  ];
}

/** The first column to the left, the others to the right. */
function table(rows: readonly (readonly string[])[]): string[] {
  const widths = HEADINGS.map((_, at) => Math.max(...rows.map((row) => (row[at] ?? "").length)));
  return rows.map((row) =>
    row
      .map((cell, at) => (at === 0 ? cell.padEnd(widths[at] ?? 0) : cell.padStart(widths[at] ?? 0)))
      .join("  "),
  );
}

/** The keys of rewards come from clients, and could move the cursor. */
const printable = (key: string): string => key.replace(/\p{C}/gu, "?");

/** What a server does, as lines of text; the busiest rewards first. */
export function describeStats(reading: Reading): string[] {
  const { stats, earlier } = reading;
  const per = interval(reading);
  const rewards = Object.entries(stats.rewards)
    .map(([key, reward]) => rewardCells(printable(key), reward, earlier?.rewards[key], per))
    .sort((a, b) => Number(b[2]) - Number(a[2]) || (a[0] ?? "").localeCompare(b[0] ?? ""));
  const rows = rewards.length === 0 ? ["nothing scored yet"] : table([HEADINGS, ...rewards]);
  return [...serverLines(reading), "", ...rows];
}
