/** A stream of random numbers that is the same for a seed on every machine and version of Node. */
export interface Random {
  /** A whole number from 0 to 2³² − 1. */
  next(): number;
  /** A whole number from 0 to `count` − 1. */
  below(count: number): number;
  /** A whole number from `least` to `most`. */
  between(least: number, most: number): number;
  /** One of the items, which must not be empty. */
  pick<Item>(items: readonly Item[]): Item;
}

/**
 * The generator sfc32 of Chris Doty-Humphrey's PractRand, in whole numbers of 32 bits alone. One is made for each step
 * of each pair, so that it is one object rather than four closures.
 */
class Sfc32 implements Random {
  private a: number;
  private b: number;
  private c = 0x9e3779b9;
  private counter = 1;

  constructor(seed: number) {
    this.a = seed | 0;
    this.b = Math.imul(seed ^ (seed >>> 16), 0x85ebca6b) ^ Math.floor(seed / 2 ** 32);
    for (let i = 0; i < 4; i++) this.next();
  }

  next(): number {
    const sum = (((this.a + this.b) | 0) + this.counter) | 0;
    this.counter = (this.counter + 1) | 0;
    this.a = this.b ^ (this.b >>> 9);
    this.b = (this.c + (this.c << 3)) | 0;
    this.c = (((this.c << 21) | (this.c >>> 11)) + sum) | 0;
    return sum >>> 0;
  }

  below(count: number): number {
    return Math.floor((this.next() / 2 ** 32) * count);
  }

  between(least: number, most: number): number {
    return least + this.below(most - least + 1);
  }

  pick<Item>(items: readonly Item[]): Item {
    return items[this.below(items.length)] as Item;
  }
}

/** Random numbers of a seed. */
export const createRandom = (seed: number): Random => new Sfc32(seed);

/** A seed for a part of the work that has a name, so that other parts draw what they drew before. */
export function seedOf(seed: number, name: string): number {
  let hash = 0x811c9dc5 ^ seed;
  for (let i = 0; i < name.length; i++) hash = Math.imul(hash ^ name.charCodeAt(i), 0x01000193);
  return hash >>> 0;
}
