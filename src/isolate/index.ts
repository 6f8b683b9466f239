export type { Outcome } from "./outcome.js";
export { createPool, type IsolatedPool, type PoolOptions } from "./pool.js";
export { serveTasks } from "./serve-tasks.js";
