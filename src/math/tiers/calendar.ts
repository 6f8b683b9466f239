import { parseDate, parseTime } from "../quantity/index.js";
import type { TextTier } from "./tier.js";

/** Longer texts are prose: no date is. */
const MAX_LENGTH = 60;

/** Words, the marks of a clock or a date, or characters that may become them: no date or time is without them. */
const CALENDARLIKE = /[a-z:]|[^\x20-\x7e]|\d[/.-]/i;

/** Signs of math that no date or time has. */
const MATH = /[=^_+*()[\]<>|]/;

/** Whether a text is not to be ruled out: to read it as a date costs ten times as much. */
function mayBeCalendar(text: string): boolean {
  return text.length <= MAX_LENGTH && CALENDARLIKE.test(text) && !MATH.test(text);
}

const HALF_OF_DAY = /\d\s{0,3}[ap]\.?\s?m\b/i;

function sameDate(a: string, b: string): boolean | null {
  const expected = parseDate(a);
  const actual = expected && parseDate(b);
  if (expected === null || actual === null) return null;
  const sameYear = expected.year === null || actual.year === null || expected.year === actual.year;
  return sameYear && expected.month === actual.month && expected.day === actual.day;
}

function sameTime(a: string, b: string): boolean | null {
  const expected = parseTime(a);
  const actual = expected === null ? null : parseTime(b);
  if (expected === null || actual === null) return null;
  if (expected === actual) return true;
  return HALF_OF_DAY.test(a) && HALF_OF_DAY.test(b) ? false : null;
}

/** Dates and times of day, however they are written: `March 5` is `5 March`, `3 PM` is `15:00`. */
export const calendar: TextTier = {
  name: "calendar",
  decide: ({ text: a }, { text: b }) =>
    mayBeCalendar(a) && mayBeCalendar(b) ? (sameDate(a, b) ?? sameTime(a, b)) : null,
};
