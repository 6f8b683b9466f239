import {
  type AnyReward,
  located,
  RewardError,
  shown,
  type RewardFunction,
  toReward,
  wrongInput,
} from "../core/index.js";
import { builtinRewards } from "../rewards/index.js";
import { createRegistry, findReward, type Registry } from "../rewards/registry.js";
import { compileSchema } from "../schema/index.js";
import { type Combinator, combinators, type Part } from "./combinators.js";

/**
 * A reward as data, for the wire and for configuration files: a reward's name; a reward with its options; or a
 * composition, an object with the name of one combinator, such as `{ "gate": ["think_format", "accuracy"] }`.
 */
export type RewardSpec = string | LeafSpec | CompositionSpec;

/** A reward by name. */
export interface LeafSpec {
  readonly name: string;
  /** The key of its scores; the name by default. */
  readonly key?: string;
  readonly options?: object;
  /** Its weight in the sum that it is a part of; 1 by default. */
  readonly weight?: number;
}

/** A combinator with its parts and its options, and perhaps a key and a weight. */
export type CompositionSpec = Readonly<Record<string, unknown>>;

/** Nothing that a person writes is deeper, and what is deeper must not exhaust the stack. */
const MAX_DEPTH = 32;

const COMMON_KEYS = ["key", "weight"];
const LEAF_KEYS = ["name", "options", ...COMMON_KEYS];

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

function bad(where: string, problem: string): RewardError {
  return new RewardError("bad_options", `${where}: ${problem}.`);
}

/** Where in the spec an error is, such as `rewards[0].gate[1]`, and how deep. */
interface Place {
  readonly path: string;
  readonly depth: number;
}

/** The name of the combinator that an object is for. */
function combinatorOf(spec: CompositionSpec, { path }: Place): string {
  const names = Object.keys(spec).filter((key) => Object.hasOwn(combinators, key));
  const [name] = names;
  if (name !== undefined && names.length === 1) return name;
  const known = Object.keys(combinators).join(", ");
  throw bad(
    path,
    `a reward is a name, { "name": ... }, or an object with one of ${known}; this is ${shown(spec)}`,
  );
}

function checkKeys(spec: CompositionSpec, known: readonly string[], path: string): void {
  const stray = Object.keys(spec).find((key) => !known.includes(key));
  if (stray !== undefined) throw bad(path, `unknown property "${stray}"; known are ${known.join(", ")}`);
}

function checkCommon({ key, weight }: CompositionSpec, path: string, isWeighted: boolean): void {
  if (key !== undefined && (typeof key !== "string" || key === "")) throw bad(path, "key must be a text");
  if (weight === undefined) return;
  if (!isWeighted) throw bad(path, "weight means something only for the parts of a weighted_sum");
  if (typeof weight !== "number" || !Number.isFinite(weight))
    throw bad(path, "weight must be a finite number");
}

function partSpecs(value: unknown, { parts }: Combinator, path: string): readonly unknown[] {
  if (parts === "one") return [value];
  if (!Array.isArray(value)) throw bad(path, `needs a list of rewards, not ${shown(value)}`);
  if (parts === "two" && value.length !== 2) throw bad(path, `needs two rewards, not ${value.length}`);
  return value as readonly unknown[];
}

function readOptions(spec: CompositionSpec, name: string, combinator: Combinator, path: string): object {
  const { options: properties, requiredOptions: required = [] } = combinator;
  checkKeys(spec, [name, ...Object.keys(properties), ...COMMON_KEYS], path);
  const given = Object.fromEntries(Object.entries(spec).filter(([key]) => Object.hasOwn(properties, key)));
  const problem = compileSchema({ type: "object", properties, required })(given);
  if (problem !== null) throw bad(path, problem);
  return given;
}

function readComposition(spec: CompositionSpec, registry: Registry, place: Place): AnyReward {
  const name = combinatorOf(spec, place);
  const combinator = combinators[name] as Combinator;
  const path = `${place.path}.${name}`;
  const options = readOptions(spec, name, combinator, path);
  const specs = partSpecs(spec[name], combinator, path);
  const parts = specs.map((part, i): Part => {
    const within = { path: combinator.parts === "one" ? path : `${path}[${i}]`, depth: place.depth + 1 };
    const reward = readSpec(part, registry, within, combinator.isWeighted === true);
    return { reward, weight: isObject(part) ? ((part.weight as number | undefined) ?? 1) : 1 };
  });
  return located(path, () => combinator.build(parts, options as never));
}

function readLeaf(spec: CompositionSpec, registry: Registry, path: string): AnyReward {
  checkKeys(spec, LEAF_KEYS, path);
  const { name, options } = spec;
  if (typeof name !== "string") throw bad(path, `name must be the name of a reward, not ${shown(name)}`);
  if (options !== undefined && !isObject(options)) throw bad(path, "options must be an object");
  return located(path, () => findReward(registry, name)(options as never));
}

function readSpec(
  spec: unknown,
  registry: Registry,
  place: Place,
  isWeighted: boolean,
): RewardFunction<never> {
  if (place.depth > MAX_DEPTH) throw bad(place.path, `compositions may be ${MAX_DEPTH} deep`);
  if (typeof spec === "string") return located(place.path, () => toReward(findReward(registry, spec)()));
  if (!isObject(spec)) throw bad(place.path, `a reward is a text or an object, not ${shown(spec)}`);
  checkCommon(spec, place.path, isWeighted);
  const read = "name" in spec ? readLeaf(spec, registry, place.path) : readComposition(spec, registry, place);
  const reward = toReward(read);
  return typeof spec.key === "string" ? { ...reward, name: spec.key } : reward;
}

/** The rewards by name that a spec is composed of. What is unsound in it names none. */
export function leavesOfSpec(spec: unknown, depth = 0): LeafSpec[] {
  if (typeof spec === "string") return [{ name: spec }];
  if (depth > 2 * MAX_DEPTH) return [];
  if (Array.isArray(spec)) return spec.flatMap((part) => leavesOfSpec(part, depth + 1));
  if (!isObject(spec)) return [];
  const { name, options } = spec;
  if (typeof name === "string") return [isObject(options) ? { name, options } : { name }];
  return Object.entries(spec)
    .filter(([key]) => Object.hasOwn(combinators, key))
    .flatMap(([, parts]) => leavesOfSpec(parts, depth + 1));
}

/**
 * Makes the reward that a spec describes.
 *
 * @param registry the rewards that it may name; those of this library by default
 * @param where what error messages call the spec
 * @throws {RewardError} `unknown_reward`, or `bad_options` with the place of the mistake
 * @example
 * rewardFromSpec({ gate: ["think_format", "accuracy"] });
 */
export function rewardFromSpec(
  spec: unknown,
  registry: Registry = createRegistry(builtinRewards),
  where = "reward",
): RewardFunction<never> {
  if (!(registry instanceof Map)) {
    throw wrongInput("The registry", "a Map of rewards by name", registry);
  }
  return readSpec(spec, registry, { path: where, depth: 0 }, true);
}
