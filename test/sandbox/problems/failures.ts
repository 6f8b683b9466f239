/** Programs that fail whatever the problem is: by going on for ever, or by a crash. */
interface Failures {
  readonly slow: readonly string[];
  readonly crashing: readonly string[];
}

/** The failures of each language. */
export const FAILURES: Readonly<Record<"python" | "javascript" | "cpp", Failures>> = {
  python: {
    slow: [
      "while True:\n    pass\n",
      "n = 0\nwhile n >= 0:\n    n += 1\n",
      "import itertools\nfor _ in itertools.count():\n    pass\n",
      'text = "x"\nwhile text:\n    text = text[::-1]\n',
      "import time\ntime.sleep(1000)\n",
    ],
    crashing: [
      "print(1 // 0)\n",
      "[][1]\n",
      "import sys\nsys.exit(3)\n",
      "def again():\n    return 1 + again()\nagain()\n",
      'raise ValueError("no")\n',
    ],
  },
  javascript: {
    slow: [
      "for (;;);\n",
      "let turns = 0;\nwhile (turns >= 0) turns++;\n",
      "while (true) [3, 1, 2].sort();\n",
      'let text = "x";\nwhile (text) text = text.replace("x", "x");\n',
      "while (true) Array.from({ length: 9 });\n",
    ],
    crashing: [
      "null.size;\n",
      'throw new Error("no");\n',
      "missing();\n",
      "const again = () => 1 + again();\nagain();\n",
      'JSON.parse("{");\n',
    ],
  },
  cpp: {
    slow: [
      "int main() {\n  for (volatile int turns = 0;; turns = 1) {\n  }\n}\n",
      "#include <unistd.h>\nint main() { sleep(1000); }\n",
      '#include <cstdio>\nlong again(volatile int n) { return n < 2 ? n : again(n - 1) + again(n - 2); }\nint main() { std::printf("%ld", again(90)); }\n',
      "#include <vector>\nint main() {\n  volatile int size = 9;\n  while (size > 0) size = std::vector<int>(size).size();\n}\n",
    ],
    crashing: [
      "#include <cstdlib>\nint main() { std::abort(); }\n",
      "int main() {\n  int* volatile nothing = nullptr;\n  return *nothing;\n}\n",
      '#include <stdexcept>\nint main() { throw std::runtime_error("no"); }\n',
      "int main() {\n  volatile int zero = 0;\n  return 9 / zero;\n}\n",
      "#include <cstdlib>\nint main() { std::exit(3); }\n",
      "int again(int n) {\n  volatile int kept[99] = {n};\n  return again(n + 1) + kept[0];\n}\nint main() { return again(0); }\n",
      "#include <vector>\nint main() { return std::vector<int>().at(1); }\n",
    ],
  },
};
