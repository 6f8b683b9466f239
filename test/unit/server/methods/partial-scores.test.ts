import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { createPartialScores, type PartialScores } from "../../../../src/server/methods/partial-scores.js";

let sent: unknown[];
let partials: PartialScores;
let cancellation: AbortController;
const add = (row: number): void => partials.add("length", [row], [{ score: row }]);
const told = (...rows: readonly number[]): unknown => ({ id: 7, reward: "length", rows, scores: rows });

beforeEach(() => {
  vi.useFakeTimers();
  sent = [];
  cancellation = new AbortController();
  const notify = (message: string): boolean => {
    sent.push((JSON.parse(message) as { params: unknown }).params);
    return true;
  };
  partials = createPartialScores(7, notify, cancellation.signal);
});
afterEach(() => vi.useRealTimers());

it("sends together what comes at once, and does not wait for more", () => {
  add(0);
  add(1);
  expect(sent).toEqual([]);
  vi.advanceTimersByTime(1000);
  expect(sent).toEqual([told(0, 1)]);
  add(2);
  expect(sent).toEqual([told(0, 1), told(2)]);
});

it("sends nothing behind the reply", () => {
  add(0);
  partials.flush();
  vi.advanceTimersByTime(1000);
  expect(sent).toEqual([told(0)]);
});

it("sends nothing more of a request that was cancelled", () => {
  add(0);
  vi.advanceTimersByTime(20);
  add(1);
  cancellation.abort();
  add(2);
  partials.flush();
  vi.advanceTimersByTime(1000);
  expect(sent).toEqual([told(0)]);
});
