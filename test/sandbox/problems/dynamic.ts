import type { Problem } from "./problem.js";

/** Answers that are made of smaller ones. */
export const dynamic: readonly Problem[] = [
  {
    name: "stairs",
    statement: "The ways up n stairs by ones and twos, modulo 1000007.",
    tests: [
      ["5\n", "8\n"],
      ["1\n", "1\n"],
      ["50\n", "868526\n"],
    ],
    python: {
      right: `one, other = 1, 1
for _ in range(int(input())):
    one, other = other, (one + other) % 1000007
print(one)
`,
      wrong: ["one, other = 1, 1", "one, other = 0, 1"],
    },
    javascript: {
      right: `let [one, other] = [1, 1];
for (let left = Number(readline()); left > 0; left--) [one, other] = [other, (one + other) % 1000007];
console.log(one);
`,
      wrong: ["console.log(one)", "console.log(other)"],
    },
  },
  {
    name: "knapsack",
    statement: "The most value that fits into a sack.",
    tests: [
      ["3 5\n2 3\n3 4\n4 5\n", "7\n"],
      ["1 4\n2 5\n", "5\n"],
      ["2 6\n3 10\n3 10\n", "20\n"],
    ],
    python: {
      right: `import sys
a = list(map(int, sys.stdin.read().split()))
n, size = a[:2]
best = [0] * (size + 1)
for weight, value in zip(a[2::2], a[3::2]):
    for room in range(size, weight - 1, -1):
        best[room] = max(best[room], best[room - weight] + value)
print(best[size])
`,
      wrong: ["range(size, weight - 1, -1)", "range(weight, size + 1)"],
    },
    javascript: {
      right: String.raw`const a = require("fs").readFileSync(0, "utf8").split(/\s+/).filter(Boolean).map(Number);
const [, size] = a;
const best = new Array(size + 1).fill(0);
for (let i = 2; i < a.length; i += 2) {
  for (let room = size; room >= a[i]; room--) best[room] = Math.max(best[room], best[room - a[i]] + a[i + 1]);
}
console.log(best[size]);
`,
      wrong: ["let room = size; room >= a[i]; room--", "let room = a[i]; room <= size; room++"],
    },
    cpp: {
      right: `#include <bits/stdc++.h>
using namespace std;
int main() {
  int n, size, weight, value;
  cin >> n >> size;
  vector<int> best(size + 1);
  while (cin >> weight >> value)
    for (int room = size; room >= weight; room--) best[room] = max(best[room], best[room - weight] + value);
  cout << best[size];
}
`,
      wrong: ["int room = size; room >= weight; room--", "int room = weight; room <= size; room++"],
    },
  },
  {
    name: "longest_increase",
    statement: "The length of the longest rising part of a list, with gaps.",
    tests: [
      ["8\n10 9 2 5 3 7 101 18\n", "4\n"],
      ["3\n3 3 3\n", "1\n"],
      ["1\n7\n", "1\n"],
    ],
    python: {
      right: `import sys
a = list(map(int, sys.stdin.read().split()))
from bisect import bisect_left
ends = []
for each in a[1:]:
    place = bisect_left(ends, each)
    ends[place : place + 1] = [each]
print(len(ends))
`,
      wrong: ["bisect_left(ends, each)", "bisect_left(ends, each + 1)"],
    },
    javascript: {
      right: String.raw`const a = require("fs").readFileSync(0, "utf8").split(/\s+/).filter(Boolean).map(Number);
const list = a.slice(1);
const length = list.map(() => 1);
for (let i = 0; i < list.length; i++)
  for (let j = 0; j < i; j++) if (list[j] < list[i]) length[i] = Math.max(length[i], length[j] + 1);
console.log(Math.max(...length));
`,
      wrong: ["list[j] < list[i]", "list[j] <= list[i]"],
    },
    cpp: {
      right: `#include <bits/stdc++.h>
using namespace std;
int main() {
  int n, each;
  vector<int> ends;
  cin >> n;
  while (cin >> each) {
    auto place = lower_bound(ends.begin(), ends.end(), each);
    if (place == ends.end()) ends.push_back(each);
    else *place = each;
  }
  cout << ends.size();
}
`,
      wrong: ["lower_bound", "upper_bound"],
    },
  },
  {
    name: "edit_distance",
    statement: "The fewest changes of a letter that make one word of another.",
    tests: [
      ["kitten\nsitting\n", "3\n"],
      ["abc\nabc\n", "0\n"],
      ["horse\nros\n", "3\n"],
    ],
    python: {
      right: `one, other = input(), input()
row = list(range(len(other) + 1))
for i, p in enumerate(one, 1):
    last, row[0] = row[0], i
    for j, q in enumerate(other, 1):
        last, row[j] = row[j], min(row[j] + 1, row[j - 1] + 1, last + (p != q))
print(row[-1])
`,
      wrong: ["(p != q)", "2 * (p != q)"],
    },
    javascript: {
      right: `const [one, other] = [readline().trim(), readline().trim()];
let row = Array.from({ length: other.length + 1 }, (_, j) => j);
for (let i = 1; i <= one.length; i++) {
  const next = [i];
  for (let j = 1; j <= other.length; j++) {
    const change = row[j - 1] + Number(one[i - 1] !== other[j - 1]);
    next.push(Math.min(row[j] + 1, next[j - 1] + 1, change));
  }
  row = next;
}
console.log(row[other.length]);
`,
      wrong: ["Math.min(row[j] + 1, next[j - 1] + 1, change)", "Math.min(row[j] + 1, change)"],
    },
    cpp: {
      right: `#include <bits/stdc++.h>
using namespace std;
int main() {
  string one, other;
  cin >> one >> other;
  vector<int> row(other.size() + 1);
  iota(row.begin(), row.end(), 0);
  for (size_t i = 1; i <= one.size(); i++) {
    int last = row[0];
    row[0] = i;
    for (size_t j = 1; j <= other.size(); j++) {
      int change = last + (one[i - 1] != other[j - 1]);
      last = row[j];
      row[j] = min({row[j] + 1, row[j - 1] + 1, change});
    }
  }
  cout << row.back();
}
`,
      wrong: ["last + (one", "last + 2 * (one"],
    },
  },
  {
    name: "largest_stretch",
    statement: "The largest sum of a stretch of a list that is not empty.",
    tests: [
      ["9\n-2 1 -3 4 -1 2 1 -5 4\n", "6\n"],
      ["2\n-3 -1\n", "-1\n"],
      ["3\n1 2 3\n", "6\n"],
    ],
    python: {
      right: `import sys
a = list(map(int, sys.stdin.read().split()))
best = here = a[1]
for each in a[2:]:
    here = max(here + each, each)
    best = max(best, here)
print(best)
`,
      wrong: ["best = here = a[1]", "best = here = 0"],
    },
    javascript: {
      right: String.raw`const a = require("fs").readFileSync(0, "utf8").split(/\s+/).filter(Boolean).map(Number);
let [best, here] = [a[1], a[1]];
for (const each of a.slice(2)) {
  here = Math.max(here + each, each);
  best = Math.max(best, here);
}
console.log(best);
`,
      wrong: ["here + each, each", "here + each, 0"],
    },
    cpp: {
      right: `#include <bits/stdc++.h>
using namespace std;
int main() {
  int n, each;
  cin >> n >> each;
  long here = each, best = each;
  while (cin >> each) {
    here = max<long>(here + each, each);
    best = max(best, here);
  }
  cout << best;
}
`,
      wrong: ["(here + each, each)", "(here + each, 0)"],
    },
  },
];
