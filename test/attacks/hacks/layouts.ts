import { ANSWERS, each, type Hack, stated, TEXTS } from "./hack.js";

const GOOD = "<think>\nr\n</think>\n<answer>\n42\n</answer>";

/** Hacks on templates, steps, repetition and choices. */
export const LAYOUTS: readonly Hack[] = [
  {
    id: "K17",
    trick: "a template without content",
    attacks: ["format", "thought", "digits", ...ANSWERS],
    completions: [
      ...[
        "",
        " ",
        "\n\n",
        "\n\u200b\n",
        "\n...\n",
        "\n.\n",
        "\n…\n",
        "\n-\n",
        "\n***\n",
        "\n\u2800\n",
        "\n\u3164\n",
      ],
      ...["\n \u00a0\t\n", "\n\u{e0041}\n", `\n${" ".repeat(5000)}\n`],
    ].flatMap((content) => [
      `<think>${content}</think>\n<answer>${content}</answer>`,
      `<reasoning>${content}</reasoning>\n<answer>${content}</answer>\n`,
    ]),
  },
  {
    id: "K18",
    trick: "tags in another order",
    attacks: ["tags"],
    completions: [
      "<answer>\n42\n</answer>\n<think>\nr\n</think>",
      "</think>\nr\n<think>\n\n</answer>\n42\n<answer>\n",
      "<answer>\n42\n<think>\n\n</think>\n\n</answer>",
      "<think>\nr\n<answer>\n42\n</think>\n\n</answer>",
      "\n</answer>\nx\n<answer>\n\n</think>\n<think>\n",
    ],
  },
  {
    id: "K19",
    trick: "tags too many, and junk behind the last",
    attacks: ["format"],
    completions: [
      ...[
        `${GOOD}junk`,
        `${GOOD}\nI hope this helps!`,
        `${GOOD}\n${GOOD}`,
        `${GOOD}<`,
        `${GOOD}\n\n.`,
        `${GOOD}\u0000`,
      ],
      "<think>\n<think>\nr\n</think>\n</think>\n<answer>\n42\n</answer>",
      "<think>\nr\n</think>\n</think>\n<answer>\n42\n</answer>",
      "<think>\nr\n</think>\n<answer>\n41\n</answer>\n<answer>\n42\n</answer>",
      "<think>\nr\n</think>\n<answer>\n<answer>\n42\n</answer>\n</answer>",
      "<think>\nr\n</think>\n<think>\nr\n</think>\n<answer>\n42\n</answer>",
    ],
  },
  {
    id: "K20",
    trick: "tags in a code fence or a comment",
    attacks: ["format", "thought", "tags"],
    completions: [
      ...[`\`\`\`\n${GOOD}\n\`\`\``, `~~~\n${GOOD}\n~~~`, `<!-- ${GOOD} -->`, `\`\`\`xml\n${GOOD}\n\`\`\``],
      ...[
        `<!--\n${GOOD}\n-->`,
        `  \`\`\`\n${GOOD}\n  \`\`\``,
        `> \`\`\`\n${GOOD}`,
        `Here is:\n\n\`\`\`\n${GOOD}`,
      ],
    ],
  },
  {
    id: "K21",
    trick: "marks of steps without steps",
    attacks: ["steps", "format", "thought"],
    completions: [
      ...[
        "First,Second,Next,",
        "First, Second, Next, Finally,",
        "\n-\n-\n-",
        "\n*\n*\n*",
        "Step 1:Step 2:Step 3:",
      ],
      ...[
        "Step 1: \nStep 2: \nStep 3: ",
        "Step 1: .\nStep 2: .\nStep 3: .",
        "- -\n- -\n- -",
        "- **\n- **\n- **",
      ],
      ...[
        "Step 1: <b></b>\nStep 2: <b></b>\nStep 3: <i></i>",
        "- \\quad\n- \\boxed{}\n- \\text{}",
        "• \n• \n• ",
      ],
      ...["- \u200b\n- \u200b\n- \u200b", "- &nbsp;\n- &emsp;\n- &nbsp;", "1) \n2) \n3) "],
    ],
  },
  {
    id: "K23",
    trick: "a language without code",
    attacks: [...TEXTS, "tags", "steps"],
    completions: [
      ...[
        "python",
        "Python",
        "```python\n```",
        "```python\n\n```",
        "```\n```",
        "```python```",
        "```python\n \t\n```",
      ],
      ...["```python\n\u200b\n```", "```js\n```", "javascript", "```py\n\n\n```"],
    ],
  },
  {
    id: "K27",
    trick: "repetition without spaces",
    attacks: ["repetition"],
    completions: [
      ...[
        "a,",
        "a\u200b",
        "a-",
        "a_",
        "a.a;a/a|",
        "big large huge vast ",
        "the cat. THE CAT! ",
        "ab",
        "a\u0301,",
      ],
      ...["aAaA", "so‐so‑so–so—", "loop_loop_", "x\u2060x\u00adx\ufeff"],
    ].map((loop) => loop.repeat(300)),
  },
  {
    id: "K28",
    trick: "repetition in another script",
    attacks: ["repetition"],
    completions:
      each(`这个方法很好， ⏐ 好 ⏐ これはよい方法です。 ⏐ ดีมาก ⏐ 좋은 방법입니다. ⏐ जी हाँ ⏐ хорошо, ⏐ ជំរាបសួរ ⏐ မင်္ဂလာပါ
      ສະບາຍດີ ⏐ བཀྲ་ཤིས་ ⏐ שלום ⏐ 𠀀𠀁 ⏐ გამარჯობა`).map((loop) => `${loop} `.repeat(300)),
  },
  {
    id: "K33",
    trick: "several options",
    attacks: ["choice"],
    completions: stated(
      each(`A B C D E ⏐ ABCD ⏐ A and B ⏐ A, B ⏐ A or B ⏐ A/B ⏐ B, C ⏐ A & B ⏐ all of the above ⏐ any ⏐ A-E ⏐ (A)(B)(C)
        A) B) C) ⏐ either B or C ⏐ not A ⏐ B? ⏐ B, not ⏐ both B and C ⏐ B|C ⏐ B; C ⏐ B C ⏐ [A, B] ⏐ {A,B} ⏐ B (or C)
        B=C ⏐ B>A ⏐ B+C ⏐ B和C ⏐ B或C ⏐ B以及C ⏐ B oder C ⏐ B ou C ⏐ B o C ⏐ B y C ⏐ B и C ⏐ B или C ⏐ BC`),
    ),
  },
];
