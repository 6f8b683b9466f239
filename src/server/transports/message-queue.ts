import type { IncomingMessage } from "./receiver.js";

/** Messages that have arrived, begun in order as long as there is room for what they need. */
export interface MessageQueue {
  readonly add: (message: IncomingMessage) => void;
  /** Resolves when all that has arrived is begun. */
  readonly emptied: () => Promise<void>;
}

/** What a queue works for. */
export interface MessageQueueOptions {
  readonly begin: (message: IncomingMessage) => void;
  /** `null` if there is room for a message; else a promise of a change. */
  readonly room: () => Promise<void> | null;
  /** Told when messages begin to wait, and when none does any more. */
  readonly onBusy: (isBusy: boolean) => void;
}

/** So many are begun before those that can be answered at once are: only then is it known what room they take. */
const BURST = 16;

/** A queue that holds messages back while there is no room. */
export function createMessageQueue({ begin, room, onBusy }: MessageQueueOptions): MessageQueue {
  const waiting: IncomingMessage[] = [];
  let inBurst = 0;
  let running: Promise<void> | null = null;

  const beginNext = (message: IncomingMessage): void => {
    if (inBurst === 0) setImmediate(() => (inBurst = 0));
    inBurst++;
    begin(message);
  };

  const canBegin = async (): Promise<void> => {
    for (let change = room(); change !== null || inBurst >= BURST; change = room()) {
      await (change ?? new Promise((resolve) => setImmediate(resolve)));
    }
  };

  const run = async (): Promise<void> => {
    onBusy(true);
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
      await canBegin();
      beginNext(next);
    }
    running = null;
    onBusy(false);
  };

  return {
    add: (message) => {
      if (running === null && inBurst < BURST && room() === null) {
        beginNext(message);
        return;
      }
      waiting.push(message);
      running ??= run();
    },
    emptied: async () => {
      while (running !== null) await running;
    },
  };
}
