import { describe, expect, it } from "vitest";
import { createArenas } from "../../../../src/server/frames/arenas.js";

const MB = 1 << 20;

describe("createArenas", () => {
  it("gives memory of at least the size", () => {
    const { take } = createArenas();
    for (const size of [0, 1, MB, MB + 1, 5 * MB]) {
      expect(take(size)?.bytes.byteLength).toBeGreaterThanOrEqual(size);
    }
  });

  it("gives memory again once it is given back, and to one at a time", () => {
    const { take } = createArenas();
    const first = take(3 * MB);
    expect(take(3 * MB)?.bytes).not.toBe(first?.bytes);
    first?.recycle();
    first?.recycle();
    expect(take(4 * MB)?.bytes).toBe(first?.bytes);
    expect(take(4 * MB)?.bytes).not.toBe(first?.bytes);
  });

  it("keeps no more than it says", () => {
    const { take } = createArenas();
    const large = take(129 * MB);
    large?.recycle();
    expect(take(129 * MB)?.bytes).not.toBe(large?.bytes);
  });

  it("is null where there is no such memory", () => {
    expect(createArenas().take(2 ** 60)).toBeNull();
  });
});
