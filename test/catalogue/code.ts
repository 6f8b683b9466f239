import type { CatalogueCase } from "./case.js";

/** What the columns of rewards that run code may hold. */
export const CODE_COLUMN_SAMPLES: Readonly<Record<string, readonly unknown[]>> = {
  verification_info: [
    { language: "python", test_cases: [{ input: "1", output: "1" }] },
    '{"inputs": ["1"], "outputs": ["1"]}',
    ["assert f(1) == 2"],
    "not JSON",
    [],
    null,
    42,
  ],
  language: ["python", "c++", "", null, 42],
  metadata: ['{"func_name": "f"}', "{", null],
};

/** The sandbox is a process that is built: its own tests show what the options do. */
const codeCase: CatalogueCase = { groups: [], columns: CODE_COLUMN_SAMPLES, isRemote: true };

export default codeCase;
