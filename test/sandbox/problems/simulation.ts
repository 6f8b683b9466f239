import type { Problem } from "./problem.js";

/** Rules that are followed step by step. */
export const simulation: readonly Problem[] = [
  {
    name: "robot",
    statement: "Where a robot stands after its steps to N, E, S and W.",
    tests: [
      ["NNESWW\n", "-1 1\n"],
      ["\n", "0 0\n"],
      ["EEEE\n", "4 0\n"],
    ],
    python: {
      right: `steps = input()
print(steps.count("E") - steps.count("W"), steps.count("N") - steps.count("S"))
`,
      wrong: ['steps.count("N") - steps.count("S")', 'steps.count("S") - steps.count("N")'],
    },
    javascript: {
      right: `const steps = readline() ?? "";
const count = (letter) => steps.split(letter).length - 1;
console.log(count("E") - count("W"), count("N") - count("S"));
`,
      wrong: ['count("N") - count("S")', 'count("S") - count("N")'],
    },
    cpp: {
      right: `#include <bits/stdc++.h>
using namespace std;
int main() {
  string steps;
  cin >> steps;
  int x = 0, y = 0;
  for (char step : steps) {
    x += (step == 'E') - (step == 'W');
    y += (step == 'N') - (step == 'S');
  }
  cout << x << ' ' << y;
}
`,
      wrong: ["y +=", "y -="],
    },
  },
  {
    name: "collatz",
    statement: "How many steps a number takes to 1.",
    tests: [
      ["6\n", "8\n"],
      ["1\n", "0\n"],
      ["27\n", "111\n"],
    ],
    python: {
      right: `n, steps = int(input()), 0
while n != 1:
    n = 3 * n + 1 if n % 2 else n // 2
    steps += 1
print(steps)
`,
      wrong: ["print(steps)", "print(steps + 1)"],
    },
    javascript: {
      right: `let [n, steps] = [Number(readline()), 0];
for (; n !== 1; steps++) n = n % 2 === 1 ? 3 * n + 1 : n / 2;
console.log(steps);
`,
      wrong: ["console.log(steps)", "console.log(steps - 1)"],
    },
  },
  {
    name: "game_of_life",
    statement: "A board of the game of life, one round later.",
    tests: [
      ["3 3\n.#.\n.#.\n.#.\n", "...\n###\n...\n"],
      ["2 2\n##\n##\n", "##\n##\n"],
      ["1 3\n###\n", ".#.\n"],
    ],
    python: {
      right: `rows, columns = map(int, input().split())
board = [input() for _ in range(rows)]
alive = {(i, j) for i in range(rows) for j in range(columns) if board[i][j] == "#"}
def lives(i, j):
    near = sum((i + p, j + q) in alive for p in (-1, 0, 1) for q in (-1, 0, 1) if p or q)
    return near == 3 or near == 2 and (i, j) in alive
for i in range(rows):
    print("".join("#" if lives(i, j) else "." for j in range(columns)))
`,
      wrong: ["near == 2 and (i, j) in alive", "near == 2"],
    },
    javascript: {
      right: String.raw`const lines = require("fs").readFileSync(0, "utf8").split("\n");
const [rows, columns] = lines[0].split(" ").map(Number);
const isAlive = (i, j) => Number(lines[i + 1]?.[j] === "#" && i >= 0);
for (let i = 0; i < rows; i++) {
  let row = "";
  for (let j = 0; j < columns; j++) {
    let near = -isAlive(i, j);
    for (let p = i - 1; p <= i + 1; p++) for (let q = j - 1; q <= j + 1; q++) near += isAlive(p, q);
    row += near === 3 || (near === 2 && isAlive(i, j)) ? "#" : ".";
  }
  console.log(row);
}
`,
      wrong: ["let near = -isAlive(i, j)", "let near = 0"],
    },
    cpp: {
      right: `#include <bits/stdc++.h>
using namespace std;
int main() {
  int rows, columns;
  cin >> rows >> columns;
  vector<string> board(rows + 2, string(columns + 2, '.'));
  for (int i = 1; i <= rows; i++) {
    string row;
    cin >> row;
    board[i].replace(1, columns, row);
  }
  for (int i = 1; i <= rows; i++) {
    for (int j = 1; j <= columns; j++) {
      int near = -(board[i][j] == '#');
      for (int p = i - 1; p <= i + 1; p++)
        near += count(board[p].begin() + j - 1, board[p].begin() + j + 2, '#');
      cout << (near == 3 || (near == 2 && board[i][j] == '#') ? '#' : '.');
    }
    cout << endl;
  }
}
`,
      wrong: ["near = -(board[i][j] == '#')", "near = 0"],
    },
  },
  {
    name: "last_person",
    statement: "Who is left in a circle of n, every k-th of whom goes.",
    tests: [
      ["7 3\n", "4\n"],
      ["1 5\n", "1\n"],
      ["5 1\n", "5\n"],
    ],
    python: {
      right: `n, k = map(int, input().split())
left = 0
for size in range(2, n + 1):
    left = (left + k) % size
print(left + 1)
`,
      wrong: ["range(2, n + 1)", "range(2, n)"],
    },
    javascript: {
      right: `const [n, k] = readline().split(" ").map(Number);
const circle = Array.from({ length: n }, (_, i) => i + 1);
for (let at = 0; circle.length > 1; ) {
  at = (at + k - 1) % circle.length;
  circle.splice(at, 1);
}
console.log(circle[0]);
`,
      wrong: ["at + k - 1", "at + k"],
    },
    cpp: {
      right: `#include <bits/stdc++.h>
using namespace std;
int main() {
  int n, k, left = 0;
  cin >> n >> k;
  for (int size = 2; size <= n; size++) left = (left + k) % size;
  cout << left + 1;
}
`,
      wrong: ["size <= n", "size < n"],
    },
  },
  {
    name: "bank",
    statement: "What is left of an account: a payment is refused that it cannot bear.",
    tests: [
      ["4\n+ 100\n- 30\n- 90\n+ 5\n", "75\n"],
      ["1\n- 1\n", "0\n"],
    ],
    python: {
      right: `balance = 0
for _ in range(int(input())):
    sign, amount = input().split()
    if sign == "+":
        balance += int(amount)
    elif int(amount) <= balance:
        balance -= int(amount)
print(balance)
`,
      wrong: ["elif int(amount) <= balance:", "else:"],
    },
    javascript: {
      right: String.raw`const lines = require("fs").readFileSync(0, "utf8").split("\n");
let balance = 0;
for (const line of lines.slice(1)) {
  const [sign, amount] = line.split(" ");
  if (sign === "+") balance += Number(amount);
  else if (sign === "-" && Number(amount) <= balance) balance -= Number(amount);
}
console.log(balance);
`,
      wrong: [" && Number(amount) <= balance", ""],
    },
  },
];
