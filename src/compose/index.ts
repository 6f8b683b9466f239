export { clamp, type ClampOptions } from "./clamp.js";
export { fallback } from "./fallback.js";
export { gate, type GateOptions } from "./gate.js";
export { metricOnly } from "./metric-only.js";
export { perTurn, type PerTurnOptions } from "./per-turn.js";
export { required } from "./required.js";
export { rescale, type RescaleOptions } from "./rescale.js";
export { weightedSum, type WeightedTerm } from "./weighted-sum.js";
