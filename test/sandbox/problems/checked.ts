import type { Problem } from "./problem.js";

/** Problems with several right answers, which a checker tells. */
export const checked: readonly Problem[] = [
  {
    name: "two_numbers",
    statement: "Any two numbers, neither 0, of a sum.",
    tests: [
      ["10\n", "1 9\n"],
      ["-3\n", "-1 -2\n"],
    ],
    checker: `import sys
read = lambda place: open(sys.argv[place]).read().split()
given, expected, found = read(1), read(2), read(3)
numbers = [int(word) for word in found if word.lstrip("-").isdigit()]
print(int(len(numbers) == len(found) == 2 and sum(numbers) == int(given[0]) and 0 not in numbers))
`,
    python: {
      right: `n = int(input())
print(n + 7 + (n == -7), -7 - (n == -7))
`,
      wrong: ["print(n + 7 + (n == -7), -7 - (n == -7))", "print(n, 0)"],
    },
    javascript: {
      right: `const n = Number(readline());
console.log(n - 1000, 1000);
`,
      wrong: ["n - 1000, 1000", "n, 1000"],
    },
    cpp: {
      right: `#include <bits/stdc++.h>
using namespace std;
int main() {
  int n;
  cin >> n;
  cout << n - 1000 << ' ' << 1000;
}
`,
      wrong: ["n - 1000 << ' ' << 1000", "n << ' ' << 0"],
    },
  },
  {
    name: "any_path",
    statement: "Any way through a maze from its left upper to its right lower corner.",
    tests: [
      ["2 3\n..#\n#..\n", "RDR\n"],
      ["1 1\n.\n", "\n"],
    ],
    checker: `import sys
read = lambda place: open(sys.argv[place]).read().split()
given, expected, found = read(1), read(2), read(3)
rows, columns = int(given[0]), int(given[1])
maze = given[2:]
i = j = 0
good = len(found) <= 1
for step in "".join(found):
    i, j = i + (step == "D") - (step == "U"), j + (step == "R") - (step == "L")
    good = good and step in "DURL" and 0 <= i < rows and 0 <= j < columns and maze[i][j] == "."
sys.exit(0 if good and (i, j) == (rows - 1, columns - 1) else 1)
`,
    python: {
      right: `rows, columns = map(int, input().split())
maze = [input() for _ in range(rows)]
ways, queue = {(0, 0): ""}, [(0, 0)]
for i, j in queue:
    for step, p, q in (("D", i + 1, j), ("R", i, j + 1), ("U", i - 1, j), ("L", i, j - 1)):
        if 0 <= p < rows and 0 <= q < columns and maze[p][q] == "." and (p, q) not in ways:
            ways[p, q] = ways[i, j] + step
            queue.append((p, q))
print(ways[rows - 1, columns - 1])
`,
      wrong: ["ways[i, j] + step", "step"],
    },
    javascript: {
      right: `const lines = require("fs").readFileSync(0, "utf8").split("\\n");
const [rows, columns] = lines[0].split(" ").map(Number);
const ways = new Map([["0 0", ""]]);
for (const [place, way] of ways) {
  const [i, j] = place.split(" ").map(Number);
  for (const [step, p, q] of [["L", i, j - 1], ["U", i - 1, j], ["R", i, j + 1], ["D", i + 1, j]]) {
    const isOpen = p >= 0 && lines[p + 1]?.[q] === ".";
    if (isOpen && !ways.has(\`\${p} \${q}\`)) ways.set(\`\${p} \${q}\`, way + step);
  }
}
console.log(ways.get(\`\${rows - 1} \${columns - 1}\`));
`,
      wrong: ["way + step", "step"],
    },
  },
  {
    name: "topological_order",
    statement: "Any order of n tasks that has each before those that need it.",
    tests: [
      ["4 3\n1 2\n3 2\n2 4\n", "1 3 2 4\n"],
      ["2 0\n", "1 2\n"],
    ],
    checker: `import sys
read = lambda place: open(sys.argv[place]).read().split()
given, expected, found = read(1), read(2), read(3)
n = int(given[0])
order = {word: place for place, word in enumerate(found)}
good = len(found) == n and set(order) == {str(i + 1) for i in range(n)}
good = good and all(order[p] < order[q] for p, q in zip(given[2::2], given[3::2]))
print(100 if good else 0)
`,
    python: {
      right: `import sys
a = list(map(int, sys.stdin.read().split()))
n = a[0]
edges = list(zip(a[2::2], a[3::2]))
left = set(range(1, n + 1))
while left:
    free = [node for node in left if not any(q == node and p in left for p, q in edges)]
    print(*free)
    left -= set(free)
`,
      wrong: [
        "if not any(q == node and p in left for p, q in edges)",
        "if not any(p == node and q in left for p, q in edges)",
      ],
    },
    javascript: {
      right: String.raw`const a = require("fs").readFileSync(0, "utf8").split(/\s+/).filter(Boolean).map(Number);
const [n] = a;
const done = new Set();
while (done.size < n) {
  for (let node = n; node > 0; node--) {
    let isFree = !done.has(node);
    for (let i = 2; i < a.length; i += 2) if (a[i + 1] === node && !done.has(a[i])) isFree = false;
    if (!isFree) continue;
    console.log(node);
    done.add(node);
  }
}
`,
      wrong: ["a[i + 1] === node && !done.has(a[i])", "a[i] === node && !done.has(a[i + 1])"],
    },
    cpp: {
      right: `#include <bits/stdc++.h>
using namespace std;
int main() {
  int n, m, one, other;
  cin >> n >> m;
  vector<vector<int>> next(n + 1);
  vector<int> needs(n + 1);
  while (cin >> one >> other) next[one].push_back(other), needs[other]++;
  queue<int> open;
  for (int node = 1; node <= n; node++)
    if (needs[node] == 0) open.push(node);
  for (; !open.empty(); open.pop()) {
    cout << open.front() << ' ';
    for (int each : next[open.front()])
      if (--needs[each] == 0) open.push(each);
  }
}
`,
      wrong: ["if (--needs[each] == 0)", "if (needs[each]-- == 0)"],
    },
  },
  {
    name: "near_enough",
    statement: "A number whose square is within a hundredth of n.",
    tests: [
      ["2\n", "1.414\n"],
      ["9\n", "3\n"],
    ],
    checker: `import sys
read = lambda place: open(sys.argv[place]).read().split()
given, expected, found = read(1), read(2), read(3)
try:
    number = float(found[0])
except (IndexError, ValueError):
    sys.exit(2)
sys.exit(int(not abs(number * number - int(given[0])) <= 0.01))
`,
    python: {
      right: "print(int(input()) ** 0.5)\n",
      wrong: [" ** 0.5", " / 2"],
    },
    javascript: {
      right: "console.log(Math.sqrt(Number(readline())).toFixed(4));\n",
      wrong: ["toFixed(4)", "toFixed(0)"],
    },
  },
  {
    name: "anagram",
    statement: "Any other order of the letters of a word.",
    tests: [
      ["abc\n", "cab\n"],
      ["aab\n", "aba\n"],
    ],
    checker: `import sys
read = lambda place: open(sys.argv[place]).read().split()
given, expected, found = read(1), read(2), read(3)
word, other = given[0], "".join(found)
if sorted(word) != sorted(other):
    sys.exit("these are other letters")
sys.exit(0 if word != other else "this is the word itself")
`,
    python: {
      right: `word = input()
turned = word[1:] + word[:1]
print(turned if turned != word else word[::-1])
`,
      wrong: ["turned = word[1:] + word[:1]", "turned = word[1:]"],
    },
    javascript: {
      right: `const word = readline().trim();
const turned = word.slice(-1) + word.slice(0, -1);
console.log(turned);
`,
      wrong: ["word.slice(-1) + word.slice(0, -1)", "word"],
    },
    cpp: {
      right: `#include <bits/stdc++.h>
using namespace std;
int main() {
  string word;
  cin >> word;
  rotate(word.begin(), word.end() - 1, word.end());
  cout << word;
}
`,
      wrong: ["rotate(word.begin(), word.end() - 1, word.end())", "sort(word.begin(), word.end())"],
    },
  },
];
