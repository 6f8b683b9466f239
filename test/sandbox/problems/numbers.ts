import type { Problem } from "./problem.js";

/** Primes, bases and remainders. */
export const numbers: readonly Problem[] = [
  {
    name: "divisor_of_both",
    statement: "The greatest common divisor and the least common multiple.",
    tests: [
      ["12 18\n", "6 36\n"],
      ["7 13\n", "1 91\n"],
      ["1000000007 1000000007\n", "1000000007 1000000007\n"],
    ],
    python: {
      right: `from math import gcd
one, other = map(int, input().split())
print(gcd(one, other), one * other // gcd(one, other))
`,
      wrong: ["one * other // gcd(one, other)", "one * other"],
    },
    javascript: {
      right: `let [p, q] = readline().split(" ").map(BigInt);
const product = p * q;
while (q > 0n) [p, q] = [q, p % q];
console.log(\`\${p} \${product / p}\`);
`,
      wrong: ["product / p", "product"],
    },
    cpp: {
      right: `#include <bits/stdc++.h>
using namespace std;
int main() {
  long long one, other;
  cin >> one >> other;
  long long divisor = gcd(one, other);
  cout << divisor << ' ' << one / divisor * other;
}
`,
      wrong: ["one / divisor * other", "one * other"],
    },
  },
  {
    name: "primes_below",
    statement: "How many primes are below n.",
    tests: [
      ["100\n", "25\n"],
      ["2\n", "0\n"],
      ["3\n", "1\n"],
    ],
    python: {
      right: `n = int(input())
sieve = [True] * max(n, 2)
sieve[:2] = [False, False]
for p in range(2, n):
    if sieve[p]:
        sieve[p * p :: p] = [False] * len(sieve[p * p :: p])
print(sum(sieve))
`,
      wrong: ["sieve[:2] = [False, False]", "sieve[:1] = [False]"],
    },
    javascript: {
      right: `const n = Number(readline());
let count = 0;
for (let p = 2; p < n; p++) {
  let isPrime = true;
  for (let q = 2; q * q <= p; q++) isPrime &&= p % q !== 0;
  if (isPrime) count++;
}
console.log(count);
`,
      wrong: ["q * q <= p", "q * q < p"],
    },
  },
  {
    name: "factors",
    statement: "The prime factors of a number, the smallest first.",
    tests: [
      ["360\n", "2 2 2 3 3 5\n"],
      ["97\n", "97\n"],
      ["1024\n", "2 2 2 2 2 2 2 2 2 2\n"],
    ],
    python: {
      right: `n, p, factors = int(input()), 2, []
while p * p <= n:
    while n % p == 0:
        factors.append(p)
        n //= p
    p += 1
if n > 1:
    factors.append(n)
print(*factors)
`,
      wrong: ["while n % p == 0", "if n % p == 0"],
    },
    javascript: {
      right: `let n = Number(readline());
const factors = [];
for (let p = 2; p * p <= n; p++) for (; n % p === 0; n /= p) factors.push(p);
if (n > 1) factors.push(n);
console.log(factors.join(" "));
`,
      wrong: ["if (n > 1) factors", "factors"],
    },
    cpp: {
      right: `#include <bits/stdc++.h>
using namespace std;
int main() {
  long n;
  cin >> n;
  for (long p = 2; p * p <= n; p++)
    while (n % p == 0) {
      cout << p << ' ';
      n /= p;
    }
  if (n > 1) cout << n;
}
`,
      wrong: ["while (n % p == 0)", "if (n % p == 0)"],
    },
  },
  {
    name: "in_base",
    statement: "A number in a base of 2 to 16.",
    tests: [
      ["255 16\n", "FF\n"],
      ["10 2\n", "1010\n"],
      ["0 7\n", "0\n"],
    ],
    python: {
      right: `n, base = map(int, input().split())
text = ""
while n or not text:
    n, digit = divmod(n, base)
    text = "0123456789ABCDEF"[digit] + text
print(text)
`,
      wrong: ["[digit] + text", "[digit]"],
    },
    javascript: {
      right: `const [n, base] = readline().split(" ").map(Number);
console.log(n.toString(base).toUpperCase());
`,
      wrong: ["n.toString(base)", "n.toString(10)"],
    },
  },
  {
    name: "inverse",
    statement: "The inverse of a number modulo a prime.",
    tests: [
      ["3 11\n", "4\n"],
      ["10 17\n", "12\n"],
      ["1 2\n", "1\n"],
    ],
    python: {
      right: `n, prime = map(int, input().split())
print(pow(n, -1, prime))
`,
      wrong: ["pow(n, -1, prime)", "prime // n"],
    },
    javascript: {
      right: `const [n, prime] = readline().split(" ").map(Number);
let inverse = 1;
while ((n * inverse) % prime !== 1) inverse++;
console.log(inverse);
`,
      wrong: ["console.log(inverse)", "console.log(prime - inverse)"],
    },
  },
];
