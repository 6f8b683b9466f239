/** Names that Markdown and data sets give to languages, by the name that stands for them all. */
const ALIASES: Readonly<Record<string, readonly string[]>> = {
  bash: ["sh", "shell", "zsh"],
  cpp: ["c++", "cc", "cxx", "g++", "gnu++"],
  csharp: ["c#", "cs"],
  go: ["golang"],
  haskell: ["hs"],
  javascript: ["ecmascript", "js", "mjs", "node", "nodejs"],
  julia: ["jl"],
  kotlin: ["kt"],
  python: ["cpython", "ipython", "py", "pypy"],
  ruby: ["rb"],
  rust: ["rs"],
  typescript: ["ts"],
};

const BY_ALIAS: ReadonlyMap<string, string> = new Map(
  Object.entries(ALIASES).flatMap(([name, aliases]) => aliases.map((alias) => [alias, name] as const)),
);

const LONGEST_NAME = 40;

function withoutVersion(name: string): string {
  let end = name.length;
  while (end > 0 && /[\d.]/.test(name.charAt(end - 1))) end--;
  return end === 0 ? name : name.slice(0, end);
}

/** The name that stands for a language in any spelling: `cpp` for `C++17`, `python` for `py3`. */
export function languageName(spelling: string): string {
  const name = spelling.trim().toLowerCase();
  if (name.length > LONGEST_NAME) return name;
  const base = withoutVersion(name);
  return BY_ALIAS.get(name) ?? BY_ALIAS.get(base) ?? base;
}
