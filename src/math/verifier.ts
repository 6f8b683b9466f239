import { checkObject, undetermined, type Verdict } from "../core/index.js";
import { type Answer, createAnswer } from "./answer.js";
import { decide, type Decision, type TierOutcome } from "./decide.js";
import {
  type AnswerPart,
  type ExtractedAnswer,
  type ExtractOptions,
  type ExtractPreset,
  extractAnswer,
  extractFrom,
  extractReference,
  findRivals,
  readAnswerPart,
  resolveExtract,
} from "./extract/index.js";
import { isSimplified } from "./form.js";
import { describePartial, type PartialMatch } from "./partial.js";
import { type Policy, type PresetName, resolvePolicy } from "./policy.js";
import { type AnswerInput, checkInput, type VerifyInput } from "./verify-input.js";

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
export interface Examination extends Judgement {
  readonly policy: Policy;
  readonly reference: Answer;
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

interface ResolvedOptions {
  readonly policy: Policy;
  readonly extract: ExtractOptions | undefined;
}

/** What there is to compare, and what was decided. */
interface Judgement {
  readonly extracted: ExtractedAnswer | null;
  readonly candidate: Answer | null;
  readonly verdict: Verdict;
}

function decideVerdict(
  reference: Answer,
  candidate: Answer | null,
  policy: Policy,
  tiers: TierOutcome[] | undefined,
): Verdict {
  if (reference.normalized === "") return undetermined("reference", "empty");
  if (candidate === null || candidate.normalized === "") return undetermined("candidate", "no_answer");
  return toVerdict(decide(reference, candidate, policy, tiers), reference, candidate, policy);
}

function judge(
  reference: Answer,
  extracted: ExtractedAnswer | null,
  { policy }: ResolvedOptions,
  tiers: TierOutcome[] | undefined,
): Judgement {
  const candidate = extracted && createAnswer(extracted.text);
  return { extracted, candidate, verdict: decideVerdict(reference, candidate, policy, tiers) };
}

const CONTRADICTED = "contradicted";

/** The answer is right, but the completion also states another one, in another of the forms in which answers stand. */
function isContradicted(
  part: AnswerPart,
  { verdict, extracted }: Judgement,
  reference: Answer,
  { policy, extract }: ResolvedOptions,
): boolean {
  if (verdict.status !== "correct" || extracted === null) return false;
  for (const rival of findRivals(part, extracted, extract)) {
    if (decide(reference, createAnswer(rival), policy).equal !== true) return true;
  }
  return false;
}

/** A right answer beside another one is no near miss. */
const isWrong = (verdict: Verdict): boolean => verdict.status === "incorrect" && verdict.by !== CONTRADICTED;

function judgeInput(
  input: VerifyInput | AnswerInput,
  reference: Answer,
  options: ResolvedOptions,
  tiers?: TierOutcome[],
): Judgement {
  if ("answer" in input) return judge(reference, extractReference(input.answer), options, tiers);
  const part = readAnswerPart(input.completion, options.extract?.thinking);
  if (part === null) return judge(reference, null, options, tiers);
  const judged = judge(reference, findCandidate(part, reference, options.extract), options, tiers);
  if (!isContradicted(part, judged, reference, options)) return judged;
  const { extracted, candidate } = judged;
  return { extracted, candidate, verdict: { status: "incorrect", by: CONTRADICTED } };
}

/**
 * Makes a verifier with fixed options. References are parsed once and remembered, so that a verifier that is kept is
 * faster than one that is made for each call.
 *
 * @throws RewardError `bad_options` for an unknown preset or option.
 */
export function createVerifier(verifyOptions: VerifyOptions = {}): Verifier {
  checkObject("the options", verifyOptions, "an object");
  const { preset, extract, partial = false, ...policy } = verifyOptions;
  const options: ResolvedOptions = {
    policy: resolvePolicy(preset, policy),
    extract: extract === undefined ? undefined : resolveExtract(extract),
  };
  const toReference = createReferenceCache(typeof extract === "string" ? options.extract : undefined);
  const verifyInput = (input: VerifyInput | AnswerInput): Verification => {
    checkInput(input);
    const reference = toReference(input.reference);
    const { verdict, extracted, candidate } = judgeInput(input, reference, options);
    if (!partial || candidate === null || !isWrong(verdict)) return { verdict, extracted };
    return { verdict, extracted, partial: describePartial(reference, candidate, options.policy) };
  };
  return {
    examine: (input) => {
      checkInput(input);
      const reference = toReference(input.reference);
      const tiers: TierOutcome[] = [];
      return { ...judgeInput(input, reference, options, tiers), reference, tiers, policy: options.policy };
    },
    verify: verifyInput,
    verifyAnswer: verifyInput,
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
