export { createDispatcher, type DispatcherOptions, type Session } from "./dispatch.js";
export { loadRegistry, loadRewards } from "./load-rewards.js";
export { PROTOCOL_VERSION } from "./protocol.js";
export { serve, type ServeOptions } from "./serve.js";
export { builtinRewards } from "../rewards/index.js";
export { createRegistry, type Registry } from "../rewards/registry.js";
export { type Combinator, combinators } from "../spec/index.js";
