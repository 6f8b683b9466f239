import { RewardError, undetermined, type Verdict } from "../core/index.js";
import { type Answer, createAnswer } from "./answer.js";
import { decide, type Decision, type TierOutcome } from "./decide.js";
import {
  type AnswerPart,
  EXTRACT_PRESETS,
  type ExtractedAnswer,
  type ExtractOptions,
  type ExtractPreset,
  extractAnswer,
  extractFrom,
  extractReference,
  findRivals,
  readAnswerPart,
} from "./extract/index.js";
import { isSimplified } from "./form.js";
import { describePartial, type PartialMatch } from "./partial.js";
import { type Policy, type PresetName, resolvePolicy } from "./policy.js";

/** A right answer and the text that a model wrote. */
export interface VerifyInput {
  /** The right answer: bare (`"1/2"`), or a solution that states it (`"… \\boxed{1/2}"`). */
  readonly reference: string;
  /** The whole text that the model wrote. */
  readonly completion: string;
}

/** Two bare answers: nothing is searched for. */
export interface AnswerInput {
  readonly reference: string;
  readonly answer: string;
}

/** How answers are found and compared: a preset, changed by single options of the {@link Policy}. */
export interface VerifyOptions extends Partial<Policy> {
  readonly preset?: PresetName;
  /** Which forms of a completion state its answer: options, or the name of a preset of `EXTRACT_PRESETS`. */
  readonly extract?: ExtractOptions | ExtractPreset;
  /** Whether to describe how near a wrong answer is (`partial`); off by default, and never part of the verdict. */
  readonly partial?: boolean;
}

/** A verdict, and the answer that was judged (`null` if the completion states none). */
export interface Verification {
  readonly verdict: Verdict;
  readonly extracted: ExtractedAnswer | null;
  /** On request, for a wrong answer: what of it is right. For logging, not for scores. */
  readonly partial?: PartialMatch;
}

/** Both sides of a comparison, and what was decided: what an explanation shows. */
export interface Examination extends Verification {
  readonly policy: Policy;
  readonly reference: Answer;
  readonly candidate: Answer | null;
  readonly tiers: readonly TierOutcome[];
}

/** Compares completions and bare answers with references under one set of options. */
export interface Verifier {
  readonly verify: (input: VerifyInput) => Verification;
  readonly verifyAnswer: (input: AnswerInput) => Verification;
  /** @internal */
  readonly examine: (input: VerifyInput | AnswerInput) => Examination;
}

/** References are met once per completion of their group. */
const CACHED_REFERENCES = 256;
const MAX_CACHED_LENGTH = 4096;

function createReferenceCache(extract: ExtractOptions | undefined): (reference: string) => Answer {
  const cache = new Map<string, Answer>();
  return (reference) => {
    const known = cache.get(reference);
    if (known !== undefined) return known;
    const stated = extract && extractAnswer(reference, { ...extract, lastNumber: false });
    const answer = createAnswer((stated ?? extractReference(reference))?.text ?? "");
    if (reference.length > MAX_CACHED_LENGTH) return answer;
    if (cache.size >= CACHED_REFERENCES) cache.clear();
    cache.set(reference, answer);
    return answer;
  };
}

/** Letters are looked for in prose only where the reference is one: "I" and "A" are words. */
function findCandidate(
  part: AnswerPart,
  reference: Answer,
  options: ExtractOptions = {},
): ExtractedAnswer | null {
  const found = extractFrom(part, options);
  if (found !== null || options.methods !== undefined || reference.choice() === null) return found;
  return extractFrom(part, { ...options, methods: ["choice"] });
}

function toVerdict({ equal, by }: Decision, reference: Answer, candidate: Answer, policy: Policy): Verdict {
  if (equal !== true) {
    const isReferenceAtFault = by === "unparsable" && reference.node() === null;
    return isReferenceAtFault ? undetermined("reference", "unparsable") : { status: "incorrect", by };
  }
  if (policy.form === "simplified" && !isSimplified(candidate.node())) {
    return { status: "incorrect", by: "not_simplified" };
  }
  return { status: "correct", by };
}

