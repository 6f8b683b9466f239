import type { RewardTask } from "../../../testing/index.js";
import { codeTasks } from "../../../testing/rewards/laws/problems.js";
import type { BuiltinAudits } from "./builtin-audit.js";

/** The columns of the rows that the kit has. */
interface Tested {
  readonly verification_info: {
    readonly language: string;
    readonly test_cases: readonly { readonly input: string; readonly output: string }[];
  };
}

/** The kit's problems as another data set lays them out. */
const problems = (columnsOf: (tested: Tested["verification_info"]) => object): readonly RewardTask[] =>
  codeTasks("python").map((task) => {
    const { verification_info } = task.columns as unknown as Tested;
    return { ...task, columns: columnsOf(verification_info) as NonNullable<RewardTask["columns"]> };
  });

/** Rewards that run code, whose sandbox may fail, and those that ask others. */
export const ASKING_AUDITS: BuiltinAudits = {
  binary_code: { kind: "code", check: { abstains: true } },
  cf_code: {
    kind: "code",
    options: { mode: "pass_fail", compileError: 0, noSubmission: 0 },
    check: {
      abstains: true,
      tasks: problems(({ language, test_cases }) => ({ language, official_tests: test_cases })),
    },
  },
  code: { kind: "code", check: { abstains: true } },
  ioi_code: {
    kind: "code",
    check: {
      abstains: true,
      tasks: problems(({ language, test_cases }) => ({
        language,
        test_names: test_cases.map((_, i) => `0-${i}`),
        test_cases: Object.fromEntries(test_cases.map(({ input, output }, i) => [`0-${i}`, [input, output]])),
      })),
    },
  },
  llm_judge: { kind: "judge", check: { abstains: true } },
  remote: { kind: "any", check: { abstains: true } },
  remote_group: { kind: "any", check: { abstains: true } },
};
