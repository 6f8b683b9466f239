import { expect, it } from "vitest";
import { RewardError } from "../../../src/core/index.js";

it("is an Error with a code, a name and a cause", () => {
  const cause = new Error("inner");
  const error = new RewardError("bad_options", "Wrong.", { cause });
  expect(error).toBeInstanceOf(Error);
  expect(error).toMatchObject({ name: "RewardError", code: "bad_options", message: "Wrong.", cause });
});
