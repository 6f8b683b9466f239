import type { Problem } from "./problem.js";

/** Nodes, edges and maps. */
export const graphs: readonly Problem[] = [
  {
    name: "components",
    statement: "How many parts a graph has.",
    tests: [
      ["5 3\n1 2\n2 3\n4 5\n", "2\n"],
      ["3 0\n", "3\n"],
      ["2 2\n1 2\n2 1\n", "1\n"],
    ],
    python: {
      right: `import sys
a = list(map(int, sys.stdin.read().split()))
n, m = a[:2]
root = list(range(n + 1))
def find(node):
    while root[node] != node:
        node = root[node]
    return node
for one, other in zip(a[2::2], a[3::2]):
    root[find(one)] = find(other)
print(sum(root[node] == node for node in range(1, n + 1)))
`,
      wrong: ["print(sum(root[node] == node for node in range(1, n + 1)))", "print(n - m)"],
    },
    javascript: {
      right: String.raw`const a = require("fs").readFileSync(0, "utf8").split(/\s+/).filter(Boolean).map(Number);
const [n, m] = a;
const next = Array.from({ length: n + 1 }, () => []);
for (let i = 2; i < a.length; i += 2) {
  next[a[i]].push(a[i + 1]);
  next[a[i + 1]].push(a[i]);
}
const seen = new Set();
let count = 0;
for (let start = 1; start <= n; start++) {
  if (seen.has(start)) continue;
  count++;
  const open = [start];
  while (open.length > 0) {
    const node = open.pop();
    if (!seen.has(node)) open.push(...next[node]);
    seen.add(node);
  }
}
console.log(count);
`,
      wrong: ["console.log(count)", "console.log(n - m)"],
    },
    cpp: {
      right: `#include <bits/stdc++.h>
using namespace std;
vector<int> root;
int find_root(int node) { return root[node] == node ? node : root[node] = find_root(root[node]); }
int main() {
  int n, m, one, other;
  cin >> n >> m;
  for (int node = 0; node < n; node++) root.push_back(node);
  int count = n;
  while (cin >> one >> other) {
    one = find_root(one - 1), other = find_root(other - 1);
    if (one != other) root[one] = other, count--;
  }
  cout << count;
}
`,
      wrong: ["cout << count", "cout << n - m"],
    },
  },
  {
    name: "shortest_path",
    statement: "The length of the shortest way from the first node to the last; -1 if there is none.",
    tests: [
      ["4 4\n1 2\n2 3\n3 4\n1 3\n", "2\n"],
      ["3 1\n1 2\n", "-1\n"],
      ["1 0\n", "0\n"],
    ],
    python: {
      right: `import sys
a = list(map(int, sys.stdin.read().split()))
from collections import deque
n, m = a[:2]
next_to = [[] for _ in range(n + 1)]
for one, other in zip(a[2::2], a[3::2]):
    next_to[one].append(other)
    next_to[other].append(one)
far = {1: 0}
open_nodes = deque([1])
while open_nodes:
    node = open_nodes.popleft()
    for each in next_to[node]:
        if each not in far:
            far[each] = far[node] + 1
            open_nodes.append(each)
print(far.get(n, -1))
`,
      wrong: ["far.get(n, -1)", "far.get(n, 0)"],
    },
    javascript: {
      right: String.raw`const a = require("fs").readFileSync(0, "utf8").split(/\s+/).filter(Boolean).map(Number);
const [n] = a;
const far = new Array(n + 1).fill(Infinity);
far[1] = 0;
for (let round = 0; round < n; round++) {
  for (let i = 2; i < a.length; i += 2) {
    const [p, q] = [a[i], a[i + 1]];
    far[p] = Math.min(far[p], far[q] + 1);
    far[q] = Math.min(far[q], far[p] + 1);
  }
}
console.log(far[n] === Infinity ? -1 : far[n]);
`,
      wrong: ["far[n] === Infinity ? -1 : far[n]", "far[n]"],
    },
    cpp: {
      right: `#include <bits/stdc++.h>
using namespace std;
int main() {
  int n, m, one, other;
  cin >> n >> m;
  vector<vector<int>> next(n + 1);
  while (cin >> one >> other) next[one].push_back(other), next[other].push_back(one);
  vector<int> far(n + 1, -1);
  queue<int> open({1});
  for (far[1] = 0; !open.empty(); open.pop())
    for (int each : next[open.front()])
      if (far[each] < 0) far[each] = far[open.front()] + 1, open.push(each);
  cout << far[n];
}
`,
      wrong: ["far(n + 1, -1)", "far(n + 1, -2)"],
    },
  },
  {
    name: "cheapest_path",
    statement: "The cost of the cheapest way from the first node to the last, by directed edges.",
    tests: [
      ["4 5\n1 2 1\n2 3 2\n1 3 9\n3 4 1\n1 4 7\n", "4\n"],
      ["2 1\n1 2 5\n", "5\n"],
    ],
    python: {
      right: `import sys
a = list(map(int, sys.stdin.read().split()))
import heapq
n, m = a[:2]
next_to = [[] for _ in range(n + 1)]
for one, other, cost in zip(a[2::3], a[3::3], a[4::3]):
    next_to[one].append((other, cost))
done, heap = {}, [(0, 1)]
while heap:
    cost, node = heapq.heappop(heap)
    if node in done:
        continue
    done[node] = cost
    for each, more in next_to[node]:
        heapq.heappush(heap, (cost + more, each))
print(done[n])
`,
      wrong: ["(cost + more, each)", "(cost + 1, each)"],
    },
    javascript: {
      right: String.raw`const a = require("fs").readFileSync(0, "utf8").split(/\s+/).filter(Boolean).map(Number);
const [n] = a;
const cost = new Array(n + 1).fill(Infinity);
cost[1] = 0;
for (let round = 0; round < n; round++) {
  for (let i = 2; i < a.length; i += 3) cost[a[i + 1]] = Math.min(cost[a[i + 1]], cost[a[i]] + a[i + 2]);
}
console.log(cost[n]);
`,
      wrong: ["cost[a[i]] + a[i + 2]", "cost[a[i]] + 1"],
    },
    cpp: {
      right: `#include <bits/stdc++.h>
using namespace std;
int main() {
  int n, m, one, other, cost;
  cin >> n >> m;
  vector<vector<pair<int, int>>> next(n + 1);
  while (cin >> one >> other >> cost) next[one].push_back({other, cost});
  vector<int> best(n + 1, INT_MAX);
  for (set<pair<int, int>> open = {{0, 1}}; !open.empty(); open.erase(open.begin())) {
    auto [sum, node] = *open.begin();
    if (sum >= best[node]) continue;
    best[node] = sum;
    for (auto [each, more] : next[node]) open.insert({sum + more, each});
  }
  cout << best[n];
}
`,
      wrong: ["sum + more", "sum + 1"],
    },
  },
  {
    name: "islands",
    statement: "How many islands of # a map has, which hold together by their sides.",
    tests: [
      ["3 4\n#..#\n#.#.\n..##\n", "3\n"],
      ["1 1\n.\n", "0\n"],
      ["2 2\n#.\n.#\n", "2\n"],
    ],
    python: {
      right: `rows, columns = map(int, input().split())
land = {(i, j) for i in range(rows) for j, cell in enumerate(input()) if cell == "#"}
count = 0
while land:
    count += 1
    found = [land.pop()]
    while found:
        i, j = found.pop()
        for near in ((i + 1, j), (i - 1, j), (i, j + 1), (i, j - 1)):
            if near in land:
                land.remove(near)
                found.append(near)
print(count)
`,
      wrong: ["(i, j + 1), (i, j - 1)", "(i + 1, j + 1), (i - 1, j - 1)"],
    },
    javascript: {
      right: String.raw`const lines = require("fs").readFileSync(0, "utf8").split("\n");
const map = lines.slice(1).map((line) => [...line]);
const sink = (i, j) => {
  if (map[i]?.[j] !== "#") return;
  map[i][j] = ".";
  for (const [p, q] of [[i + 1, j], [i - 1, j], [i, j + 1], [i, j - 1]]) sink(p, q);
};
let count = 0;
for (let i = 0; i < map.length; i++) {
  for (let j = 0; j < map[i].length; j++) {
    if (map[i][j] !== "#") continue;
    count++;
    sink(i, j);
  }
}
console.log(count);
`,
      wrong: ["    sink(i, j);\n", ""],
    },
    cpp: {
      right: `#include <bits/stdc++.h>
using namespace std;
vector<string> chart;
void sink(int i, int j) {
  if (i < 0 || j < 0 || i >= (int)chart.size() || chart[i][j] != '#') return;
  chart[i][j] = '.';
  sink(i + 1, j), sink(i - 1, j), sink(i, j + 1), sink(i, j - 1);
}
int main() {
  int rows, columns, count = 0;
  cin >> rows >> columns;
  for (string row; cin >> row;) chart.push_back(row);
  for (int i = 0; i < rows; i++)
    for (int j = 0; j < columns; j++) if (chart[i][j] == '#') count++, sink(i, j);
  cout << count;
}
`,
      wrong: ["count++, sink(i, j)", "count++"],
    },
  },
  {
    name: "tree_depth",
    statement: "How deep a tree is, by the parent of each node but the first.",
    tests: [
      ["5\n1 1 2 4\n", "4\n"],
      ["1\n\n", "1\n"],
      ["4\n1 2 3\n", "4\n"],
    ],
    python: {
      right: `import sys
a = list(map(int, sys.stdin.read().split()))
depth = [0, 1]
for parent in a[1:]:
    depth.append(depth[parent] + 1)
print(max(depth))
`,
      wrong: ["print(max(depth))", "print(len(depth) - 1)"],
    },
    javascript: {
      right: String.raw`const a = require("fs").readFileSync(0, "utf8").split(/\s+/).filter(Boolean).map(Number);
const depth = [0, 1];
for (const parent of a.slice(1)) depth.push(depth[parent] + 1);
console.log(Math.max(...depth));
`,
      wrong: ["depth[parent] + 1", "depth[parent] + 2"],
    },
  },
];
