import { describe, expect, it } from "vitest";
import { isNewEnough, OLDEST_NODE } from "../../../src/cli/node-version.js";
import manifest from "../../../package.json" with { type: "json" };

describe("the oldest Node", () => {
  it("is that of the manifest", () => {
    expect(manifest.engines.node).toBe(`>=${OLDEST_NODE}`);
  });

  it.each([
    ["20.19.0", true],
    ["20.20.2", true],
    ["22.0.0", true],
    ["20.18.9", false],
    ["18.20.8", false],
    ["9.99.9", false],
  ])("%s: %s", (version, expected) => {
    expect(isNewEnough(version)).toBe(expected);
  });
});
