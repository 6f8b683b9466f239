import { resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { parseTarget } from "../../../../src/cli/audit/target.js";

describe("a target", () => {
  it.each([
    ["accuracy", { type: "builtin", name: "accuracy" }],
    ["./a.ts#judge", { type: "module", path: resolve("a.ts"), exported: "judge" }],
    ["a.mjs", { type: "module", path: resolve("a.mjs"), exported: "default" }],
    ["python:a.b:c", { type: "python", module: "a.b", function: "c" }],
    ["py:./a.py:C.f", { type: "python", module: resolve("a.py"), function: "C.f" }],
    ["http://host:1", { type: "url", url: "http://host:1/rpc", reward: "accuracy" }],
    ["https://host/rpc#own", { type: "url", url: "https://host/rpc", reward: "own" }],
  ])("%s", (argument, target) => expect(parseTarget(argument)).toEqual(target));

  it.each(["", "a b", "python:a", "python:a:", "./a.txt"])("%j is none", (argument) =>
    expect(() => parseTarget(argument)).toThrow(/python:|target/),
  );
});
