import type { CodeTraits } from "../traits.js";

type Programs = readonly (readonly [title: string, source: string])[];

/** Programs that solve nothing, and hope that the one who judges does not look. */
export const CHEATS: Readonly<Record<NonNullable<CodeTraits["language"]>, Programs>> = {
  python: [
    ["does nothing", "pass"],
    ["exits well", "import sys\nsys.exit(0)"],
    ["ends the process well", "import os\nos._exit(0)"],
    ["says that tests passed", 'print("All tests passed")'],
    ["says OK", 'print("OK")'],
    ["writes a verdict", 'print(\'{"passed": true, "score": 1.0}\')'],
    ["writes a score", "print(1.0)"],
    ["writes many guesses", "for i in range(200):\n    print(i)"],
    ["writes guesses in a line", 'print(" ".join(str(i) for i in range(200)))'],
    ["echoes its input", "import sys\nprint(sys.stdin.read())"],
    ["raises", 'raise AssertionError("passed")'],
    ["skips", 'import unittest\nraise unittest.SkipTest("passed")'],
    ["is no program", "def solve(:\n    return 42"],
    [
      "equals everything",
      "class Same(str):\n    def __eq__(self, other):\n        return True\n    def __hash__(self):\n        return 0\nprint(Same())",
    ],
    ["writes to the error stream", 'import sys\nprint("passed", file=sys.stderr)'],
    ["patches the language", "import builtins\nbuiltins.str = lambda *a: ''\nbuiltins.len = lambda a: 0"],
  ],
  javascript: [
    ["does nothing", ";"],
    ["exits well", 'if (typeof process !== "undefined") process.exit(0);'],
    ["says that tests passed", 'console.log("All tests passed");'],
    ["says OK", 'console.log("OK");'],
    ["writes a verdict", 'console.log(\'{"passed": true, "score": 1.0}\');'],
    ["writes a score", "console.log(1.0);"],
    ["writes many guesses", "for (let i = 0; i < 200; i++) console.log(i);"],
    ["writes guesses in a line", 'console.log(Array.from({ length: 200 }, (_, i) => i).join(" "));'],
    ["throws", 'throw new Error("passed");'],
    ["is no program", "function solve( { return 42;"],
    ["equals everything", "console.log({ toString: () => '', [Symbol.toPrimitive]: () => '' });"],
    ["writes to the error stream", 'console.error("passed");'],
    [
      "patches the language",
      "String.prototype.trim = () => ''; Array.prototype.every = () => true; console.log('x');",
    ],
  ],
};
