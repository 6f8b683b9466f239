import { RewardError } from "../../../core/index.js";
import { type Question, turnsOf } from "../../../testing/verifier/target.js";
import { TargetFailure } from "../target-failure.js";
import { type LoadedTarget, loadTarget } from "./load-target.js";
import type { AskedQuestion, Loaded, Reply, Request } from "./protocol.js";

/** The process or the thread has no limit of its own: what takes too long is killed from outside. */
const NO_LIMIT = Infinity;

/** Does what is asked of a process or a thread, one request after the other. */
export function createAnswerer(reply: (reply: Reply) => void): (request: Request) => void {
  let target: LoadedTarget | undefined;
  const answer = async (request: Request): Promise<Loaded> => {
    if (request.method === "initialize") {
      target = await loadTarget(request.params, NO_LIMIT);
      return target.traits === undefined ? {} : { traits: target.traits };
    }
    if (target !== undefined) await score(request.params.questions, target, reply);
    return {};
  };
  let before = Promise.resolve();
  return (request) => {
    const { id } = request;
    before = before
      .then(() => answer(request))
      .then(
        (result) => reply({ jsonrpc: "2.0", id, result }),
        (error: unknown) => reply({ jsonrpc: "2.0", id, error: { message: told(error) } }),
      );
  };
}

/** What this package says is said in full; of other errors, their names tell as much. */
const told = (error: unknown): string =>
  error instanceof TargetFailure || error instanceof RewardError ? error.message : String(error);

/** Tells each outcome as soon as it is known, so that what hangs is the item behind the last one. */
async function score(
  questions: readonly AskedQuestion[],
  { isolated: { judge } }: LoadedTarget,
  reply: (reply: Reply) => void,
): Promise<void> {
  for (const question of questions) {
    const { observed } = question;
    const tell = async (asked: Question): Promise<void> => {
      for (const params of (await judge([asked])).flat())
        reply({ jsonrpc: "2.0", method: "score/outcome", params });
    };
    const { inTurn, atOnce } = turnsOf(question);
    for (const items of inTurn) await tell({ items, together: true, observed });
    const calls = atOnce.map((items) => items.length);
    if (calls.length > 0) await tell({ items: atOnce.flat(), calls, atOnce: calls.length, observed });
  }
}
