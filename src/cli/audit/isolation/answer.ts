import { isolated, type IsolatedVerifier, type Question } from "../../../testing/index.js";
import { loadVerifier } from "./load-verifier.js";
import type { Reply, Request } from "./protocol.js";

/** The process or the thread has no limit of its own: what takes too long is killed from outside. */
const NO_LIMIT = Infinity;

/** Does what is asked of a process or a thread, one request after the other. */
export function createAnswerer(reply: (reply: Reply) => void): (request: Request) => void {
  let verifier: IsolatedVerifier | undefined;
  const answer = async (request: Request): Promise<void> => {
    if (request.method === "initialize") verifier = isolated(await loadVerifier(request.params), NO_LIMIT);
    else if (verifier !== undefined) await score(request.params.questions, verifier, reply);
  };
  let before = Promise.resolve();
  return (request) => {
    const { id } = request;
    before = before
      .then(() => answer(request))
      .then(
        () => reply({ jsonrpc: "2.0", id, result: {} }),
        (error: unknown) => reply({ jsonrpc: "2.0", id, error: { message: String(error) } }),
      );
  };
}

/** Tells each outcome as soon as it is known, so that what hangs is the item behind the last one. */
async function score(
  questions: readonly Question[],
  { judge }: IsolatedVerifier,
  reply: (reply: Reply) => void,
): Promise<void> {
  for (const { items, together = false, observed = false } of questions) {
    const parts = together ? [items] : items.map((item) => [item]);
    for (const part of parts) {
      const [outcomes = []] = await judge([{ items: part, together, observed }]);
      for (const params of outcomes) reply({ jsonrpc: "2.0", method: "score/outcome", params });
    }
  }
}
