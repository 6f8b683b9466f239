import type { Problem } from "./problem.js";

/** Functions that are called. */
export const functions: readonly Problem[] = [
  {
    name: "pair_sum",
    statement: "The places of the two numbers of a sum.",
    calls: [
      [
        [[2, 7, 11, 15], 9],
        [0, 1],
      ],
      [
        [[3, 3], 6],
        [0, 1],
      ],
    ],
    python: {
      right: `def pair_sum(numbers, total):
    places = {}
    for place, number in enumerate(numbers):
        if total - number in places:
            return [places[total - number], place]
        places[number] = place
`,
      wrong: ["return [places[total - number], place]", "return (place, places[total - number])"],
    },
    javascript: {
      right: `function pair_sum(numbers, total) {
  for (let j = 0; j < numbers.length; j++)
    for (let i = 0; i < j; i++) if (numbers[i] + numbers[j] === total) return [i, j];
}
`,
      wrong: ["return [i, j]", "return [j, i]"],
    },
    cpp: {
      right: `#include <bits/stdc++.h>
using namespace std;
class Solution {
public:
  vector<int> pair_sum(vector<int>& numbers, int total) {
    unordered_map<int, int> places;
    for (int place = 0; place < (int)numbers.size(); place++) {
      auto found = places.find(total - numbers[place]);
      if (found != places.end()) return {found->second, place};
      places[numbers[place]] = place;
    }
    return {};
  }
};
`,
      wrong: ["{found->second, place}", "{place, found->second}"],
    },
  },
  {
    name: "flatten",
    statement: "A list without its lists within lists.",
    calls: [
      [[[1, [2, [3, [4]]]]], [1, 2, 3, 4]],
      [[[]], []],
      [[[[["a"]], "b"]], ["a", "b"]],
    ],
    python: {
      right: `def flatten(items):
    flat = []
    for item in items:
        flat.extend(flatten(item) if isinstance(item, list) else [item])
    return flat
`,
      wrong: ["flatten(item) if", "item if"],
    },
    javascript: {
      right: "const flatten = (items) => items.flat(Infinity);\n",
      wrong: ["Infinity", "1"],
    },
  },
  {
    name: "word_count",
    statement: "How often each word occurs.",
    calls: [
      [["b a b"], { a: 1, b: 2 }],
      [[""], {}],
    ],
    python: {
      right: `class Solution:
    def word_count(self, text):
        return {word: text.split().count(word) for word in text.split()}
`,
      wrong: ["text.split().count(word)", "text.count(word) + 1"],
    },
    javascript: {
      right: `function word_count(text) {
  const counts = {};
  for (const word of text.split(" ").filter(Boolean)) counts[word] = (counts[word] ?? 0) + 1;
  return counts;
}
`,
      wrong: ["(counts[word] ?? 0) + 1", "1"],
    },
  },
  {
    name: "roman",
    statement: "A number of 1 to 3999 in Roman digits.",
    calls: [
      [[1994], "MCMXCIV"],
      [[3], "III"],
      [[40], "XL"],
    ],
    python: {
      right: `def roman(n):
    text = ""
    for value, digits in zip((1000, 900, 500, 400, 100, 90, 50, 40, 10, 9, 5, 4, 1), "M CM D CD C XC L XL X IX V IV I".split()):
        text, n = text + digits * (n // value), n % value
    return text
`,
      wrong: ["text + digits * (n // value)", "digits * (n // value) + text"],
    },
    javascript: {
      right: `const roman = (n) => {
  const digits = { M: 1000, CM: 900, D: 500, CD: 400, C: 100, XC: 90, L: 50, XL: 40, X: 10, IX: 9, V: 5, IV: 4, I: 1 };
  let text = "";
  for (const [digit, value] of Object.entries(digits)) for (; n >= value; n -= value) text += digit;
  return text;
};
`,
      wrong: ["n >= value", "n > value"],
    },
    cpp: {
      right: `#include <bits/stdc++.h>
using namespace std;
string roman(int n) {
  static const pair<int, string> digits[] = {{1000, "M"}, {900, "CM"}, {500, "D"}, {400, "CD"}, {100, "C"},
    {90, "XC"}, {50, "L"}, {40, "XL"}, {10, "X"}, {9, "IX"}, {5, "V"}, {4, "IV"}, {1, "I"}};
  string text;
  for (auto& [value, digit] : digits)
    for (; n >= value; n -= value) text += digit;
  return text;
}
`,
      wrong: ["n >= value", "n > value"],
    },
  },
  {
    name: "is_sorted",
    statement: "Whether a list rises.",
    calls: [
      [[[1, 2, 2]], true],
      [[[2, 1]], false],
      [[[]], true],
    ],
    python: {
      right: `def is_sorted(items):
    return all(one <= other for one, other in zip(items, items[1:]))
`,
      wrong: ["one <= other", "one < other"],
    },
    javascript: {
      right: "const is_sorted = (items) => items.every((each, i) => i === 0 || items[i - 1] <= each);\n",
      wrong: [
        "items.every((each, i) => i === 0 || items[i - 1] <= each)",
        "Number(items.every((each, i) => i === 0 || items[i - 1] <= each))",
      ],
    },
    cpp: {
      right: `#include <bits/stdc++.h>
using namespace std;
bool is_sorted(const vector<int>& items) {
  return adjacent_find(items.begin(), items.end(), greater<int>()) == items.end();
}
`,
      wrong: ["greater<int>()", "greater_equal<int>()"],
    },
  },
];
