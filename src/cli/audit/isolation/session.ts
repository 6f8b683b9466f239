import type { Outcome } from "../../../testing/index.js";
import { TargetFailure } from "../target-failure.js";
import type { StartChannel } from "./channel.js";
import type { AskedQuestion, InitializeParams, Loaded, Reply, Request } from "./protocol.js";

export interface SessionLimits {
  /** The longest that one call may take. */
  readonly callTimeoutMs: number;
  /** The longest that loading the target may take. */
  readonly startTimeoutMs: number;
}

/** How a request ended. */
type End =
  | { readonly type: "done"; readonly result: Loaded }
  | { readonly type: "refused"; readonly message: string }
  | { readonly type: "hang" }
  | { readonly type: "died"; readonly message: string };

/** One process or thread, from its start to its end. */
export interface Session {
  readonly loaded: Loaded;
  readonly isAlive: () => boolean;
  /** Tells the outcomes in order; if it hangs or dies, then at the item behind the last one, and it is gone. */
  readonly score: (questions: readonly AskedQuestion[], tell: (outcome: Outcome) => void) => Promise<End>;
  readonly kill: () => void;
}

/** @throws {TargetFailure} if the target cannot be loaded */
export async function startSession(
  start: StartChannel,
  params: InitializeParams,
  { callTimeoutMs, startTimeoutMs }: SessionLimits,
): Promise<Session> {
  const { request, isAlive, kill } = requester(start);
  const started = await request({ method: "initialize", params }, startTimeoutMs, () => undefined);
  if (started.type !== "done") {
    kill();
    throw new TargetFailure(started.type === "hang" ? "it did not start in time" : started.message);
  }
  return {
    loaded: started.result,
    isAlive,
    kill,
    score: (questions, tell) => request({ method: "score", params: { questions } }, callTimeoutMs, tell),
  };
}

type Tell = (outcome: Outcome) => void;

interface Requester {
  /** Sends a request, one at a time, and kills what does not go on for so long. */
  readonly request: (body: RequestBody, limitMs: number, tell: Tell) => Promise<End>;
  readonly isAlive: () => boolean;
  readonly kill: () => void;
}

function requester(start: StartChannel): Requester {
  let [tell, finish]: [Tell, (end: End) => void] = [() => undefined, () => undefined];
  let death: string | undefined;
  let id = 0;
  const onReply = (reply: Reply): void => {
    if ("method" in reply) tell(reply.params);
    else if (reply.id !== id) return;
    else if ("error" in reply) finish({ type: "refused", message: reply.error.message });
    else finish({ type: "done", result: reply.result });
  };
  const onReplaced = (reason: string): void => finish({ type: "died", message: reason });
  const onEnd = (reason: string): void => {
    death ??= reason;
    finish({ type: "died", message: reason });
  };
  const channel = start({ onReply, onReplaced, onEnd });
  const request: Requester["request"] = async (body, limitMs, hear) => {
    if (death !== undefined) return { type: "died", message: death };
    const watch = watchdog(limitMs, () => finish({ type: "hang" }));
    const end = new Promise<End>((resolve) => (finish = resolve));
    tell = (outcome) => {
      watch.wake();
      hear(outcome);
    };
    channel.send({ jsonrpc: "2.0", id: ++id, ...body });
    const ended = await end;
    watch.stop();
    tell = () => undefined;
    if (ended.type === "hang") {
      const gone = new Promise<End>((resolve) => (finish = resolve));
      channel.stop();
      await gone;
    }
    return ended;
  };
  return { request, isAlive: () => death === undefined, kill: () => channel.kill() };
}

type RequestBody = Request extends infer One
  ? One extends Request
    ? Omit<One, "jsonrpc" | "id">
    : never
  : never;

/** Barks when it was not woken for so long; replies that wait already are heard first. */
function watchdog(
  limitMs: number,
  bark: () => void,
): { readonly wake: () => void; readonly stop: () => void } {
  let isAwake = false;
  const timer = setTimeout(() => {
    isAwake = false;
    setImmediate(() => {
      if (!isAwake) bark();
    });
  }, limitMs);
  return {
    wake: () => {
      isAwake = true;
      timer.refresh();
    },
    stop: () => clearTimeout(timer),
  };
}
