import { describe, expect, it } from "vitest";
import { completionText } from "../../../../../src/cli/report/page/completion-text.js";
import { describeOutcome, describeVerdict } from "../../../../../src/cli/report/page/describe-verdict.js";
import { cutAlike } from "../../../../../src/cli/report/page/histogram-plot.js";
import { markup, trusted } from "../../../../../src/cli/report/page/markup.js";
import { duration, number, percent } from "../../../../../src/cli/report/page/numbers.js";

describe("markup", () => {
  it("escapes texts, also within lists and attributes, and takes markup as it is", () => {
    const text = `"><script>&`;
    expect(markup`<b title="${text}">${[text, markup`<i>${1}</i>`, null]}</b>${trusted("<hr>")}`.html).toBe(
      `<b title="&quot;&gt;&lt;script&gt;&amp;">&quot;&gt;&lt;script&gt;&amp;<i>1</i></b><hr>`,
    );
  });

  it("shows what cannot be seen", () => {
    expect(markup`${"a\0b\u202Ec\ud800d\u200be\tf\ng👍"}`.html).toBe(
      "a⟨U+0000⟩b⟨U+202E⟩c⟨U+D800⟩d⟨U+200B⟩e\tf\ng👍",
    );
  });
});

describe("completionText", () => {
  const html = (text: string, answer: string | null, omitted = 0): string =>
    completionText(text, answer, omitted).html.replace(/^<pre[^>]*>|<\/pre>$/g, "");

  it("marks the answer that was found, and sets the thinking apart", () => {
    expect(html("<think>4 or 5</think>So \\boxed{5}.", "5")).toBe(
      `<span class="thinking">&lt;think&gt;4 or 5&lt;/think&gt;</span>So \\boxed{<mark>5</mark>}.`,
    );
  });

  it("marks the last place of an answer that was found otherwise", () => {
    expect(html("B is not A. I choose B", "B")).toBe("B is not A. I choose <mark>B</mark>");
  });

  it.each([null, "", "9"])("marks nothing for %j", (answer) => {
    expect(html("So <b>.", answer)).toBe("So &lt;b&gt;.");
  });

  it("shows the start, the end and what is around the answer of a long text", () => {
    const text = `start ${"x".repeat(20_000)} \\boxed{5} ${"y".repeat(20_000)} end`;
    const shown = html(text, "5");
    expect(shown).toContain("start");
    expect(shown).toContain("<mark>5</mark>");
    expect(shown).toContain(" end");
    expect(shown.match(/characters left out/g)).toHaveLength(2);
    expect(shown.length).toBeLessThan(8000);
  });
});

describe("verdicts in words", () => {
  it.each([
    [{ status: "correct", by: "exact_value" }, "Equal to the reference, by their exact values."],
    [{ status: "incorrect", by: "matrix" }, "Not equal to the reference, entry by entry."],
    [{ status: "incorrect", by: "unproven" }, "Not accepted: nothing proves that both are equal."],
    [{ status: "correct", by: "my_rule" }, "Equal to the reference, by my rule."],
    [{ status: "correct", by: "constructor" }, "Equal to the reference, by constructor."],
    [{ status: "undetermined", fault: "candidate", reason: "no_answer" }, "The completion states no answer."],
    [
      { status: "undetermined", fault: "system", reason: "judge_down" },
      "The system is at fault: judge down.",
    ],
  ] as const)("%j", (verdict, words) => expect(describeVerdict(verdict, 0)).toBe(words));

  it("outcomes that no verdict of ours has stand as they are", () => {
    expect(describeOutcome("constructor:x")).toBe("constructor:x");
  });
});

describe("numbers", () => {
  it.each([
    [percent(0, 0), "–"],
    [percent(0, 5), "0 %"],
    [percent(1, 100_000), "<0.1 %"],
    [percent(99_999, 100_000), ">99.9 %"],
    [percent(1, 3), "33 %"],
    [number(-0.123456), "−0.123"],
    [number(12345.6), "12346"],
    [number(1e-9), "1.0e−9"],
    [duration(0.0123), "12.3 µs"],
    [duration(2500), "2.5 s"],
  ])("%s", (written, wanted) => expect(written).toBe(wanted));
});

describe("cutAlike", () => {
  const value = (at: number, count = 1) => ({ from: at, to: at, count });

  it("draws few values apart from each other", () => {
    const [bars] = cutAlike([[value(0), value(1, 3)]]);
    expect(bars).toMatchObject([
      { x1: -0.04, x2: 0.04, count: 1 },
      { x1: 0.96, x2: 1.04, count: 3 },
    ]);
  });

  it("cuts several histograms at the same places", () => {
    const first = Array.from({ length: 30 }, (_, i) => value(i / 30));
    const [a = [], b = []] = cutAlike([first, [value(0.4, 7)]], 10);
    expect(a.map(({ x1 }) => x1)).toContain(b[0]?.x1);
  });
});
