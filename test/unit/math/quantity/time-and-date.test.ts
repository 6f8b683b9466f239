import { describe, expect, it } from "vitest";
import { parseDate, parseTime } from "../../../../src/math/quantity/index.js";

const clock = (hours: number, minutes = 0, seconds = 0): number => hours * 3600 + minutes * 60 + seconds;

describe("parseTime", () => {
  it.each([
    ["10:05", clock(10, 5)],
    ["10:05 PM", clock(22, 5)],
    ["10:05 a.m.", clock(10, 5)],
    ["12:30 AM", clock(0, 30)],
    ["12:30 pm", clock(12, 30)],
    ["22:05:30", clock(22, 5, 30)],
    ["3 PM", clock(15)],
    ["3pm", clock(15)],
    ["\\text{4:30 p.m.}", clock(16, 30)],
    ["4:30\\text{ p.m.}", clock(16, 30)],
    ["10\\text{ a.m.}", clock(10)],
    ["7 o'clock", clock(7)],
    ["noon", clock(12)],
    ["12:00 noon", clock(12)],
    ["Midnight", 0],
    ["12 midnight", 0],
    ["00:00", 0],
    ["10点05分", clock(10, 5)],
    ["下午3点", clock(15)],
    ["上午10:05", clock(10, 5)],
  ])("reads %s", (text, time) => {
    expect(parseTime(text)).toBe(time);
  });

  it.each([
    "24:00",
    "10:60",
    "10:5",
    "3:4",
    "13:00 AM",
    "0:30 PM",
    "3",
    "10:05:99",
    "x",
    "",
    "1:2:3",
    "11 noon",
    "9:99 PM",
  ])("takes %j for no time", (text) => {
    expect(parseTime(text)).toBeNull();
  });
});

describe("parseDate", () => {
  it.each([
    ["March 5", null, 3, 5],
    ["5 March", null, 3, 5],
    ["\\text{5th of March}", null, 3, 5],
    ["the 5th of March", null, 3, 5],
    ["Mar. 5", null, 3, 5],
    ["Sept 9", null, 9, 9],
    ["Feb 29", null, 2, 29],
    ["January 15, 2024", 2024, 1, 15],
    ["15 January 2024", 2024, 1, 15],
    ["Monday, January 15th, 2024", 2024, 1, 15],
    ["2024-01-15", 2024, 1, 15],
    ["2024/1/15", 2024, 1, 15],
    ["15/01/2024", 2024, 1, 15],
    ["01/15/2024", 2024, 1, 15],
    ["05/05/2024", 2024, 5, 5],
    ["3月5日", null, 3, 5],
    ["2024年1月15日", 2024, 1, 15],
    ["February 29, 2024", 2024, 2, 29],
  ])("reads %s", (text, year, month, day) => {
    expect(parseDate(text)).toEqual({ year, month, day });
  });

  it.each([
    "05/06/2024",
    "March 32",
    "February 30",
    "2023-02-29",
    "1900-02-29",
    "2024-13-01",
    "March",
    "March 2024",
  ])("takes %j for no date", (text) => {
    expect(parseDate(text)).toBeNull();
  });

  it.each(["", "5", "5 5", "x March", "March 5 or 6", "March 5, 24", "1/2", "2024-1-", "May be 5"])(
    "takes %j for no date either",
    (text) => {
      expect(parseDate(text)).toBeNull();
    },
  );
});
