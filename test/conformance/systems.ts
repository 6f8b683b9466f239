import { readdirSync, readFileSync } from "node:fs";
import { RewardError } from "../../src/index.js";
import { type Adapter, agrees, type Deviation, raised, type System, type Vector } from "./vector.js";

const VECTORS = new URL("vectors/", import.meta.url);
const SYSTEMS = new URL("systems/", import.meta.url);

function readVectors(file: string): readonly Vector[] {
  return (JSON.parse(readFileSync(new URL(file, VECTORS), "utf8")) as { vectors: Vector[] }).vectors;
}

async function readSystem(file: string): Promise<System> {
  const path = new URL(file.replaceAll("_", "-").replace(/json$/, "ts"), SYSTEMS);
  return ((await import(path.href)) as { default: System }).default;
}

const files = readdirSync(VECTORS).filter((file) => file.endsWith(".json"));

/** Every vector of every file. */
export const vectors: readonly Vector[] = files.flatMap(readVectors);

const systems: readonly System[] = await Promise.all(files.map(readSystem));

/** The adapters of all systems, by the vectors' reward name. */
export const adapters: Readonly<Record<string, Adapter>> = Object.assign(
  {},
  ...systems.map((system) => system.adapters),
) as Record<string, Adapter>;

/** The one list of deliberate deviations. */
export const deviations: readonly Deviation[] = systems.flatMap((system) => system.deviations ?? []);

/** Vectors for which an original raises, and this library is defined. */
export const definedHere: readonly Deviation[] = systems.flatMap((system) => system.definedHere ?? []);

function adapterOf({ reward }: Vector): Adapter {
  const adapter = adapters[reward];
  if (adapter) return adapter;
  throw new Error(`There is no adapter for ${reward}.`);
}

/** What this library makes of a vector: a value, or the code of the `RewardError` that it throws. */
export async function outcomeOf(vector: Vector): Promise<unknown> {
  try {
    return await adapterOf(vector).run(vector);
  } catch (error) {
    if (error instanceof RewardError) return error.code;
    throw error;
  }
}

/** Whether the outcome is what the original returned, within the adapter's tolerance. */
export function conforms(vector: Vector, outcome: unknown): boolean {
  const { expected, tolerance } = adapterOf(vector);
  return !raised(vector) && agrees(outcome, expected ? expected(vector) : vector.expected, tolerance);
}
