import { describe, expect, it } from "vitest";
import { createAccessCheck, isLoopback } from "../../../../src/server/http/access.js";

describe("createAccessCheck", () => {
  it.each([
    ["localhost:80", null],
    ["127.0.0.1:1", null],
    ["[::1]:8080", null],
    ["LOCALHOST", null],
    ["rewards.local:80", null],
    ["evil.example", 403],
    ["", 403],
    [undefined, 403],
  ])("without a token, a request for %s gets %s", (host, status) => {
    const check = createAccessCheck({ allowedHosts: ["rewards.local"] });
    expect(check({ host })?.status ?? null).toBe(status);
  });

  it.each([
    [{ authorization: "Bearer secret" }, null],
    [{ authorization: "bearer secret" }, null],
    [{ "x-api-key": "secret" }, null],
    [{ authorization: "Bearer secret2" }, 401],
    [{ authorization: "secret" }, 401],
    [{ authorization: "Basic secret" }, 401],
    [{ "x-api-key": "" }, 401],
    [{}, 401],
  ])("with a token, %j gets %s", (headers, status) => {
    const check = createAccessCheck({ token: "secret" });
    expect(check({ host: "any.example", ...headers })?.status ?? null).toBe(status);
  });

  it("refuses web pages even with the token", () => {
    const check = createAccessCheck({ token: "secret" });
    expect(check({ origin: "http://localhost", authorization: "Bearer secret" })?.status).toBe(403);
  });
});

describe("isLoopback", () => {
  it.each([
    ["localhost", true],
    ["127.0.0.1", true],
    ["127.1.2.3", true],
    ["::1", true],
    ["0.0.0.0", false],
    ["::", false],
    ["127.0.0.1.example", false],
    ["10.0.0.1", false],
  ])("%s: %s", (host, expected) => {
    expect(isLoopback(host)).toBe(expected);
  });
});
