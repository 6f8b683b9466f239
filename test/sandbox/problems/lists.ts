import type { Problem } from "./problem.js";

/** Lists of numbers. */
export const lists: readonly Problem[] = [
  {
    name: "second_largest",
    statement: "The second largest of different numbers.",
    tests: [
      ["4\n5 1 9 7\n", "7\n"],
      ["2\n-1 -2\n", "-2\n"],
      ["5\n10 9 8 7 6\n", "9\n"],
    ],
    python: {
      right: `import sys
a = list(map(int, sys.stdin.read().split()))
print(sorted(a[1:])[-2])
`,
      wrong: ["a[1:]", "a"],
    },
    javascript: {
      right: String.raw`const a = require("fs").readFileSync(0, "utf8").split(/\s+/).filter(Boolean).map(Number);
const [, ...rest] = a;
rest.sort((one, other) => other - one);
console.log(rest[1]);
`,
      wrong: ["(one, other) => other - one", ""],
    },
  },
  {
    name: "rotation",
    statement: "A list, moved to the left by k.",
    tests: [
      ["5 2\n1 2 3 4 5\n", "3 4 5 1 2\n"],
      ["3 3\n7 8 9\n", "7 8 9\n"],
      ["4 9\n1 2 3 4\n", "2 3 4 1\n"],
    ],
    python: {
      right: `import sys
a = list(map(int, sys.stdin.read().split()))
n, k, *rest = a
k %= n
print(*rest[k:], *rest[:k])
`,
      wrong: ["k %= n", "k = min(k, n)"],
    },
    javascript: {
      right: String.raw`const a = require("fs").readFileSync(0, "utf8").split(/\s+/).filter(Boolean).map(Number);
const [n, k, ...rest] = a;
const by = k % n;
console.log([...rest.slice(by), ...rest.slice(0, by)].join(" "));
`,
      wrong: ["k % n", "n - (k % n)"],
    },
    cpp: {
      right: `#include <bits/stdc++.h>
using namespace std;
int main() {
  int n, k;
  cin >> n >> k;
  vector<int> a(n);
  for (int& each : a) cin >> each;
  rotate(a.begin(), a.begin() + k % n, a.end());
  for (int each : a) cout << each << ' ';
}
`,
      wrong: ["k % n", "(n - k % n)"],
    },
  },
  {
    name: "distinct",
    statement: "The numbers in order of their first appearance, each once.",
    tests: [
      ["6\n3 1 3 2 1 3\n", "3 1 2\n"],
      ["1\n5\n", "5\n"],
      ["4\n9 8 9 7\n", "9 8 7\n"],
    ],
    python: {
      right: `import sys
a = list(map(int, sys.stdin.read().split()))
print(*dict.fromkeys(a[1:]))
`,
      wrong: ["dict.fromkeys(a[1:])", "sorted(set(a[1:]))"],
    },
    javascript: {
      right: String.raw`const a = require("fs").readFileSync(0, "utf8").split(/\s+/).filter(Boolean).map(Number);
console.log([...new Set(a.slice(1))].join(" "));
`,
      wrong: ["new Set(a.slice(1))", "new Set(a.slice(1).reverse())"],
    },
    cpp: {
      right: `#include <bits/stdc++.h>
using namespace std;
int main() {
  int n, each;
  set<int> seen;
  cin >> n;
  while (cin >> each)
    if (seen.insert(each).second) cout << each << ' ';
}
`,
      wrong: ["seen.insert(each).second", "seen.insert(each).first == seen.begin()"],
    },
  },
  {
    name: "prefix_sums",
    statement: "The sums of q stretches of a list.",
    tests: [
      ["5 3\n1 2 3 4 5\n1 5\n2 3\n4 4\n", "15\n5\n4\n"],
      ["1 1\n-4\n1 1\n", "-4\n"],
    ],
    python: {
      right: `import sys
a = list(map(int, sys.stdin.read().split()))
n, q = a[:2]
sums = [0]
for each in a[2 : 2 + n]:
    sums.append(sums[-1] + each)
for i in range(q):
    start, end = a[2 + n + 2 * i :][:2]
    print(sums[end] - sums[start - 1])
`,
      wrong: ["sums[start - 1]", "sums[start]"],
    },
    javascript: {
      right: String.raw`const a = require("fs").readFileSync(0, "utf8").split(/\s+/).filter(Boolean).map(Number);
const [n, q] = a;
const sums = [0];
for (let i = 0; i < n; i++) sums.push(sums[i] + a[2 + i]);
for (let i = 0; i < q; i++) {
  const [start, end] = a.slice(2 + n + 2 * i);
  console.log(sums[end] - sums[start - 1]);
}
`,
      wrong: ["sums[start - 1]", "sums[start]"],
    },
    cpp: {
      right: `#include <bits/stdc++.h>
using namespace std;
int main() {
  int n, q, start, end;
  cin >> n >> q;
  vector<long> sums(n + 1);
  for (int i = 1; i <= n; i++) {
    cin >> sums[i];
    sums[i] += sums[i - 1];
  }
  while (cin >> start >> end) cout << sums[end] - sums[start - 1] << endl;
}
`,
      wrong: ["sums[start - 1]", "sums[start]"],
    },
  },
  {
    name: "transpose",
    statement: "A matrix, its rows as columns.",
    tests: [
      ["2 3\n1 2 3\n4 5 6\n", "1 4\n2 5\n3 6\n"],
      ["1 1\n8\n", "8\n"],
    ],
    python: {
      right: `rows, columns = map(int, input().split())
matrix = [input().split() for _ in range(rows)]
for column in zip(*matrix):
    print(*column)
`,
      wrong: ["zip(*matrix)", "matrix"],
    },
    javascript: {
      right: String.raw`const a = require("fs").readFileSync(0, "utf8").split(/\s+/).filter(Boolean).map(Number);
const [rows, columns, ...cells] = a;
for (let column = 0; column < columns; column++) {
  console.log(cells.filter((_, index) => index % columns === column).join(" "));
}
`,
      wrong: ["index % columns", "index % rows"],
    },
  },
];
