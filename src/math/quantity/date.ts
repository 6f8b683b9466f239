import { monthNumber, plainText, weekdayName } from "../words/index.js";

/** A day of the year, or of any year if the year is not given. */
export interface CalendarDate {
  readonly year: number | null;
  readonly month: number;
  readonly day: number;
}

const MAX_LENGTH = 80;
const DAYS = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
const YEAR_FIRST = /^(\d{4})\s?(?:-\s?(\d{1,2})\s?-|\/\s?(\d{1,2})\s?\/|\.(\d{1,2})\.)\s?(\d{1,2})$/;
const YEAR_LAST = /^(\d{1,2})([/.-])(\d{1,2})\2(\d{4})$/;
const CHINESE = /^(?:(\d{4})\s?年\s?)?(\d{1,2})\s?月\s?(\d{1,2})\s?[日号]$/;
const DAY = /^(\d{1,2})(?:st|nd|rd|th)?$/;
const YEAR = /^\d{4}$/;

function isLeap(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
}

/** The date, if there is such a day in the calendar. */
function dateOf(year: number | null, month: number, day: number): CalendarDate | null {
  const days = DAYS[month - 1] ?? 0;
  if (day < 1 || day > days) return null;
  return month === 2 && day === 29 && year !== null && !isLeap(year) ? null : { year, month, day };
}

function parseYearFirst(text: string): CalendarDate | null {
  const match = YEAR_FIRST.exec(text);
  if (match === null) return null;
  const [, year, dashed, slashed, dotted, day] = match;
  return dateOf(Number(year), Number(dashed ?? slashed ?? dotted), Number(day));
}

/** Day and month stand in either order, so that one of the orders has to be impossible, or both the same. */
function parseYearLast(text: string): CalendarDate | null {
  const match = YEAR_LAST.exec(text);
  if (match === null) return null;
  const [first, second, year] = [Number(match[1]), Number(match[3]), Number(match[4])];
  const american = dateOf(year, first, second);
  const european = dateOf(year, second, first);
  if (american !== null && european !== null) return first === second ? american : null;
  return american ?? european;
}

function parseChinese(text: string): CalendarDate | null {
  const match = CHINESE.exec(text);
  if (match === null) return null;
  return dateOf(match[1] === undefined ? null : Number(match[1]), Number(match[2]), Number(match[3]));
}

/** The words of a date, without articles and the weekday. */
function dateWords(text: string): readonly string[] {
  const words = text.toLowerCase().split(/[\s,.]+/);
  const said = words.filter((word) => word !== "" && word !== "the" && word !== "of");
  return said.length > 2 && weekdayName(said[0] ?? "") !== null ? said.slice(1) : said;
}

/** "March 5", "5 March 2024", "Tuesday, March 5th, 2024", "the 5th of March". */
function parseNamed(text: string): CalendarDate | null {
  const [first = "", second = "", year, ...more] = dateWords(text);
  if (more.length > 0 || (year !== undefined && !YEAR.test(year))) return null;
  const monthFirst = monthNumber(first);
  const month = monthFirst ?? monthNumber(second);
  const day = DAY.exec(monthFirst === null ? first : second)?.[1];
  if (month === null || day === undefined) return null;
  return dateOf(year === undefined ? null : Number(year), month, Number(day));
}

/**
 * Reads a date: "March 5", "5 March", "January 15, 2024", "the 5th of March", `2024-01-15`, 3月5日. A date such as
 * `05/06/2024`, which has two readings, is none.
 *
 * @returns `null` if the text is no date, or no day of the calendar
 */
export function parseDate(text: string): CalendarDate | null {
  const plain = text.length > MAX_LENGTH ? null : plainText(text)?.trim();
  if (!plain) return null;
  return parseYearFirst(plain) ?? parseYearLast(plain) ?? parseChinese(plain) ?? parseNamed(plain);
}
