import pLimit from "p-limit";
import type { IsolatedVerifier, Outcome, Question } from "../../../testing/index.js";
import { callsOf } from "../../../testing/verifier/target.js";
import { TargetFailure } from "../target-failure.js";
import type { StartChannel } from "./channel.js";
import type { AskedQuestion, InitializeParams, Loaded } from "./protocol.js";
import { type Session, type SessionLimits, startSession } from "./session.js";

/** How many questions go into one message: as many as take so long, since others may wait for those behind them. */
const FEWEST = 4;
const MOST = 64;
const LIST_MS = 20;

/** A target that goes on ending its process is not worth more of them. */
const MAX_ENDS = 500;

/** A verifier in processes or threads of its own, and how they are ended. */
export interface IsolatedTarget extends IsolatedVerifier, Loaded {
  readonly close: () => void;
}

type End = Exclude<Awaited<ReturnType<Session["score"]>>, { readonly type: "refused" }>;

/** What was answered, and what is left since a process has ended. */
interface Answered {
  readonly outcomes: readonly Outcome[];
  readonly left: readonly AskedQuestion[];
}

/** The sessions of a target, of which each answers one list at a time. */
interface Pool {
  /** Adds outcomes in order, up to the first call that hangs or ends its process. */
  readonly ask: (questions: readonly AskedQuestion[], outcomes: Outcome[]) => Promise<End>;
  readonly listLength: () => number;
  readonly close: () => void;
}

function createPool(first: Session, startAnother: () => Promise<Session>): Pool {
  const idle: Session[] = [first];
  const busy = new Set<Session>();
  let listLength = FEWEST;
  let ends = 0;
  const learn = (ms: number): void => {
    listLength = Math.max(FEWEST, Math.min(MOST, 2 * listLength, Math.round(LIST_MS / ms)));
  };
  return {
    ask: async (questions, outcomes) => {
      const session = idle.pop() ?? (await startAnother());
      busy.add(session);
      const [started, known] = [performance.now(), outcomes.length];
      const end = await session.score(questions, (outcome) => outcomes.push(outcome));
      busy.delete(session);
      if (session.isAlive()) idle.push(session);
      if (end.type === "refused") throw new TargetFailure(end.message);
      if (end.type !== "done" && ++ends > MAX_ENDS) {
        throw new TargetFailure(`it ended its process ${MAX_ENDS} times`);
      }
      if (end.type === "done" && questionsBehind(questions, outcomes.length - known).length > 0) {
        throw new TargetFailure("it left items without an outcome");
      }
      learn((performance.now() - started) / questions.length);
      return end;
    },
    listLength: () => listLength,
    close: () => {
      for (const session of [...idle, ...busy]) session.kill();
    },
  };
}

/** What hangs is asked once more, alone, since something else may have kept it from its processor. */
async function askTwice({ ask }: Pool, questions: readonly AskedQuestion[]): Promise<Answered> {
  const outcomes: Outcome[] = [];
  let end = await ask(questions, outcomes);
  let left = questionsBehind(questions, outcomes.length);
  if (end.type === "hang") {
    end = await ask(firstCall(left), outcomes);
    left = questionsBehind(questions, outcomes.length);
  }
  if (end.type === "done") return { outcomes, left };
  const of = lost(end, left[0]);
  return { outcomes: [...outcomes, ...of], left: questionsBehind(left, of.length) };
}

/**
 * Judges in `lanes` processes or threads. What ends its process, or hangs twice, is the outcome of the one call that
 * did.
 *
 * @throws {TargetFailure} if the target cannot be loaded
 */
export async function isolateTarget(
  start: StartChannel,
  lanes: number,
  params: InitializeParams,
  limits: SessionLimits,
): Promise<IsolatedTarget> {
  const startAnother = (): Promise<Session> => startSession(start, params, limits);
  const first = await startAnother();
  const pool = createPool(first, startAnother);
  const turns = pLimit(lanes);
  const judge = async (questions: readonly AskedQuestion[]): Promise<readonly Outcome[]> => {
    const { outcomes, left } = await turns(askTwice, pool, questions);
    // What is behind a hang may well hang too: each question waits for itself.
    const others = await Promise.all(left.map((question) => judge([question])));
    return [...outcomes, ...others.flat()];
  };
  return {
    ...first.loaded,
    lanes,
    get listLength() {
      return pool.listLength();
    },
    judge: async (questions) => byQuestion(questions, await judge(questionsBehind(questions, 0))),
    close: pool.close,
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

/** The first call of the first question. */
function firstCall([question]: readonly AskedQuestion[]): readonly AskedQuestion[] {
  if (question === undefined) return [];
  const calls = question.calls.slice(0, 1);
  return [{ ...question, calls, items: question.items.slice(0, calls[0]) }];
}

/** The questions without their first items, and with nothing that another process does not need. */
function questionsBehind(questions: readonly Question[], skipped: number): readonly AskedQuestion[] {
  let left = skipped;
  return questions.flatMap((question) => {
    const { items, observed = false, atOnce = 0 } = question;
    const rest = items.slice(left);
    const calls = sizesBehind(question, left);
    left = Math.max(0, left - items.length);
    return rest.length === 0
      ? []
      : [{ items: rest, calls, atOnce: Math.min(atOnce, calls.length), observed }];
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
