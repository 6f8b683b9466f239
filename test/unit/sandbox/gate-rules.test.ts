import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { ALLOWED_IMPORTS, GUARDED_IMPORTS } from "../../../src/sandbox/python/gate-rules.js";

const folder = dirname(createRequire(import.meta.url).resolve("pyodide"));
let imports: string[] = [];

beforeAll(async () => {
  const module = await WebAssembly.compile(await readFile(join(folder, "pyodide.asm.wasm")));
  imports = WebAssembly.Module.imports(module)
    .filter(({ kind }) => kind === "function")
    .map(({ module: namespace, name }) => `${namespace} ${name}`)
    .sort();
});

describe("the gate of the Python interpreter", () => {
  // A name that is new here is denied. Read what it does before it stands in the record, `vitest -u` writes it.
  it("knows every import of the interpreter that is installed", async () => {
    await expect(`${imports.join("\n")}\n`).toMatchFileSnapshot("interpreter-imports.txt");
  });

  it.each([...ALLOWED_IMPORTS, ...Object.keys(GUARDED_IMPORTS)])(
    "lets through %s, which there is",
    (name) => {
      expect(imports.some((each) => each.endsWith(` ${name}`))).toBe(true);
    },
  );

  it.each([
    "_emscripten_system",
    "__syscall_connect",
    "_dlopen_js",
    "JsProxy_GetAttr_js",
    "emscripten_asm_const_int",
  ])("denies %s", (name) => {
    expect(imports.some((each) => each.endsWith(` ${name}`))).toBe(true);
    expect(ALLOWED_IMPORTS.has(name)).toBe(false);
    expect(Object.hasOwn(GUARDED_IMPORTS, name)).toBe(false);
  });
});
