import pLimit from "p-limit";
import type { IsolatedVerifier, Outcome, Question } from "../../../testing/index.js";
import { callsOf } from "../../../testing/verifier/target.js";
import { TargetFailure } from "../target-failure.js";
import type { StartChannel } from "./channel.js";
import type { AskedQuestion, InitializeParams, Loaded } from "./protocol.js";
import { type Session, type SessionLimits, startSession } from "./session.js";

/** What goes into one message: few enough that a list with several that hang does not keep one process alone at work. */
const QUESTIONS_PER_MESSAGE = 4;

/** A target that goes on ending its process is not worth more of them. */
const MAX_STARTS = 500;

/** A verifier in processes or threads of its own, and how they are ended. */
export interface IsolatedTarget extends IsolatedVerifier, Loaded {
  readonly close: () => void;
}

/**
 * Judges in `lanes` processes or threads. What hangs or ends its process is the outcome of the one item that did, and
 * the next item gets a new process.
 *
 * @throws {TargetFailure} if the target cannot be loaded
 */
export async function isolateTarget(
  start: StartChannel,
  lanes: number,
  params: InitializeParams,
  limits: SessionLimits,
): Promise<IsolatedTarget> {
  const first = await startSession(start, params, limits);
  const idle: Session[] = [first];
  const busy = new Set<Session>();
  const turns = pLimit(lanes);
  let starts = 1;

  const takeSession = async (): Promise<Session> => {
    const known = idle.pop();
    if (known !== undefined) return known;
    if (++starts > MAX_STARTS) throw new TargetFailure(`it ended its process ${MAX_STARTS} times`);
    return startSession(start, params, limits);
  };

  const judge = async (questions: readonly Question[]): Promise<readonly (readonly Outcome[])[]> => {
    const outcomes: Outcome[] = [];
    const total = questions.reduce((sum, { items }) => sum + items.length, 0);
    while (outcomes.length < total) {
      const session = await takeSession();
      busy.add(session);
      const rest = questionsBehind(questions, outcomes.length);
      const end = await session.score(rest, (outcome) => outcomes.push(outcome));
      busy.delete(session);
      if (session.isAlive()) idle.push(session);
      if (end.type === "refused") throw new TargetFailure(end.message);
      if (outcomes.length >= total) break;
      if (end.type === "done") throw new TargetFailure("it left items without an outcome");
      outcomes.push(...lost(end, questionsBehind(questions, outcomes.length)[0]));
    }
    return byQuestion(questions, outcomes);
  };
  return {
    ...first.loaded,
    lanes,
    listLength: QUESTIONS_PER_MESSAGE,
    judge: (questions) => turns(judge, questions),
    close: () => {
      for (const session of [...idle, ...busy]) session.kill();
    },
  };
}

/** The outcome of the call at which a process hung or died: of each item that it took. */
function lost(
  end: { readonly type: "hang" } | { readonly type: "died"; readonly message: string },
  question: AskedQuestion | undefined,
): readonly Outcome[] {
  const outcome: Outcome = end.type === "hang" ? { type: "hang" } : { type: "crash", message: end.message };
  return Array.from({ length: question?.calls[0] ?? 1 }, () => outcome);
}

/** The questions without their first items, and with nothing that another process does not need. */
function questionsBehind(questions: readonly Question[], skipped: number): readonly AskedQuestion[] {
  let left = skipped;
  return questions.flatMap((question) => {
    const { items, observed = false } = question;
    const rest = items.slice(left);
    const calls = sizesBehind(question, left);
    left = Math.max(0, left - items.length);
    return rest.length === 0 ? [] : [{ items: rest, calls, observed }];
  });
}

/** How many items each call takes that is left, the rest of one under way among them. */
function sizesBehind(question: Question, skipped: number): readonly number[] {
  let left = skipped;
  return callsOf(question).flatMap(({ length }) => {
    const size = length - left;
    left = Math.max(0, -size);
    return size > 0 ? [size] : [];
  });
}

function byQuestion(
  questions: readonly Question[],
  outcomes: readonly Outcome[],
): readonly (readonly Outcome[])[] {
  let at = 0;
  return questions.map(({ items }) => outcomes.slice(at, (at += items.length)));
}