function judge(reference: Answer, extracted: ExtractedAnswer | null, options: ResolvedOptions): Examination {
  const candidate = extracted && createAnswer(extracted.text);
  const base = { policy: options.policy, extracted, reference, candidate, tiers: [] };
  if (reference.normalized === "") return { ...base, verdict: undetermined("reference", "empty") };
  if (candidate === null || candidate.normalized === "") {
    return { ...base, verdict: undetermined("candidate", "no_answer") };
  }
  const tiers: TierOutcome[] = [];
  const decision = decide(reference, candidate, options.policy, tiers);
  const verdict = toVerdict(decision, reference, candidate, options.policy);
  const examined = { ...base, tiers, verdict };
  if (!options.partial || verdict.status !== "incorrect") return examined;
  return { ...examined, partial: describePartial(reference, candidate, options.policy) };
}

/** The answer is right, but the completion also states another one, in another of the forms in which answers stand. */
function isContradicted(
  part: AnswerPart,
  examined: Examination,
  { policy, extract }: ResolvedOptions,
): boolean {
  const { verdict, extracted, reference } = examined;
  if (verdict.status !== "correct" || extracted === null) return false;
  return findRivals(part, extracted, extract).some(
    (rival) => decide(reference, createAnswer(rival), policy).equal !== true,
  );
}

interface ResolvedOptions {
  readonly policy: Policy;
  readonly extract: ExtractOptions | undefined;
  readonly partial: boolean;
}

function extractPreset(name: ExtractPreset): ExtractOptions {
  if (Object.hasOwn(EXTRACT_PRESETS, name)) return EXTRACT_PRESETS[name];
  const known = Object.keys(EXTRACT_PRESETS).join(", ");
  throw new RewardError("bad_options", `there is no preset ${JSON.stringify(name)}; there are ${known}`);
}

/**
 * Makes a verifier with fixed options. References are parsed once and remembered, so that a verifier that is kept is
 * faster than one that is made for each call.
 *
 * @throws RewardError `bad_options` for an unknown preset or option.
 */
export function createVerifier({
  preset,
  extract,
  partial = false,
  ...policy
}: VerifyOptions = {}): Verifier {
  const options: ResolvedOptions = {
    policy: resolvePolicy(preset, policy),
    extract: typeof extract === "string" ? extractPreset(extract) : extract,
    partial,
  };
  const toReference = createReferenceCache(typeof extract === "string" ? options.extract : undefined);
  const examine = (input: VerifyInput | AnswerInput): Examination => {
    const reference = toReference(input.reference);
    if ("answer" in input) return judge(reference, extractReference(input.answer), options);
    const part = readAnswerPart(input.completion, options.extract?.thinking);
    const examined = judge(reference, part && findCandidate(part, reference, options.extract), options);
    if (part === null || !isContradicted(part, examined, options)) return examined;
    return { ...examined, verdict: { status: "incorrect", by: "contradicted" } };
  };
  const report = ({ verdict, extracted, partial: near }: Examination): Verification =>
    near === undefined ? { verdict, extracted } : { verdict, extracted, partial: near };
  return {
    examine,
    verify: (input) => report(examine(input)),
    verifyAnswer: (input) => report(examine(input)),
  };
}

/** Made on first use. */
let standard: Verifier | undefined;

function verifierFor(options: VerifyOptions | undefined): Verifier {
  return options === undefined ? (standard ??= createVerifier()) : createVerifier(options);
}

/**
 * Decides whether a completion's final answer is the reference. Never throws on text, takes time linear in the length
 * of the completion, and at most about 50 ms whatever stands in it.
 *
 * @returns a verdict, whose `by` names the tier that decided; `undetermined` with fault `reference` if the reference is
 * empty or does not parse, with fault `candidate` if the completion states no answer.
 */
export function verify(input: VerifyInput, options?: VerifyOptions): Verification {
  return verifierFor(options).verify(input);
}

/** Decides whether two bare answers are the same. See {@link verify}. */
export function verifyAnswer(input: AnswerInput, options?: VerifyOptions): Verification {
  return verifierFor(options).verifyAnswer(input);
}

/** @internal */
export function examine(input: VerifyInput | AnswerInput, options?: VerifyOptions): Examination {
  return verifierFor(options).examine(input);
}
