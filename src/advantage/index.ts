export { groupRelative, type GroupRelativeOptions } from "./group-relative.js";
export { type GroupId, mapGroups, rowsByGroup } from "./grouping.js";
export { leaveOneOut, type LeaveOneOutOptions } from "./leave-one-out.js";
export { type AdvantagePreset, type GroupRelativeSettings, presets } from "./presets.js";
