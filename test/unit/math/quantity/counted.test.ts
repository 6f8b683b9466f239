import { describe, expect, it } from "vitest";
import { isDroppableUnit, sameCountedThing } from "../../../../src/math/quantity/index.js";

describe("sameCountedThing", () => {
  it.each([
    ["apple", "apples"],
    ["Apples", "\\text{ apples}"],
    ["people", "person"],
    ["square units", "units^2"],
    ["\\text{ square\nunits}", "sq. units"],
    ["dollars", "\\$"],
    ["children tickets", "tickets"],
    ["the edges", "edges"],
    ["cars per hour", "cars/hour"],
    ["degrees", "°C"],
    ["hours", "hr"],
    ["个苹果", "个苹果"],
  ])("takes %j and %j for the same", (a, b) => {
    expect(sameCountedThing(a, b)).toBe(true);
    expect(sameCountedThing(b, a)).toBe(true);
  });

  it.each([
    ["apples", "oranges"],
    ["units", "square units"],
    ["dollars", "cents"],
    ["dollars", "apples"],
    ["boxes of apples", "apples"],
    ["more apples", "apples"],
    ["dozen eggs", "eggs"],
    ["red marbles", "blue marbles"],
    ["cars per hour", "cars per minute"],
    ["non-zero solutions", "solutions"],
    ["", ""],
    ["", "apples"],
    ["a+b", "a+c"],
  ])("takes %j and %j for different", (a, b) => {
    expect(sameCountedThing(a, b)).toBe(false);
    expect(sameCountedThing(b, a)).toBe(false);
  });
});

describe("isDroppableUnit", () => {
  it.each([
    "cm",
    "km/h",
    "apples",
    "pieces of fruit",
    "square units",
    "units^2",
    "ways",
    "人",
    "dollars per hour",
  ])("drops %j", (text) => {
    expect(isDroppableUnit(text)).toBe(true);
  });

  it.each([
    "or so",
    "or more",
    "-ish",
    "x",
    "times",
    "million",
    "dozen",
    "squared",
    "/no",
    "(incorrect)",
    "%",
    "",
  ])("keeps %j", (text) => {
    expect(isDroppableUnit(text)).toBe(false);
  });
});
