/** Tests of a program, and how many programs run at once. */
export const TESTS = 20;
export const WORKERS = 2;
export const LIMITS = { timeMs: 20_000, memoryBytes: 256 << 20, outputBytes: 1 << 16 };

export const SOURCES = {
  python: "n = int(input())\nprint(sum(map(int, input().split())))",
  javascript:
    'const [, line] = require("fs").readFileSync(0, "utf8").split("\\n");\nconsole.log(line.split(" ").reduce((sum, each) => sum + Number(each), 0));',
  cpp: "#include <bits/stdc++.h>\nint main() { int n; std::cin >> n; long long sum = 0, x; while (std::cin >> x) sum += x; std::cout << sum << '\\n'; }",
};

export const inputs = Array.from({ length: TESTS }, (_, i) => ({
  kind: "stdin",
  text: `5\n${i} 2 3 4 5\n`,
}));
export const expected = inputs.map((_, i) => String(i + 14));

function check(results) {
  const outputs = results.map((each) => (each.outcome === "ok" ? each.stdout : JSON.stringify(each)));
  const wrong = outputs.findIndex((output, i) => output.trim() !== expected[i]);
  if (wrong >= 0) throw new Error(`test ${wrong} wrote ${JSON.stringify(outputs[wrong])}`);
}

/** Each program has a text of its own, as completions have, so that nothing is compiled once for all. */
const variant = (language, id) => `${SOURCES[language]}\n${language === "python" ? "#" : "//"} ${id}`;

export async function compile(runner, language, id) {
  const compiled = await runner.compile({ language, source: variant(language, id) });
  if (compiled.outcome !== "ok") throw new Error(compiled.message);
  return compiled.artifact;
}

export async function runTests(runner, artifact) {
  check(await runner.run(artifact, inputs, LIMITS));
}

export async function judge(runner, language, id) {
  await runTests(runner, await compile(runner, language, id));
}
