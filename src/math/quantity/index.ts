export { isDroppableUnit, sameCountedThing } from "./counted.js";
export { parseDate } from "./date.js";
export { dimensionlessFactor, isKnownUnit, relateUnits } from "./relate.js";
export { parseTime } from "./time.js";
