export { weightedSum, type WeightedTerm } from "./weighted-sum.js";
