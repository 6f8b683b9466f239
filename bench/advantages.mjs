import { groupRelative, leaveOneOut } from "../dist/advantage/index.js";
import { table } from "./table.mjs";

const GROUPS = 4096;
const SIZE = 244;
const groups = Array.from({ length: GROUPS }, (_, g) =>
  Array.from({ length: SIZE }, (_, i) => Math.sin(g * SIZE + i)),
);

let consumed = 0;
const consume = (advantages) => (consumed += advantages[7][11]);
await table(
  `Advantages of ${GROUPS * SIZE} rewards in ${GROUPS} groups`,
  {
    "groupRelative, trl": () => consume(groupRelative(groups)),
    "groupRelative, batch": () => consume(groupRelative(groups, { scale: "batch" })),
    "groupRelative, none": () => consume(groupRelative(groups, { scale: "none" })),
    leaveOneOut: () => consume(leaveOneOut(groups)),
  },
  { time: 1500 },
);
console.log(`(${consumed.toFixed(3)})`);
