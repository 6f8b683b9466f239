import { serveTasks } from "../../isolate/index.js";
import { makeSnapshot } from "./interpreter.js";

await serveTasks(() => Promise.resolve(makeSnapshot));
