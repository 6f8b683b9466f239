import type { AdvantageFunction } from "../../src/testing/index.js";
import { deviation, finite, type Group, grpo, mean, perGroup, ranks } from "./estimator.js";

const scaled = (
  change: (advantages: readonly number[], group: Group) => readonly number[],
): AdvantageFunction => perGroup((group) => change(grpo(group), group));

/** Estimators with one fault each: the kit has to find every one. */
export const ADVANTAGE_MUTANTS: readonly (readonly [title: string, estimate: AdvantageFunction])[] = [
  ["no baseline", perGroup((group) => group.map(finite))],
  [
    "not divided by the deviation",
    perGroup((group) => group.map((value) => finite(value) - mean(group.map(finite)))),
  ],
  [
    "population deviation",
    scaled((found, group) =>
      found.map((value) => (value * deviation(group.map(finite))) / (deviation(group.map(finite), 0) || 1)),
    ),
  ],
  [
    "variance for deviation",
    scaled((found, group) => found.map((value) => value / (deviation(group.map(finite)) || 1))),
  ],
  [
    "median for mean",
    perGroup((group) => {
      const sorted = group.map(finite).sort((a, b) => a - b);
      return grpo(group).map((value) => value + (mean(sorted) - (sorted[sorted.length >> 1] ?? 0)));
    }),
  ],
  ["sign", scaled((found) => found.map((value) => -value))],
  ["absolute values", scaled((found) => found.map(Math.abs))],
  ["only gains", scaled((found) => found.map((value) => Math.max(0, value)))],
  ["clipped at 1", scaled((found) => found.map((value) => Math.max(-1, Math.min(1, value))))],
  [
    "residue of constant groups",
    perGroup((group) => {
      const clean = group.map(finite);
      return clean.map((value) => (value - (mean(clean) + 1e-9)) / (deviation(clean) + 1e-9));
    }),
  ],
  [
    "NaN for constant groups",
    perGroup((group) => {
      const clean = group.map(finite);
      return clean.map((value) => (value - mean(clean)) / deviation(clean));
    }),
  ],
  [
    "NaN passed on",
    perGroup((group) => group.map((value) => (value - mean(group)) / (deviation(group) + 1e-6))),
  ],
  [
    "one mean for the batch",
    (groups) => {
      const middle = mean(groups.flat().map(finite));
      return groups.map((group) => grpo(group).map((value) => value - middle));
    },
  ],
  [
    "one deviation for the batch",
    (groups) => {
      const spread = deviation(groups.flat().map(finite)) || 1;
      return groups.map((group) =>
        new Set(group).size < 2
          ? group.map(() => 0)
          : group.map((value) => (finite(value) - mean(group.map(finite))) / spread),
      );
    },
  ],
  [
    "the first group's baseline",
    (groups) =>
      groups.map((group) =>
        grpo(group).map((value) => value + mean((groups[0] ?? []).map(finite)) - mean(group.map(finite))),
      ),
  ],
  ["sorted", scaled((found) => [...found].sort((a, b) => a - b))],
  ["reversed", scaled((found) => found.toReversed())],
  ["the last one left out", scaled((found) => found.slice(0, -1))],
  ["a group of one", perGroup((group) => (group.length === 1 ? group.map(finite) : grpo(group)))],
  ["an index added", scaled((found) => found.map((value, i) => value + i * 0.01))],
  ["ties broken", scaled((found) => found.map((value, i) => value * (1 + i * 0.01)))],
  [
    "rewards changed in place",
    (groups) => {
      for (const group of groups) group[0] = 0;
      return groups.map(grpo);
    },
  ],
  [
    "a large epsilon",
    perGroup((group) => {
      const clean = group.map(finite);
      return clean.map((value) => (value - mean(clean)) / (deviation(clean) + 0.1));
    }),
  ],
  [
    "memory",
    (() => {
      let calls = 0;
      return (groups) => groups.map((group) => grpo(group).map((value) => value * (1 + (calls++ % 3))));
    })(),
  ],
  [
    "throws for groups of one",
    perGroup((group) => {
      if (group.length < 2) throw new Error("too small");
      return grpo(group);
    }),
  ],
  ["rewards below zero ignored", perGroup((group) => grpo(group.map((value) => Math.max(0, value))))],
  ["ranks for rewards", perGroup((group) => grpo(ranks(group.map(finite))))],
  ["the sign of the advantage alone", scaled((found) => grpo(found.map(Math.sign)))],
  ["squashed", scaled((found) => grpo(found.map(Math.tanh)))],
  ["roots of rewards", perGroup((group) => grpo(group.map((value) => Math.cbrt(finite(value)))))],
  ["squares of rewards", perGroup((group) => grpo(group.map((value) => finite(value) ** 2)))],
  ["clipped at 3", scaled((found) => found.map((value) => Math.max(-3, Math.min(3, value))))],
  ["clipped at 5", scaled((found) => found.map((value) => Math.max(-5, Math.min(5, value))))],
  ["rewards clipped at 1", perGroup((group) => grpo(group.map((value) => Math.max(-1, Math.min(1, value)))))],
  [
    "rewards clipped at 5",
    perGroup((group) => grpo(group.map((value) => Math.max(-5, Math.min(5, finite(value)))))),
  ],
  ["rewards rounded", perGroup((group) => grpo(group.map((value) => Math.round(finite(value)))))],
  [
    "rewards rounded to a tenth",
    perGroup((group) => grpo(group.map((value) => Math.round(finite(value) * 10) / 10))),
  ],
  ["advantages rounded", scaled((found) => found.map((value) => Math.round(value * 100) / 100))],
  [
    "zero for missing",
    perGroup((group) => {
      const clean = group.map(finite);
      const some = clean.filter(Boolean);
      if (new Set(clean).size < 2) return clean.map(() => 0);
      return clean.map((value) => (value - mean(some)) / (deviation(clean) + 1e-6));
    }),
  ],
  [
    "the first eight of a group",
    perGroup((group) => {
      const clean = group.map(finite);
      const some = clean.slice(0, 8);
      if (new Set(clean).size < 2) return clean.map(() => 0);
      return clean.map((value) => (value - mean(some)) / (deviation(some) + 1e-6));
    }),
  ],
  [
    "the mean of squares less the square of the mean",
    perGroup((group) => {
      const clean = group.map(finite);
      if (new Set(clean).size < 2) return clean.map(() => 0);
      const [middle, squares] = [mean(clean), mean(clean.map((value) => value * value))];
      const spread = Math.sqrt(
        Math.max(0, ((squares - middle * middle) * clean.length) / (clean.length - 1)),
      );
      return clean.map((value) => (value - middle) / (spread + 1e-6));
    }),
  ],
  [
    "single precision",
    perGroup((group) => {
      const clean = group.map((value) => Math.fround(finite(value)));
      const middle = Math.fround(clean.reduce((sum, value) => Math.fround(sum + value), 0) / clean.length);
      if (new Set(clean).size < 2) return clean.map(() => 0);
      return clean.map((value) => (value - middle) / (deviation(clean) + 1e-6));
    }),
  ],
  [
    "no advantage where rewards hardly differ",
    perGroup((group) => (deviation(group.map(finite)) < 0.25 ? group.map(() => 0) : grpo(group))),
  ],
  [
    "a spread of one at least",
    perGroup((group) => {
      const clean = group.map(finite);
      return clean.map((value) => (value - mean(clean)) / Math.max(1, deviation(clean)));
    }),
  ],
  [
    "the mean deviation",
    perGroup((group) => {
      const clean = group.map(finite);
      const spread = mean(clean.map((value) => Math.abs(value - mean(clean))));
      return clean.map((value) => (spread === 0 ? 0 : (value - mean(clean)) / spread));
    }),
  ],
  [
    "the range for the deviation",
    perGroup((group) => {
      const clean = group.map(finite);
      const range = Math.max(...clean) - Math.min(...clean);
      return clean.map((value) => (range === 0 ? 0 : (value - mean(clean)) / range));
    }),
  ],
  ["the greatest reward for a baseline", scaled((found) => found.map((value) => value - Math.max(...found)))],
  ["losses halved", scaled((found) => found.map((value) => (value < 0 ? value / 2 : value)))],
  ["only the best", scaled((found) => found.map((value) => (value === Math.max(...found) ? value : 0)))],
  [
    "best and worst alone",
    scaled((found) =>
      found.map((value) => (value === Math.max(...found) || value === Math.min(...found) ? value : 0)),
    ),
  ],
  ["groups in reverse", (groups) => groups.map(grpo).toReversed()],
  [
    "groups cut to the least length",
    (groups) => {
      const least = Math.min(...groups.map((group) => group.length));
      return groups.map((group) => grpo(group).slice(0, least));
    },
  ],
  [
    "the size of the first group for all",
    (groups) => {
      const size = groups[0]?.length ?? 1;
      const flat = groups.flat();
      const cut = Array.from({ length: Math.ceil(flat.length / size) }, (_, i) =>
        grpo(flat.slice(i * size, (i + 1) * size)),
      ).flat();
      let at = 0;
      return groups.map((group) => cut.slice(at, (at += group.length)));
    },
  ],
  ["one list for all groups", (groups) => [groups.flatMap(grpo)]],
  [
    "whitened over the batch",
    (groups) => {
      const found = groups.map(grpo);
      const all = found.flat();
      return found.map((group) => group.map((value) => (value - mean(all)) / (deviation(all) || 1)));
    },
  ],
  [
    "a number that is none spoils the batch",
    (groups) =>
      groups.flat().every(Number.isFinite) ? groups.map(grpo) : groups.map((group) => group.map(() => 0)),
  ],
  [
    "infinite rewards for great ones",
    perGroup((group) => {
      const clean = group.map((value) => (Number.isNaN(value) ? 0 : value));
      const spread = deviation(clean);
      return new Set(clean).size < 2
        ? clean.map(() => 0)
        : clean.map((value) => (value - mean(clean)) / (spread + 1e-6));
    }),
  ],
  [
    "equal groups by their first two",
    perGroup((group) => (group[0] === group[1] ? group.map(() => 0) : grpo(group))),
  ],
  [
    "a moving baseline",
    (() => {
      let baseline = 0;
      return (groups) =>
        groups.map((group) => {
          baseline = 0.9 * baseline + 0.1 * mean(group.map(finite));
          return grpo(group).map((value) => value - baseline * 0.1);
        });
    })(),
  ],
  ["longer groups weigh less", scaled((found) => found.map((value) => value / Math.sqrt(found.length)))],
  [
    "the same group twice has none",
    (groups) => {
      const seen = new Set<string>();
      return groups.map((group) => {
        const key = group.join();
        if (seen.has(key)) return group.map(() => 0);
        seen.add(key);
        return grpo(group);
      });
    },
  ],
  [
    "groups of one make a group",
    (groups) => {
      const alone = groups.filter(({ length }) => length === 1).flat();
      return groups.map((group) =>
        group.length > 1 ? grpo(group) : group.map((value) => value - mean(alone)),
      );
    },
  ],
  [
    "groups that are alike have the same",
    (groups) => {
      const known = new Map<string, readonly number[]>();
      return groups.map((group) => {
        const key = group.map((value) => value.toFixed(0)).join();
        const found = known.get(key) ?? grpo(group);
        known.set(key, found);
        return found;
      });
    },
  ],
];
