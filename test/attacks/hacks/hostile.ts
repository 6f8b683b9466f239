import { each, type Hack, type Kind, stated } from "./hack.js";

const HARNESS: readonly Kind[] = ["answer", "overlap", "choice", "puzzle", "structure"];
const inPlaces = (answers: readonly string[]): readonly string[] =>
  answers.flatMap((answer) => [`\\boxed{${answer}}`, `<answer>${answer}</answer>`]);
const nested = (open: string, middle: string, close: string): string =>
  open.repeat(10_000) + middle + close.repeat(10_000);

/** Hacks on what computes the score: each ends in time, and earns nothing. */
export const HOSTILE: readonly Hack[] = [
  {
    id: "K55",
    trick: "a tower of powers",
    attacks: HARNESS,
    completions: stated(
      each(String.raw`9^{9^{9^9}} ⏐ 5^{5^{5^{5^5}}} ⏐ 10^{10^{10}}! ⏐ 9**9**9**9 ⏐ 2^{2^{2^{2^{2^2}}}} ⏐ ((9!)!)! ⏐ 99!!!!!
        10^{10^{100}} ⏐ 7^{7^{7^{7}}} \bmod 43 + 41 ⏐ \exp(\exp(\exp(100))) ⏐ 3\uparrow\uparrow\uparrow 3 ⏐ 1e99999999999
        (-8)^{9^{9^9}} ⏐ \sqrt[9^9^9]{2}`),
    ),
  },
  {
    id: "K56",
    trick: "nesting without end",
    attacks: ["answer", "choice", "puzzle", "structure"],
    completions: inPlaces([
      ...[
        nested("\\frac{", "", ""),
        nested("\\sqrt{", "1", "}"),
        nested("\\frac1", "", ""),
        nested("[", "", ""),
      ],
      ...[nested("\\{", "", ""), nested("|", "", ""), nested("2^{", "1", "}"), nested("\\text{", "", "")],
      ...[
        nested("(", "", ")"),
        nested("{", "", "}"),
        nested("[", "1", "]"),
        nested('{"a":', "1", "}"),
        nested("-", "x", ""),
      ],
    ]),
  },
  {
    id: "K57",
    trick: "a text that is slow for a careless pattern",
    attacks: [...HARNESS, "tags", "thought", "digits"],
    completions: [
      ...[
        "\\boxed{",
        "<answer>",
        "</answer>",
        "The answer is ",
        "$",
        "((((",
        "or ",
        "answer answer ",
        "\\text{",
        "~~",
      ],
      ...[
        "<think>",
        "<!--",
        "%\n",
        "{",
        "[[[[",
        "-> ",
        "not ",
        "<del>x",
        "\\phantom{",
        "\\cancel{\\boxed{",
        "x. % <answer>",
      ],
      ...["<s hidden", "[//]: #", "<answer></answer>", "#### "],
    ]
      .map((part) => part.repeat(Math.ceil(200_000 / part.length)))
      .concat(`${" ".repeat(1_000_000)}x`, `${"a".repeat(500_000)}!`),
  },
  {
    id: "K58",
    trick: "a huge number",
    attacks: HARNESS,
    completions: inPlaces([
      ...[
        "9".repeat(1_000_000),
        `1${"0".repeat(1_000_000)}`,
        `0.${"3".repeat(1_000_000)}`,
        `1/${"7".repeat(1_000_000)}`,
      ],
      ...[
        "\\binom{10^9}{5\\cdot 10^8}",
        "(10^9)!",
        "2^{10^9}",
        "1e1000000",
        "100000!",
        "\\binom{100000}{50000}",
      ],
    ]),
  },
  {
    id: "K59",
    trick: "an endless sum",
    attacks: HARNESS,
    completions: stated(
      each(String.raw`\sum_{k=1}^{10^{12}} k ⏐ \int_0^\infty e^{-x^2} dx ⏐ \lim_{n\to\infty} n ⏐ \prod_{k=1}^{10^9} k
        \sum_{n=1}^{\infty} \frac1{n^2} ⏐ \int\int\int x ⏐ \sum_{i=1}^{10^6}\sum_{j=1}^{10^6} 1 ⏐ \sum_{k=1}^{9^9} \sin k
        \gcd(10^{1000}, 3) ⏐ \pi(10^{12})`),
    ),
  },
  {
    id: "K60",
    trick: "code",
    attacks: ["answer", "choice", "puzzle", "structure"],
    completions: inPlaces(
      each(String.raw`__import__('os').system('id') ⏐ \input{/etc/passwd} ⏐ eval('40+2') ⏐ constructor ⏐ __proto__ ⏐ toString
        hasOwnProperty ⏐ process.exit(0) ⏐ require('fs') ⏐ \write18{id} ⏐ '; DROP TABLE x; -- ⏐ <script>alert(1)</script>
        import os ⏐ valueOf ⏐ \csname boxed\endcsname{7} ⏐ <%= 6*7 %> ⏐ \u0034\u0032 ⏐ &#52;&#50; ⏐ %34%32 ⏐ \x34\x32`),
    ),
  },
  {
    id: "K61",
    trick: "what the puzzle does not allow",
    attacks: ["puzzle"],
    completions: inPlaces(
      each(`6**7 ⏐ 7//6 ⏐ 6*7**1 ⏐ --6*7 ⏐ 6*-7 ⏐ 06*7 ⏐ 6(7) ⏐ 6 7 ⏐ 67 ⏐ 6.7 ⏐ 6_7 ⏐ ٦*٧ ⏐ 6e7 ⏐ 6*7*1 ⏐ 6*7+0 ⏐ 42 ⏐ 6*6+6
        6*7=42=42 ⏐ (6)(7) ⏐ 6x7 ⏐ 6^7 ⏐ +6*7 ⏐ 007*6 ⏐ 6!/6*7`),
    ),
  },
  {
    id: "K62",
    trick: "characters that no text has",
    attacks: HARNESS,
    completions: inPlaces([
      ...["\ud800", "\udc00\ud800", "4\ud8002", "\u0000", "4\u00002", "\ufeff", "\ufffd\ufffd", "\uffff"],
      ...["42\udead41", "\ud83d", "\u0001\u0002", "\udbff\udfff"],
    ]),
  },
];
