import { expect, it } from "vitest";
import { rational } from "../../../../src/math/rational.js";
import { parseChineseNumber } from "../../../../src/math/words/index.js";

it.each([
  ["零", 0n, 1n],
  ["五", 5n, 1n],
  ["十", 10n, 1n],
  ["十二", 12n, 1n],
  ["两百", 200n, 1n],
  ["一百零五", 105n, 1n],
  ["一百一十", 110n, 1n],
  ["一千零一十", 1010n, 1n],
  ["一万二千三百四十五", 12_345n, 1n],
  ["一万零五", 10_005n, 1n],
  ["三亿零二万", 300_020_000n, 1n],
  ["二〇二四", 2024n, 1n],
  ["负三", -3n, 1n],
  ["零点五", 1n, 2n],
  ["三点一四", 157n, 50n],
  ["三分之二", 2n, 3n],
  ["百分之二十五", 1n, 4n],
  ["一半", 1n, 2n],
])("%s is %s/%s", (text, num, den) => {
  expect(parseChineseNumber(text)).toEqual(rational(num, den));
});

it.each(["", "一百五", "三万五", "二十三十", "百", "三角", "三分之", "零分之一", "点五", "一".repeat(41)])(
  "%s is no number",
  (text) => {
    expect(parseChineseNumber(text)).toBeNull();
  },
);
