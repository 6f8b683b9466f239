import type { Problem } from "./problem.js";

/** Stacks, queues and caches. */
export const structures: readonly Problem[] = [
  {
    name: "brackets",
    statement: "YES if all brackets of a line are closed in order; else NO.",
    tests: [
      ["([]{})\n", "YES\n"],
      ["(]\n", "NO\n"],
      ["((\n", "NO\n"],
      ["\n", "YES\n"],
    ],
    python: {
      right: `stack, pairs = [], {")": "(", "]": "[", "}": "{"}
ok = True
for each in input():
    if each not in pairs:
        stack.append(each)
    elif not stack or stack.pop() != pairs[each]:
        ok = False
print("YES" if ok and not stack else "NO")
`,
      wrong: ["ok and not stack", "ok"],
    },
    javascript: {
      right: `const pairs = { ")": "(", "]": "[", "}": "{" };
const stack = [];
let isGood = true;
for (const each of readline() ?? "") {
  if (each in pairs) isGood = stack.pop() === pairs[each] && isGood;
  else stack.push(each);
}
console.log(isGood && stack.length === 0 ? "YES" : "NO");
`,
      wrong: [" && isGood", " || isGood"],
    },
    cpp: {
      right: `#include <bits/stdc++.h>
using namespace std;
int main() {
  string line, stack;
  getline(cin, line);
  const string opening = "([{", closing = ")]}";
  bool isGood = true;
  for (char each : line) {
    size_t kind = closing.find(each);
    if (kind == string::npos) {
      stack += each;
      continue;
    }
    isGood = isGood && !stack.empty() && stack.back() == opening[kind];
    if (!stack.empty()) stack.pop_back();
  }
  cout << (isGood && stack.empty() ? "YES" : "NO");
}
`,
      wrong: [" && stack.empty() ?", " ?"],
    },
  },
  {
    name: "running_median",
    statement: "The lower median after each number.",
    tests: [
      ["5\n5 2 8 1 9\n", "5\n2\n5\n2\n5\n"],
      ["1\n3\n", "3\n"],
    ],
    python: {
      right: `import sys
a = list(map(int, sys.stdin.read().split()))
from bisect import insort
seen = []
for each in a[1:]:
    insort(seen, each)
    print(seen[(len(seen) - 1) // 2])
`,
      wrong: ["(len(seen) - 1) // 2", "len(seen) // 2"],
    },
    javascript: {
      right: String.raw`const a = require("fs").readFileSync(0, "utf8").split(/\s+/).filter(Boolean).map(Number);
const seen = [];
for (const each of a.slice(1)) {
  seen.push(each);
  seen.sort((p, q) => p - q);
  console.log(seen[(seen.length - 1) >> 1]);
}
`,
      wrong: ["(p, q) => p - q", "(p, q) => q - p"],
    },
    cpp: {
      right: `#include <bits/stdc++.h>
using namespace std;
int main() {
  int n, each;
  vector<int> seen;
  cin >> n;
  while (cin >> each) {
    seen.insert(lower_bound(seen.begin(), seen.end(), each), each);
    cout << seen[(seen.size() - 1) / 2] << endl;
  }
}
`,
      wrong: ["(seen.size() - 1) / 2", "seen.size() / 2"],
    },
  },
  {
    name: "postfix",
    statement: "The value of an expression in postfix notation.",
    tests: [
      ["3 4 + 2 *\n", "14\n"],
      ["5 1 2 + 4 * + 3 -\n", "14\n"],
      ["7\n", "7\n"],
    ],
    python: {
      right: `import sys
data = sys.stdin.read().split()
stack = []
for each in data:
    if each in "+-*":
        other, one = stack.pop(), stack.pop()
        stack.append({"+": one + other, "-": one - other, "*": one * other}[each])
    else:
        stack.append(int(each))
print(stack[0])
`,
      wrong: ["one - other", "other - one"],
    },
    javascript: {
      right: String.raw`const words = require("fs").readFileSync(0, "utf8").split(/\s+/).filter(Boolean);
const stack = [];
const apply = { "+": (p, q) => p + q, "-": (p, q) => p - q, "*": (p, q) => p * q };
for (const word of words) {
  const [operator, other] = [apply[word], apply[word] && stack.pop()];
  stack.push(operator ? operator(stack.pop(), other) : Number(word));
}
console.log(stack[0]);
`,
      wrong: ["p - q", "q - p"],
    },
    cpp: {
      right: `#include <bits/stdc++.h>
using namespace std;
int main() {
  stack<int> values;
  string word;
  while (cin >> word) {
    if (isdigit(word.back())) {
      values.push(stoi(word));
      continue;
    }
    int other = values.top();
    values.pop();
    int& one = values.top();
    one = word == "+" ? one + other : word == "-" ? one - other : one * other;
  }
  cout << values.top();
}
`,
      wrong: ["one - other", "other - one"],
    },
  },
  {
    name: "least_recent",
    statement: "What a cache of k pages keeps, the least recently used first.",
    tests: [
      ["2\n1 2 1 3\n", "1 3\n"],
      ["3\n7 7 7\n", "7\n"],
    ],
    python: {
      right: `k = int(input())
cache = {}
for page in input().split():
    cache.pop(page, None)
    cache[page] = True
    if len(cache) > k:
        del cache[next(iter(cache))]
print(*cache)
`,
      wrong: ["    cache.pop(page, None)\n", ""],
    },
    javascript: {
      right: `const k = Number(readline());
const cache = new Set();
for (const page of readline().trim().split(" ")) {
  cache.delete(page);
  cache.add(page);
  if (cache.size > k) cache.delete(cache.values().next().value);
}
console.log([...cache].join(" "));
`,
      wrong: ["  cache.delete(page);\n", ""],
    },
    cpp: {
      right: `#include <bits/stdc++.h>
using namespace std;
int main() {
  size_t k;
  int page;
  deque<int> cache;
  cin >> k;
  while (cin >> page) {
    auto kept = find(cache.begin(), cache.end(), page);
    if (kept != cache.end()) cache.erase(kept);
    cache.push_back(page);
    if (cache.size() > k) cache.pop_front();
  }
  for (int each : cache) cout << each << ' ';
}
`,
      wrong: ["if (kept != cache.end()) cache.erase(kept)", "if (kept != cache.end()) continue"],
    },
  },
  {
    name: "window_maximum",
    statement: "The largest number of each window of k.",
    tests: [
      ["8 3\n1 3 -1 -3 5 3 6 7\n", "3 3 5 5 6 7\n"],
      ["2 2\n4 1\n", "4\n"],
    ],
    python: {
      right: `import sys
a = list(map(int, sys.stdin.read().split()))
n, k = a[:2]
list_of = a[2:]
print(*(max(list_of[i : i + k]) for i in range(n - k + 1)))
`,
      wrong: ["n - k + 1", "n - k"],
    },
    javascript: {
      right: String.raw`const a = require("fs").readFileSync(0, "utf8").split(/\s+/).filter(Boolean).map(Number);
const [n, k, ...list] = a;
const found = [];
for (let i = 0; i + k <= n; i++) found.push(Math.max(...list.slice(i, i + k)));
console.log(found.join(" "));
`,
      wrong: ["i + k <= n", "i < n"],
    },
    cpp: {
      right: `#include <bits/stdc++.h>
using namespace std;
int main() {
  int n, k;
  cin >> n >> k;
  vector<int> a(n);
  for (int& each : a) cin >> each;
  for (int i = 0; i + k <= n; i++) cout << *max_element(a.begin() + i, a.begin() + i + k) << ' ';
}
`,
      wrong: ["i + k <= n", "i + k < n"],
    },
  },
];
