import type { Problem } from "./problem.js";

/** Answers that are right within a tolerance. */
export const decimals: readonly Problem[] = [
  {
    name: "mean",
    statement: "The mean of some numbers.",
    tests: [
      ["4\n1 2 3 4\n", "2.5\n"],
      ["3\n1 1 2\n", "1.3333333333333333\n"],
      ["1\n-5\n", "-5.0\n"],
    ],
    tolerance: 1e-6,
    python: {
      right: `import sys
a = list(map(int, sys.stdin.read().split()))
print(sum(a[1:]) / a[0])
`,
      wrong: [" / a[0]", " // a[0]"],
    },
    javascript: {
      right: String.raw`const a = require("fs").readFileSync(0, "utf8").split(/\s+/).filter(Boolean).map(Number);
console.log(a.slice(1).reduce((sum, each) => sum + each, 0) / a[0]);
`,
      wrong: [" / a[0]", " / a.length"],
    },
  },
  {
    name: "distance",
    statement: "How far two points are from each other.",
    tests: [
      ["0 0 3 4\n", "5.0000000\n"],
      ["1 1 2 2\n", "1.4142136\n"],
      ["5 5 5 5\n", "0.0000000\n"],
    ],
    tolerance: 1e-6,
    python: {
      right: `import sys
a = list(map(int, sys.stdin.read().split()))
print(f"{((a[0] - a[2]) ** 2 + (a[1] - a[3]) ** 2) ** 0.5:.7f}")
`,
      wrong: [" ** 0.5:", ":"],
    },
    javascript: {
      right: String.raw`const a = require("fs").readFileSync(0, "utf8").split(/\s+/).filter(Boolean).map(Number);
console.log(Math.hypot(a[0] - a[2], a[1] - a[3]));
`,
      wrong: ["Math.hypot(a[0] - a[2], a[1] - a[3])", "Math.abs(a[0] - a[2]) + Math.abs(a[1] - a[3])"],
    },
  },
  {
    name: "polygon_area",
    statement: "The area of a polygon.",
    tests: [
      ["4\n0 0 2 0 2 2 0 2\n", "4.0\n"],
      ["3\n0 0 1 0 0 1\n", "0.5\n"],
    ],
    tolerance: 1e-6,
    python: {
      right: `import sys
a = list(map(int, sys.stdin.read().split()))
points = list(zip(a[1::2], a[2::2]))
double = sum(x * v - u * y for (x, y), (u, v) in zip(points, points[1:] + points[:1]))
print(abs(double) / 2)
`,
      wrong: ["abs(double) / 2", "abs(double)"],
    },
    javascript: {
      right: String.raw`const a = require("fs").readFileSync(0, "utf8").split(/\s+/).filter(Boolean).map(Number);
const points = [];
for (let i = 1; i < a.length; i += 2) points.push([a[i], a[i + 1]]);
let double = 0;
points.forEach(([x, y], i) => {
  const [u, v] = points[(i + 1) % points.length];
  double += x * v - u * y;
});
console.log(Math.abs(double) / 2);
`,
      wrong: ["Math.abs(double) / 2", "Math.abs(double)"],
    },
    cpp: {
      right: `#include <bits/stdc++.h>
using namespace std;
int main() {
  int n;
  cin >> n;
  vector<complex<double>> points(n);
  for (auto& point : points) {
    double x, y;
    cin >> x >> y;
    point = {x, y};
  }
  double area = 0;
  for (int i = 0; i < n; i++) area += imag(conj(points[i]) * points[(i + 1) % n]);
  cout << abs(area) / 2;
}
`,
      wrong: ["abs(area) / 2", "abs(area)"],
    },
  },
  {
    name: "square_root",
    statement: "The square root of a number, to six places.",
    tests: [
      ["2\n", "1.414213562\n"],
      ["0\n", "0.000000000\n"],
      ["1000000\n", "1000.000000000\n"],
    ],
    tolerance: 1e-6,
    python: {
      right: `n = float(input())
low, high = 0.0, max(1.0, n)
for _ in range(100):
    middle = (low + high) / 2
    if middle * middle < n:
        low = middle
    else:
        high = middle
print(f"{high:.9f}")
`,
      wrong: ["range(100)", "range(5)"],
    },
    javascript: {
      right: "console.log(Math.sqrt(Number(readline())).toFixed(8));\n",
      wrong: ["Math.sqrt(Number(readline()))", "(Number(readline()) / 2)"],
    },
    cpp: {
      right: `#include <bits/stdc++.h>
using namespace std;
int main() {
  double n;
  cin >> n;
  printf("%.9f", sqrt(n));
}
`,
      wrong: ["sqrt(n)", "n / 2"],
    },
  },
  {
    name: "interest",
    statement: "What a sum grows to in some years at a rate in per cent.",
    tests: [
      ["100 5 2\n", "110.25\n"],
      ["1 0 10\n", "1.0\n"],
      ["200 10 1\n", "220.00000000000003\n"],
    ],
    tolerance: 1e-6,
    python: {
      right: `import sys
a = list(map(int, sys.stdin.read().split()))
total, rate, years = a
print(total * (1 + rate / 100) ** years)
`,
      wrong: ["(1 + rate / 100) ** years", "(1 + years * rate / 100)"],
    },
    javascript: {
      right: String.raw`const a = require("fs").readFileSync(0, "utf8").split(/\s+/).filter(Boolean).map(Number);
let [total, rate, years] = a;
for (; years > 0; years--) total += (total * rate) / 100;
console.log(total);
`,
      wrong: ["(total * rate) / 100", "rate"],
    },
  },
];
