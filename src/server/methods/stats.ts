import type { Stats } from "../observe/stats.js";
import type { Method } from "./method.js";

/** The server's figures. */
export const stats: Method<unknown, Stats> = (_, { monitor }) => monitor.stats();
