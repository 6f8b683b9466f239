import type { Method } from "./method.js";

/** Ends the server once the requests in flight are answered. */
export const shutdown: Method<unknown, null> = (_, context) => {
  context.shutdown();
  return null;
};
