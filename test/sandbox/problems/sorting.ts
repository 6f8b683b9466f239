import type { Problem } from "./problem.js";

/** Orders, and what they help to count. */
export const sorting: readonly Problem[] = [
  {
    name: "points_by_distance",
    statement: "Points by their distance from the origin, then by their coordinates.",
    tests: [
      ["3\n3 4\n1 1\n0 5\n", "1 1\n0 5\n3 4\n"],
      ["2\n-9 0\n0 -1\n", "0 -1\n-9 0\n"],
    ],
    python: {
      right: `import sys
a = list(map(int, sys.stdin.read().split()))
points = list(zip(a[1::2], a[2::2]))
for x, y in sorted(points, key=lambda point: (point[0] ** 2 + point[1] ** 2, point)):
    print(x, y)
`,
      wrong: ["point[0] ** 2 + point[1] ** 2", "point[0] + point[1]"],
    },
    javascript: {
      right: String.raw`const a = require("fs").readFileSync(0, "utf8").split(/\s+/).filter(Boolean).map(Number);
const points = [];
for (let i = 1; i < a.length; i += 2) points.push([a[i], a[i + 1]]);
const size = ([x, y]) => x * x + y * y;
points.sort((p, q) => size(p) - size(q) || p[0] - q[0] || p[1] - q[1]);
for (const [x, y] of points) console.log(x, y);
`,
      wrong: ["x * x + y * y", "y * y"],
    },
    cpp: {
      right: `#include <bits/stdc++.h>
using namespace std;
int main() {
  int n, x, y;
  cin >> n;
  vector<tuple<int, int, int>> points;
  while (cin >> x >> y) points.push_back({x * x + y * y, x, y});
  sort(points.begin(), points.end());
  for (auto [size, px, py] : points) cout << px << ' ' << py << endl;
}
`,
      wrong: ["x * x + y * y", "x + y"],
    },
  },
  {
    name: "largest_number",
    statement: "The largest number that a list of numbers makes, one behind the other.",
    tests: [
      ["4\n3 30 34 9\n", "934330\n"],
      ["2\n0 0\n", "0\n"],
      ["3\n10 2 1\n", "2110\n"],
    ],
    python: {
      right: `import sys
data = sys.stdin.read().split()
from functools import cmp_to_key
words = sorted(data[1:], key=cmp_to_key(lambda one, other: (one + other < other + one) - (one + other > other + one)))
print(int("".join(words)))
`,
      wrong: ["(one + other < other + one) - (one + other > other + one)", "(one < other) - (one > other)"],
    },
    javascript: {
      right: String.raw`const words = require("fs").readFileSync(0, "utf8").split(/\s+/).filter(Boolean);
const sorted = words.slice(1).sort((one, other) => (one + other < other + one ? 1 : -1));
console.log(String(BigInt(sorted.join(""))));
`,
      wrong: ["one + other < other + one", "Number(one) < Number(other)"],
    },
    cpp: {
      right: `#include <bits/stdc++.h>
using namespace std;
int main() {
  int n;
  cin >> n;
  vector<string> words(n);
  for (string& word : words) cin >> word;
  sort(words.begin(), words.end(), [](auto& one, auto& other) { return one + other > other + one; });
  if (words[0] == "0") words = {"0"};
  for (string& word : words) cout << word;
}
`,
      wrong: ["one + other > other + one", "one > other"],
    },
  },
  {
    name: "inversions",
    statement: "How many pairs of a list stand the wrong way round.",
    tests: [
      ["5\n5 4 3 2 1\n", "10\n"],
      ["3\n1 2 3\n", "0\n"],
      ["4\n2 2 1 1\n", "4\n"],
    ],
    python: {
      right: `import sys
a = list(map(int, sys.stdin.read().split()))
from bisect import bisect_right, insort
seen, count = [], 0
for each in a[1:]:
    count += len(seen) - bisect_right(seen, each)
    insort(seen, each)
print(count)
`,
      wrong: ["count += len(seen) - bisect_right(seen, each)", "count += bisect_right(seen, each)"],
    },
    javascript: {
      right: String.raw`const a = require("fs").readFileSync(0, "utf8").split(/\s+/).filter(Boolean).map(Number);
let count = 0;
for (let i = 1; i < a.length; i++) for (let j = 1; j < i; j++) if (a[j] > a[i]) count++;
console.log(count);
`,
      wrong: ["a[j] > a[i]", "a[j] >= a[i]"],
    },
    cpp: {
      right: `#include <bits/stdc++.h>
using namespace std;
int main() {
  int n;
  cin >> n;
  vector<int> a(n);
  for (int& each : a) cin >> each;
  long count = 0;
  for (int i = 0; i < n; i++)
    for (int j = 0; j < i; j++) count += a[j] > a[i];
  cout << count;
}
`,
      wrong: ["a[j] > a[i]", "a[j] >= a[i]"],
    },
  },
  {
    name: "most_frequent",
    statement: "The most frequent word, of several the first by the alphabet.",
    tests: [
      ["6\nb a b c a d\n", "a\n"],
      ["1\nz\n", "z\n"],
    ],
    python: {
      right: `import sys
data = sys.stdin.read().split()
from collections import Counter
counts = Counter(data[1:])
print(min(counts, key=lambda word: (-counts[word], word)))
`,
      wrong: ["-counts[word]", "counts[word]"],
    },
    javascript: {
      right: String.raw`const words = require("fs").readFileSync(0, "utf8").split(/\s+/).filter(Boolean);
const counts = new Map();
for (const word of words.slice(1)) counts.set(word, (counts.get(word) ?? 0) + 1);
const [best] = [...counts].sort(([p, n], [q, m]) => m - n || (p < q ? -1 : 1));
console.log(best[0]);
`,
      wrong: ["p < q ? -1 : 1", "p < q ? 1 : -1"],
    },
    cpp: {
      right: `#include <bits/stdc++.h>
using namespace std;
int main() {
  int n, most = 0;
  string word, best;
  cin >> n;
  map<string, int> counts;
  while (cin >> word) counts[word]++;
  for (auto& [each, count] : counts)
    if (count > most) most = count, best = each;
  cout << best;
}
`,
      wrong: ["count > most", "count >= most"],
    },
  },
  {
    name: "merged_intervals",
    statement: "Intervals, those that touch as one.",
    tests: [
      ["4\n1 3\n8 10\n2 6\n10 12\n", "1 6\n8 12\n"],
      ["2\n5 6\n1 2\n", "1 2\n5 6\n"],
      ["2\n1 9\n2 3\n", "1 9\n"],
    ],
    python: {
      right: `import sys
a = list(map(int, sys.stdin.read().split()))
merged = []
for start, end in sorted(zip(a[1::2], a[2::2])):
    if merged and start <= merged[-1][1]:
        merged[-1][1] = max(merged[-1][1], end)
    else:
        merged.append([start, end])
for interval in merged:
    print(*interval)
`,
      wrong: ["max(merged[-1][1], end)", "end"],
    },
    javascript: {
      right: String.raw`const a = require("fs").readFileSync(0, "utf8").split(/\s+/).filter(Boolean).map(Number);
const intervals = [];
for (let i = 1; i < a.length; i += 2) intervals.push([a[i], a[i + 1]]);
intervals.sort((p, q) => p[0] - q[0]);
const merged = [];
for (const [start, end] of intervals) {
  const last = merged[merged.length - 1];
  if (last && start <= last[1]) last[1] = Math.max(last[1], end);
  else merged.push([start, end]);
}
for (const [start, end] of merged) console.log(start, end);
`,
      wrong: ["start <= last[1]", "start < last[1]"],
    },
    cpp: {
      right: `#include <bits/stdc++.h>
using namespace std;
int main() {
  int n;
  cin >> n;
  vector<pair<int, int>> intervals(n);
  for (auto& [start, end] : intervals) cin >> start >> end;
  sort(intervals.begin(), intervals.end());
  auto [from, to] = intervals[0];
  for (auto [start, end] : intervals) {
    if (start > to) cout << from << ' ' << to << endl, from = start;
    to = start > to ? end : max(to, end);
  }
  cout << from << ' ' << to << endl;
}
`,
      wrong: ["max(to, end)", "end"],
    },
  },
];
