import { describe, expect, it } from "vitest";
import { extractReference } from "../../../../src/math/extract/index.js";

describe("extractReference", () => {
  it.each([
    [" 1/2 ", "1/2", "whole"],
    ["It is \\boxed{1/2}.", "1/2", "boxed"],
    ["\\boxed{20} percent", "20\\%", "boxed"],
    ["\\boxed{1}, \\boxed{2}", "1, 2", "boxed"],
    ["<answer>1/2</answer>", "1/2", "answer_tag"],
    ["3 + 4 = 7\n#### 7", "7", "marked"],
    ["#### 7\n\n", "7", "marked"],
    ["$1$ and $2$ and $3$", "1 and 2 and 3", "whole"],
    ["\\(x\\)", "x", "whole"],
    ["3个", "3", "whole"],
    ["10厘米", "10厘米", "whole"],
    ["$5", "$5", "whole"],
    ["$-2 \\\\le x \\\\le 7$", "-2 \\le x \\le 7", "whole"],
    ["\\begin{pmatrix}1\\\\2\\end{pmatrix}", "\\begin{pmatrix}1\\\\2\\end{pmatrix}", "whole"],
    ["A: 12, B: 15", "A: 12, B: 15", "whole"],
    ["the answer is yes", "the answer is yes", "whole"],
    ["<think> is no thought in a reference", "<think> is no thought in a reference", "whole"],
  ])("finds the answer of %j", (reference, text, method) => {
    expect(extractReference(reference)).toMatchObject({ text, method });
  });

  it.each(["", " \n", "\\boxed{}", "The answer is \\boxed{ }.", "<answer></answer>", "####", "$$"])(
    "finds none in %j",
    (reference) => {
      expect(extractReference(reference)).toBeNull();
    },
  );
});
