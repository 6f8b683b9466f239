import { serveTasks } from "../../isolate/index.js";
import { createVerifier, type Verifier } from "../../math/index.js";
import type { JudgeTask } from "./judge.js";
import { type JudgedBatch, judgeLines } from "./judge-lines.js";

await serveTasks(() => {
  let verifier: Verifier | undefined;
  return Promise.resolve(({ batch, settings: { fields, bare, options } }: JudgeTask): JudgedBatch => {
    verifier ??= createVerifier(options);
    return judgeLines(batch, fields, verifier, bare);
  });
});
