import { RewardError } from "../../core/index.js";
import type { Method } from "./method.js";

/** Ends the server once the requests in flight are answered. */
export const shutdown: Method<unknown, null> = (_, context) => {
  if (context.shutdown) context.shutdown();
  else
    throw new RewardError(
      "bad_input",
      "This server is shared: it ends by a signal, not by one of its clients.",
    );
  return null;
};
