import type { Problem } from "./problem.js";

/** Lines and words. */
export const strings: readonly Problem[] = [
  {
    name: "reversed_words",
    statement: "The words of a line, each of them backwards.",
    tests: [
      ["never odd or even\n", "reven ddo ro neve\n"],
      ["a\n", "a\n"],
      ["ab  cd\n", "ba dc\n"],
    ],
    python: {
      right: 'print(" ".join(word[::-1] for word in input().split()))\n',
      wrong: ["word[::-1] for word in input().split()", "input().split()[::-1]"],
    },
    javascript: {
      right: String.raw`const found = readline().trim().split(/\s+/);
console.log(found.map((word) => [...word].reverse().join("")).join(" "));
`,
      wrong: [".reverse()", ".sort()"],
    },
    cpp: {
      right: `#include <bits/stdc++.h>
using namespace std;
int main() {
  string word, gap;
  for (; cin >> word; gap = " ") {
    reverse(word.begin(), word.end());
    cout << gap << word;
  }
}
`,
      wrong: ["reverse(", "sort("],
    },
  },
  {
    name: "run_lengths",
    statement: "A word with each run of a letter as the letter and its length.",
    tests: [
      ["aaabccd\n", "a3b1c2d1\n"],
      ["z\n", "z1\n"],
      ["abab\n", "a1b1a1b1\n"],
    ],
    python: {
      right: `from itertools import groupby
print("".join(f"{letter}{len(list(run))}" for letter, run in groupby(input())))
`,
      wrong: ["groupby(input())", "groupby(sorted(input()))"],
    },
    javascript: {
      right: `const word = readline().trim();
let text = "";
for (let start = 0, end = 0; start < word.length; start = end) {
  while (word[end] === word[start]) end++;
  text += word[start] + (end - start);
}
console.log(text);
`,
      wrong: ["(end - start)", "end"],
    },
    cpp: {
      right: `#include <bits/stdc++.h>
using namespace std;
int main() {
  string word;
  cin >> word;
  for (size_t start = 0, end = 0; start < word.size(); start = end) {
    while (end < word.size() && word[end] == word[start]) end++;
    cout << word[start] << end - start;
  }
}
`,
      wrong: ["end - start", "end"],
    },
  },
  {
    name: "palindrome",
    statement: "YES if a line reads the same backwards, by its letters alone in any case; else NO.",
    tests: [
      ["A man, a plan: Panama\n", "NO\n"],
      ["Never odd, or even\n", "YES\n"],
      ["race a car\n", "NO\n"],
    ],
    python: {
      right: `letters = [each.lower() for each in input() if each.isalpha()]
print("YES" if letters == letters[::-1] else "NO")
`,
      wrong: ["each.lower()", "each"],
    },
    javascript: {
      right: `const letters = readline().toLowerCase().replace(/[^a-z]/g, "");
console.log(letters === [...letters].reverse().join("") ? "YES" : "NO");
`,
      wrong: ['.replace(/[^a-z]/g, "")', ""],
    },
    cpp: {
      right: `#include <bits/stdc++.h>
using namespace std;
int main() {
  string line, letters;
  getline(cin, line);
  for (unsigned char each : line)
    if (isalpha(each)) letters += tolower(each);
  cout << (letters == string(letters.rbegin(), letters.rend()) ? "YES" : "NO");
}
`,
      wrong: ["tolower(each)", "each"],
    },
  },
  {
    name: "caesar",
    statement: "A line with its letters moved along the alphabet, round and round.",
    tests: [
      ["3\nxyz Abc!\n", "abc Def!\n"],
      ["0\nsame\n", "same\n"],
      ["25\nbcd\n", "abc\n"],
    ],
    python: {
      right: `by = int(input())
def moved(letter):
    if not letter.isalpha():
        return letter
    start = ord("a") if letter.islower() else ord("A")
    return chr(start + (ord(letter) - start + by) % 26)
print("".join(map(moved, input())))
`,
      wrong: [" % 26", ""],
    },
    javascript: {
      right: `const by = Number(readline());
const moved = (letter) => {
  const start = letter < "a" ? 65 : 97;
  return String.fromCharCode(start + ((letter.charCodeAt(0) - start + by) % 26));
};
console.log(readline().replace(/[a-z]/gi, moved));
`,
      wrong: ["/gi", "/g"],
    },
    cpp: {
      right: `#include <bits/stdc++.h>
using namespace std;
int main() {
  int by;
  string line;
  cin >> by >> ws;
  getline(cin, line);
  for (char& each : line) {
    if (!isalpha(each)) continue;
    char start = islower(each) ? 'a' : 'A';
    each = start + (each - start + by) % 26;
  }
  cout << line;
}
`,
      wrong: [" % 26", ""],
    },
  },
  {
    name: "common_prefix",
    statement: "The longest text with which all words begin.",
    tests: [
      ["3\nflower flow flight\n", "fl\n"],
      ["2\ndog cat\n", "\n"],
      ["1\nalone\n", "alone\n"],
    ],
    python: {
      right: `input()
words = input().split()
low, high = min(words), max(words)
length = 0
while length < min(len(low), len(high)) and low[length] == high[length]:
    length += 1
print(low[:length])
`,
      wrong: ["min(words), max(words)", "words[0], words[1 % len(words)]"],
    },
    javascript: {
      right: `readline();
const found = readline().trim().split(" ");
let prefix = found[0];
for (const word of found) while (!word.startsWith(prefix)) prefix = prefix.slice(0, -1);
console.log(prefix);
`,
      wrong: ["of found)", "of found.slice(0, 2))"],
    },
    cpp: {
      right: `#include <bits/stdc++.h>
using namespace std;
int main() {
  int n;
  string prefix, word;
  cin >> n >> prefix;
  while (cin >> word)
    while (word.compare(0, prefix.size(), prefix) != 0) prefix.pop_back();
  cout << prefix;
}
`,
      wrong: ["while (word.compare", "if (word.compare"],
    },
  },
];
