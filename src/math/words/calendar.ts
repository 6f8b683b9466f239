const MONTHS = "january february march april may june july august september october november december".split(
  " ",
);
const WEEKDAYS = "monday tuesday wednesday thursday friday saturday sunday".split(" ");
const SHORT_FORMS: ReadonlyMap<string, string> = new Map([
  ["sept", "september"],
  ["tues", "tuesday"],
  ["weds", "wednesday"],
  ["thur", "thursday"],
  ["thurs", "thursday"],
]);
const CHINESE_WEEKDAY = /^(?:星期|周|礼拜)([一二三四五六日天])$/;
const CHINESE_DAYS = "一二三四五六日";

/** The lower-case name that one of `names` has in full or by its first three letters. */
function named(names: readonly string[], word: string): string | null {
  const short = SHORT_FORMS.get(word) ?? word;
  return names.find((name) => name === short || (short.length === 3 && name.startsWith(short))) ?? null;
}

/** The month (1 to 12) that a lower-case word names in full or abbreviated. */
export function monthNumber(word: string): number | null {
  const month = named(MONTHS, word);
  return month === null ? null : MONTHS.indexOf(month) + 1;
}

/** The full lower-case name of the weekday that a lower-case word names: "tues", "tuesday", "星期二". */
export function weekdayName(word: string): string | null {
  const chinese = CHINESE_WEEKDAY.exec(word)?.[1];
  if (chinese === undefined) return named(WEEKDAYS, word);
  return WEEKDAYS[CHINESE_DAYS.indexOf(chinese.replace("天", "日"))] ?? null;
}

/** The full lower-case name of the month that a lower-case word names. */
export function monthName(word: string): string | null {
  const month = monthNumber(word);
  return month === null ? null : (MONTHS[month - 1] ?? null);
}
