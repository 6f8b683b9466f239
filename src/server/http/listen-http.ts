import { setTimeout } from "node:timers/promises";
import { RewardError } from "../../core/index.js";
import type { Listener } from "../transports/listener.js";
import { isLoopback } from "./access.js";
import { createHttpApp, type HttpAppOptions } from "./app.js";

/** A server that takes HTTP requests at a URL. */
export interface HttpListener extends Listener {
  readonly url: string;
}

/** Where a server listens for HTTP. */
export interface HttpAddress {
  /** @default "127.0.0.1" */
  readonly host?: string;
  /** 0 for any that is free. */
  readonly port: number;
}

/** A request that is never sent to its end, or whose answer nobody reads, holds up the end for so long. */
const END_GRACE_MS = 20_000;

/** Whatever can reach the address can use the server: without a token that is this machine alone. */
function checkReach(host: string, token: string | undefined): void {
  if (isLoopback(host) || token !== undefined) return;
  throw new RewardError(
    "bad_options",
    `On ${host} anyone in the network could use this server: set GRPO_REWARDS_TOKEN, or listen on 127.0.0.1.`,
  );
}

/**
 * Serves HTTP.
 *
 * @throws {RewardError} `bad_options` for an address that others reach without a token, `bad_input` for one that
 *   cannot be listened on
 */
export async function listenHttp(
  { host = "127.0.0.1", port }: HttpAddress,
  options: HttpAppOptions,
): Promise<HttpListener> {
  checkReach(host, options.token);
  const { app, drained } = await createHttpApp(options);
  try {
    const url = await app.listen({ host, port });
    const close = async (): Promise<void> => {
      await Promise.race([drained(), setTimeout(END_GRACE_MS, undefined, { ref: false })]);
      const closed = app.close();
      app.server.closeAllConnections();
      await closed;
    };
    return { url, close };
  } catch (error) {
    const reason = (error as Error).message;
    throw new RewardError("bad_input", `Cannot listen on ${host}:${port}: ${reason}`, { cause: error });
  }
}
