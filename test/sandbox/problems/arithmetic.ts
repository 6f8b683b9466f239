import type { Problem } from "./problem.js";

/** Whole numbers of any size. */
export const arithmetic: readonly Problem[] = [
  {
    name: "digit_sum",
    statement: "The sum of the digits of a number of up to a thousand digits.",
    tests: [
      ["907\n", "16\n"],
      ["0\n", "0\n"],
      [
        "999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999\n",
        "2700\n",
      ],
    ],
    python: {
      right: "print(sum(int(digit) for digit in input()))\n",
      wrong: ["sum(", "max("],
    },
    javascript: {
      right: `const digits = readline().trim();
console.log([...digits].reduce((sum, digit) => sum + Number(digit), 0));
`,
      wrong: ["sum + Number(digit)", "Number(digit)"],
    },
    cpp: {
      right: String.raw`#include <iostream>
#include <string>
int main() {
  std::string digits;
  std::cin >> digits;
  long sum = 0;
  for (char digit : digits) sum += digit - '0';
  std::cout << sum << '\n';
}
`,
      wrong: ["sum += digit", "sum = digit"],
    },
  },
  {
    name: "large_product",
    statement: "The exact product of two numbers.",
    tests: [
      ["123456789012345678901 98765432109876543210\n", "12193263113702179522473403443222511812210\n"],
      ["-7 6\n", "-42\n"],
      ["0 5\n", "0\n"],
    ],
    python: {
      right: `one, other = map(int, input().split())
print(one * other)
`,
      wrong: ["one * other", "int(float(one) * other)"],
    },
    javascript: {
      right: `const [one, other] = readline().split(" ").map(BigInt);
console.log(String(one * other));
`,
      wrong: ["one * other", "Number(one) * Number(other)"],
    },
    cpp: {
      right: `#include <bits/stdc++.h>
using namespace std;
int main() {
  string one, other;
  cin >> one >> other;
  bool isNegative = (one[0] == '-') != (other[0] == '-');
  vector<int> p, q;
  for (char each : one) if (each != '-') p.insert(p.begin(), each - '0');
  for (char each : other) if (each != '-') q.insert(q.begin(), each - '0');
  vector<int> digits(p.size() + q.size());
  for (size_t i = 0; i < p.size(); i++)
    for (size_t j = 0; j < q.size(); j++) {
      int value = digits[i + j] + p[i] * q[j];
      digits[i + j] = value % 10;
      digits[i + j + 1] += value / 10;
    }
  while (digits.size() > 1 && digits.back() == 0) digits.pop_back();
  if (isNegative && digits.back() != 0) cout << '-';
  for (size_t i = digits.size(); i-- > 0;) cout << digits[i];
}
`,
      wrong: ["digits[i + j + 1] += value / 10", "digits[i + j + 1] = value / 10"],
    },
  },
  {
    name: "floor_division",
    statement: "The quotient, rounded down, and the remainder, which is not negative.",
    tests: [
      ["7 2\n", "3 1\n"],
      ["-7 2\n", "-4 1\n"],
      ["-8 4\n", "-2 0\n"],
    ],
    python: {
      right: `n, m = map(int, input().split())
print(n // m, n % m)
`,
      wrong: ["n // m", "int(n / m)"],
    },
    javascript: {
      right: `const [n, m] = readline().split(" ").map(Number);
const quotient = Math.floor(n / m);
console.log(quotient, n - quotient * m);
`,
      wrong: ["floor", "trunc"],
    },
    cpp: {
      right: String.raw`#include <iostream>
int main() {
  long n, m;
  std::cin >> n >> m;
  long rest = ((n % m) + m) % m;
  std::cout << (n - rest) / m << ' ' << rest << '\n';
}
`,
      wrong: ["((n % m) + m) % m", "n % m"],
    },
  },
  {
    name: "last_digit",
    statement: "The last digit of a to the power of b.",
    tests: [
      ["2 4\n", "6\n"],
      ["7 1000000000\n", "1\n"],
      ["10 0\n", "1\n"],
    ],
    python: {
      right: `base, power = map(int, input().split())
print(pow(base, power, 10))
`,
      wrong: ["power, 10)", "power % 4, 10)"],
    },
    javascript: {
      right: `let [base, power] = readline().split(" ").map(Number);
let digit = 1;
for (base %= 10; power > 0; power = Math.floor(power / 2)) {
  if (power % 2 === 1) digit = (digit * base) % 10;
  base = (base * base) % 10;
}
console.log(digit);
`,
      wrong: ["let digit = 1", "let digit = base"],
    },
    cpp: {
      right: `#include <bits/stdc++.h>
using namespace std;
int main() {
  long long base, power, digit = 1;
  cin >> base >> power;
  for (base %= 10; power > 0; power /= 2) {
    if (power % 2 == 1) digit = digit * base % 10;
    base = base * base % 10;
  }
  cout << digit;
}
`,
      wrong: ["digit = 1", "digit = 2"],
    },
  },
  {
    name: "time_of_day",
    statement: "A number of seconds as hours, minutes and seconds of two digits each.",
    tests: [
      ["3661\n", "01:01:01\n"],
      ["59\n", "00:00:59\n"],
      ["86399\n", "23:59:59\n"],
    ],
    python: {
      right: `seconds = int(input())
print(f"{seconds // 3600:02}:{seconds // 60 % 60:02}:{seconds % 60:02}")
`,
      wrong: ["seconds // 60 % 60", "seconds // 60"],
    },
    javascript: {
      right: `const seconds = Number(readline());
const parts = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
console.log(parts.map((part) => String(part).padStart(2, "0")).join(":"));
`,
      wrong: ['.padStart(2, "0")', ""],
    },
    cpp: {
      right: String.raw`#include <cstdio>
int main() {
  int seconds;
  if (std::scanf("%d", &seconds) != 1) return 1;
  std::printf("%02d:%02d:%02d\n", seconds / 3600, seconds / 60 % 60, seconds % 60);
}
`,
      wrong: ["seconds / 60 % 60", "seconds / 60"],
    },
  },
];
