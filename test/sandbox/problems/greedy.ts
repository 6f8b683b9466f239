import type { Problem } from "./problem.js";

/** One choice after the other, none regretted. */
export const greedy: readonly Problem[] = [
  {
    name: "fewest_coins",
    statement: "The fewest coins of 25, 10, 5 and 1 that make an amount.",
    tests: [
      ["67\n", "6\n"],
      ["0\n", "0\n"],
      ["30\n", "2\n"],
    ],
    python: {
      right: `amount, count = int(input()), 0
for coin in (25, 10, 5, 1):
    count += amount // coin
    amount %= coin
print(count)
`,
      wrong: ["(25, 10, 5, 1)", "(25, 10, 1)"],
    },
    javascript: {
      right: `let amount = Number(readline());
let count = 0;
for (const coin of [25, 10, 5, 1]) {
  count += Math.floor(amount / coin);
  amount %= coin;
}
console.log(count);
`,
      wrong: ["amount %= coin", "amount -= coin"],
    },
  },
  {
    name: "most_meetings",
    statement: "How many meetings one can attend, from one right to the next.",
    tests: [
      ["4\n1 4\n2 3\n3 5\n5 6\n", "3\n"],
      ["2\n1 9\n2 3\n", "1\n"],
    ],
    python: {
      right: `import sys
a = list(map(int, sys.stdin.read().split()))
free, count = -1, 0
for end, start in sorted(zip(a[2::2], a[1::2])):
    if start >= free:
        free, count = end, count + 1
print(count)
`,
      wrong: ["start >= free", "start > free"],
    },
    javascript: {
      right: String.raw`const a = require("fs").readFileSync(0, "utf8").split(/\s+/).filter(Boolean).map(Number);
const meetings = [];
for (let i = 1; i < a.length; i += 2) meetings.push([a[i + 1], a[i]]);
meetings.sort((p, q) => p[0] - q[0]);
let [free, count] = [-1, 0];
for (const [end, start] of meetings) if (start >= free) [free, count] = [end, count + 1];
console.log(count);
`,
      wrong: ["p[0] - q[0]", "p[1] - q[1]"],
    },
    cpp: {
      right: `#include <bits/stdc++.h>
using namespace std;
int main() {
  int n, last = -1, count = 0;
  cin >> n;
  vector<pair<int, int>> meetings(n);
  for (auto& [end, start] : meetings) cin >> start >> end;
  sort(meetings.begin(), meetings.end());
  for (auto [end, start] : meetings)
    if (start >= last) last = end, count++;
  cout << count;
}
`,
      wrong: ["start >= last", "start > last"],
    },
  },
  {
    name: "boats",
    statement: "How many boats people need, two to a boat that carries a weight.",
    tests: [
      ["4 3\n3 2 2 1\n", "3\n"],
      ["2 5\n3 2\n", "1\n"],
      ["3 10\n9 9 9\n", "3\n"],
    ],
    python: {
      right: `import sys
a = list(map(int, sys.stdin.read().split()))
limit, people = a[1], sorted(a[2:])
count = 0
while people:
    heaviest = people.pop()
    if people and people[0] + heaviest <= limit:
        people.pop(0)
    count += 1
print(count)
`,
      wrong: ["<= limit", "< limit"],
    },
    javascript: {
      right: String.raw`const a = require("fs").readFileSync(0, "utf8").split(/\s+/).filter(Boolean).map(Number);
const [, limit, ...people] = a;
people.sort((p, q) => p - q);
let [low, high, count] = [0, people.length - 1, 0];
for (; low <= high; high--, count++) if (people[low] + people[high] <= limit) low++;
console.log(count);
`,
      wrong: ["<= limit", "< limit"],
    },
    cpp: {
      right: `#include <bits/stdc++.h>
using namespace std;
int main() {
  int n, limit, count = 0;
  cin >> n >> limit;
  vector<int> people(n);
  for (int& each : people) cin >> each;
  sort(people.begin(), people.end());
  for (int low = 0, high = n - 1; low <= high; high--, count++)
    if (people[low] + people[high] <= limit) low++;
  cout << count;
}
`,
      wrong: ["<= limit", "< limit"],
    },
  },
  {
    name: "best_trade",
    statement: "The most that one purchase and a later sale earn, at least 0.",
    tests: [
      ["6\n7 1 5 3 6 4\n", "5\n"],
      ["3\n3 2 1\n", "0\n"],
      ["3\n2 9 1\n", "7\n"],
    ],
    python: {
      right: `import sys
a = list(map(int, sys.stdin.read().split()))
low, best = a[1], 0
for price in a[1:]:
    low, best = min(low, price), max(best, price - low)
print(best)
`,
      wrong: ["low, best = min(low, price), max(best, price - low)", "best = max(a[1:]) - min(a[1:])"],
    },
    javascript: {
      right: String.raw`const a = require("fs").readFileSync(0, "utf8").split(/\s+/).filter(Boolean).map(Number);
let [low, best] = [a[1], 0];
for (const price of a.slice(1)) {
  low = Math.min(low, price);
  best = Math.max(best, price - low);
}
console.log(best);
`,
      wrong: ["price - low", "low - price"],
    },
    cpp: {
      right: `#include <bits/stdc++.h>
using namespace std;
int main() {
  int n, price, low = INT_MAX, best = 0;
  cin >> n;
  while (cin >> price) {
    low = min(low, price);
    best = max(best, price - low);
  }
  cout << best;
}
`,
      wrong: ["price - low", "low - price"],
    },
  },
  {
    name: "jumps",
    statement: "The fewest jumps to the end of a list, of at most as many places as it says.",
    tests: [
      ["5\n2 3 1 1 4\n", "2\n"],
      ["1\n0\n", "0\n"],
      ["6\n1 1 1 1 1 1\n", "5\n"],
    ],
    python: {
      right: `import sys
a = list(map(int, sys.stdin.read().split()))
jumps = end = reach = 0
for place, far in enumerate(a[1:-1]):
    reach = max(reach, place + far)
    if place == end:
        jumps, end = jumps + 1, reach
print(jumps)
`,
      wrong: ["reach = max(reach, place + far)", "reach = place + far"],
    },
    javascript: {
      right: String.raw`const a = require("fs").readFileSync(0, "utf8").split(/\s+/).filter(Boolean).map(Number);
const far = a.slice(1);
let [jumps, end, reach] = [0, 0, 0];
for (let place = 0; place + 1 < far.length; place++) {
  reach = Math.max(reach, place + far[place]);
  if (place === end) [jumps, end] = [jumps + 1, reach];
}
console.log(jumps);
`,
      wrong: ["place + 1 < far.length", "place < far.length"],
    },
    cpp: {
      right: `#include <bits/stdc++.h>
using namespace std;
int main() {
  int n, count = 0, end = 0, reach = 0;
  cin >> n;
  vector<int> far(n);
  for (int& each : far) cin >> each;
  for (int place = 0; place + 1 < n; place++) {
    reach = max(reach, place + far[place]);
    if (place == end) count++, end = reach;
  }
  cout << count;
}
`,
      wrong: ["place + 1 < n", "place < n"],
    },
  },
];
