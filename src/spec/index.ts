export { type Combinator, combinators } from "./combinators.js";
export { namedComposition } from "./named-composition.js";
export {
  type CompositionSpec,
  type LeafSpec,
  leavesOfSpec,
  type RewardSpec,
  rewardFromSpec,
} from "./reward-from-spec.js";
