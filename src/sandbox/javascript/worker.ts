import { serveTasks } from "../../isolate/index.js";
import { loadEngine } from "./engine.js";

await serveTasks(loadEngine);
