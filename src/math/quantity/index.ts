export { isDroppableUnit, sameCountedThing } from "./counted.js";
export { parseDate } from "./date.js";
export { dimensionlessFactor, isKnownUnit, multipliedUnit, relateUnits } from "./relate.js";
export { parseTime } from "./time.js";
