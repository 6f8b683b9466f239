/** A stream that counts its bytes, as sockets do. */
interface Countable {
  readonly bytesRead?: number;
  readonly bytesWritten?: number;
  readonly once: (event: "close", listener: () => void) => unknown;
}

/** Counts the bytes of streams, without a look at any of them. */
export interface Traffic {
  readonly watch: (stream: Countable) => void;
  readonly read: () => Readonly<Record<"received" | "sent", number>>;
}

export function createTraffic(): Traffic {
  const open = new Set<Countable>();
  let [received, sent] = [0, 0];
  return {
    watch: (stream) => {
      open.add(stream);
      stream.once("close", () => {
        open.delete(stream);
        received += stream.bytesRead ?? 0;
        sent += stream.bytesWritten ?? 0;
      });
    },
    read: () => {
      const all = [...open];
      return {
        received: all.reduce((sum, { bytesRead = 0 }) => sum + bytesRead, received),
        sent: all.reduce((sum, { bytesWritten = 0 }) => sum + bytesWritten, sent),
      };
    },
  };
}
