import { afterEach, describe, expect, it, vi } from "vitest";
import { endpointOf, httpUrl, secretFromEnvironment } from "../../../src/http/index.js";

afterEach(() => vi.unstubAllEnvs());

const thrown = (call: () => unknown): { code?: string; message?: string } => {
  try {
    call();
  } catch (error) {
    return error as Error;
  }
  return {};
};

describe("an address", () => {
  it("is of http or https", () => {
    expect(httpUrl("url", "https://example.org/a?b=c").href).toBe("https://example.org/a?b=c");
    expect(httpUrl("url", "http://localhost:1").host).toBe("localhost:1");
  });

  it.each(["", "example.org", "/a", "file:///etc/passwd", "ftp://example.org", "javascript:1", "data:,1"])(
    "is not %j",
    (text) => expect(thrown(() => httpUrl("url", text))).toMatchObject({ code: "bad_options" }),
  );

  it("holds no password, and an error tells none", () => {
    const { code, message } = thrown(() => httpUrl("url", "http://me:hunter2@example.org"));
    expect(code).toBe("bad_options");
    expect(message).not.toContain("hunter2");
  });
});

describe("a secret", () => {
  it("comes from the environment, without the white space around it", () => {
    vi.stubEnv("JUDGE_KEY", " sk-1\n");
    expect(secretFromEnvironment("JUDGE_KEY")).toBe("sk-1");
    const { headers } = endpointOf(new URL("http://a"), { headersEnv: { "api-key": "JUDGE_KEY" } });
    expect(headers).toEqual({ "api-key": "sk-1" });
  });

  it.each([
    ["is not set", ""],
    ["is not fit for a header", "sk-1\r\nx: y"],
  ])("that %s is refused by its name alone", (_case, value) => {
    vi.stubEnv("JUDGE_KEY", value);
    const { code, message } = thrown(() => secretFromEnvironment("JUDGE_KEY"));
    expect(code).toBe("bad_options");
    expect(message).toContain("JUDGE_KEY");
    expect(message).not.toContain("sk-1");
  });

  it("needs a header that can be", () => {
    vi.stubEnv("JUDGE_KEY", "k");
    const read = (): unknown => endpointOf(new URL("http://a"), { headersEnv: { "a b": "JUDGE_KEY" } });
    expect(thrown(read)).toMatchObject({ code: "bad_options" });
  });
});
