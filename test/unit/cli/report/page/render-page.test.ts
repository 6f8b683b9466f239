import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import { createGatherer } from "../../../../../src/cli/report/gather.js";
import { loadPlotter } from "../../../../../src/cli/report/page/plot.js";
import { renderPage } from "../../../../../src/cli/report/page/render-page.js";
import { readScoredRow } from "../../../../../src/cli/scored/read-scored-row.js";
import { FIELDS } from "../fields.js";

const HOSTILE = `</script></style>"'><script>alert(1)</script><img src=x onerror=alert(1)>`;

async function pageOf(rows: readonly object[], title = "scored.jsonl"): Promise<string> {
  const gatherer = createGatherer({ title, inputs: [title], threshold: 0.5, samples: 100 });
  rows.forEach((row, at) => {
    const text = JSON.stringify(row);
    gatherer.add([{ ...readScoredRow(text, FIELDS), fields: FIELDS, source: title, line: at + 1, text }]);
  });
  return renderPage(gatherer.finish(), await loadPlotter(), { style: "p{}", script: "run()" });
}

describe("renderPage", () => {
  it("no text of a file becomes markup, wherever it stands", async () => {
    const page = await pageOf(
      [
        {
          prompt: HOSTILE,
          completion: `${HOSTILE} \\boxed{${HOSTILE}}`,
          solution: HOSTILE,
          scores: { [HOSTILE]: 1, accuracy: 0 },
          reward: 1,
          verdicts: {
            [HOSTILE]: { status: "undetermined", fault: HOSTILE, reason: HOSTILE },
            accuracy: null,
          },
          extra: { [`${HOSTILE}.extracted`]: HOSTILE, [`${HOSTILE}.more`]: HOSTILE },
          timings: { [HOSTILE]: 3 },
        },
        { error: HOSTILE },
      ],
      HOSTILE,
    );
    expect(page.match(/<script/g)).toHaveLength(1);
    expect(page).not.toContain("<img");
    expect(page.match(/<\/style>/g)).toHaveLength(1);
    expect(page).toContain("&lt;script&gt;");
  });

  it("allows no style and no script but its own, and no request", async () => {
    const page = await pageOf([{ completion: "7", scores: { mine: 1 }, reward: 1 }]);
    const hash = (text: string): string => createHash("sha256").update(text).digest("base64");
    const [, policy] = /Content-Security-Policy" content="([^"]*)"/.exec(page) ?? [];
    expect(policy?.split("; ")).toEqual([
      "default-src 'none'",
      `style-src 'sha256-${hash("p{}")}'`,
      `script-src 'sha256-${hash("run()")}'`,
      "base-uri 'none'",
      "form-action 'none'",
    ]);
    expect(page).not.toMatch(/ style="|<[^>]+ on[a-z]+="/);
  });

  it("says so where there is nothing to show", async () => {
    expect(await pageOf([])).toContain("<h1>scored.jsonl</h1>");
    const bare = await pageOf([{ scores: { mine: null }, reward: null }]);
    expect(bare).toContain("No completion has a score.");
    expect(bare).toContain("The row does not hold the completion.");
  });
});
