import { plainText } from "../words/index.js";

const MAX_LENGTH = 80;
const CLOCK = /^(\d{1,2})(?:\s?:\s?([0-5]\d)(?:\s?:\s?([0-5]\d))?)?\s?(?:(am|pm)|o'?clock|(noon|midnight))?$/;
const CHINESE_CLOCK =
  /^(早上|上午|中午|下午|晚上)?\s?(?:(\d{1,2})[点时](?:(\d{1,2})(?:分(?:(\d{1,2})秒)?)?)?|(\d{1,2}):([0-5]\d)(?::([0-5]\d))?)$/;
const NAMED: ReadonlyMap<string, number> = new Map([
  ["noon", 12 * 3600],
  ["midday", 12 * 3600],
  ["midnight", 0],
]);
const HALF_DAYS: ReadonlyMap<string, HalfDay> = new Map<string, HalfDay>([
  ["早上", "am"],
  ["上午", "am"],
  ["下午", "pm"],
  ["晚上", "pm"],
]);

type HalfDay = "am" | "pm";

/** The hour since midnight, or `null` if there is no such hour. */
function hourOfDay(hour: number, half: HalfDay | undefined): number | null {
  if (half === undefined) return hour < 24 ? hour : null;
  if (half === "pm" && hour > 12 && hour < 24) return hour;
  if (hour < 1 || hour > 12) return null;
  return (hour % 12) + (half === "pm" ? 12 : 0);
}

function seconds(hour: number | null, minute: string | undefined, second: string | undefined): number | null {
  const [minutes, rest] = [Number(minute ?? 0), Number(second ?? 0)];
  return hour === null || minutes > 59 || rest > 59 ? null : hour * 3600 + minutes * 60 + rest;
}

function parseClock(text: string): number | null {
  const match = CLOCK.exec(text);
  if (match === null) return null;
  const [, hour = "", minute, second, half, named] = match;
  if (named !== undefined)
    return Number(hour) === 12 && Number(minute ?? 0) === 0 ? (NAMED.get(named) ?? null) : null;
  if (minute === undefined && !/[a-z]/.test(text)) return null;
  return seconds(hourOfDay(Number(hour), half as HalfDay | undefined), minute, second);
}

function parseChineseClock(text: string): number | null {
  const match = CHINESE_CLOCK.exec(text);
  if (match === null) return null;
  const [, half, hour, minute, second, clockHour, clockMinute, clockSecond] = match;
  const time = hourOfDay(Number(hour ?? clockHour), half === undefined ? undefined : HALF_DAYS.get(half));
  return seconds(time, minute ?? clockMinute, second ?? clockSecond);
}

/**
 * The seconds since midnight of a time of day: `10:05`, `22:05:30`, `10:05 PM`, `\text{4:30 p.m.}`, "3 PM", "noon",
 * 下午3点. Hours without AM or PM count from midnight.
 *
 * @returns `null` if the text is no time of day: minutes of one digit, hours out of range
 */
export function parseTime(text: string): number | null {
  const plain = text.length > MAX_LENGTH ? null : plainText(text);
  if (plain === null) return null;
  const clock = plain
    .toLowerCase()
    .replace(/([ap])\.?\s?m\b\.?/, "$1m")
    .replace(/\s+/g, " ")
    .trim()
    .replace(/\.$/, "");
  return NAMED.get(clock) ?? parseClock(clock) ?? parseChineseClock(clock);
}
