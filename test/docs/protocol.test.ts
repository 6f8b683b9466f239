import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";
import { protocolPage } from "../../site/protocol-page.js";
import { protocol } from "../../src/server/protocol.js";
import { ROOT } from "./code-blocks.js";

it("docs/protocol.md is what `npm run docs` writes", async () => {
  await expect(protocolPage()).toMatchFileSnapshot(fileURLToPath(new URL("docs/protocol.md", ROOT)));
});

it("has every method, and every member of its params", () => {
  const page = protocolPage();
  for (const [name, { params }] of Object.entries(protocol)) {
    const [, section = ""] = page.split(`\n### \`${name}\`\n`);
    const { properties } = params as { properties: object };
    for (const member of Object.keys(properties))
      expect(section.split("\n### ")[0]).toContain(`| \`${member}\` |`);
  }
});
