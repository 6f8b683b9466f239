import { RewardError } from "../../../core/index.js";
import type { AnyRewardFactory } from "../../../rewards/define-reward.js";
import { findReward } from "../../../rewards/registry.js";
import { builtinRewards, createRegistry } from "../../../server/index.js";
import type { AuditKind } from "../kinds.js";
import { ANSWER_AUDITS } from "./answers.js";
import type { BuiltinAudit, BuiltinAudits } from "./builtin-audit.js";
import { FORMAT_AUDITS } from "./formats.js";
import { LENGTH_AUDITS } from "./lengths.js";
import { ASKING_AUDITS } from "./programs.js";

export type { BuiltinAudit } from "./builtin-audit.js";

/** How each reward of this library is audited. */
export const BUILTIN_AUDITS: BuiltinAudits = {
  ...ANSWER_AUDITS,
  ...FORMAT_AUDITS,
  ...LENGTH_AUDITS,
  ...ASKING_AUDITS,
};

/** Tells mistakes in the options before a process is started. */
function refuseOptions(factory: AnyRewardFactory, options: object | undefined): void {
  try {
    (factory as (options?: object) => unknown)(...(options === undefined ? [] : [options]));
  } catch (error) {
    if (options !== undefined || !(error instanceof RewardError)) throw error;
    throw new RewardError(error.code, `${error.message} Give them by --options, in JSON.`, { cause: error });
  }
}

/** Columns that an audit of a verifier fills. */
const FILLED: ReadonlySet<string> = new Set(["solution", "prompt"]);

/**
 * How the reward of this name is audited by its own kind, or by the one that is asked for.
 *
 * @throws {RewardError} if it is the name of no reward, if the options are not its own, or if it reads what an audit of
 * verifiers has not
 */
export function builtinAudit(
  name: string,
  kind: AuditKind | undefined,
  options: object | null,
): BuiltinAudit {
  const factory = findReward(createRegistry(builtinRewards), name);
  const own = BUILTIN_AUDITS[name] ?? { kind: "any" };
  const { length, ...check } = own.check ?? {};
  const audit = {
    ...own,
    kind: kind ?? own.kind,
    // Scores of lengths are those of the options that the audit has by itself.
    check: { ...check, ...(length && options === null && { length }) },
  };
  refuseOptions(factory, options ?? audit.options);
  const missing = factory.info.columns.filter((column) => !FILLED.has(column));
  if (audit.kind !== "verifier" || missing.length === 0) return audit;
  throw new RewardError(
    "missing_column",
    `${name} reads ${missing.join(", ")}, which an audit of a verifier does not have; leave out --kind, or audit a ` +
      "function of yours that sets it.",
  );
}
