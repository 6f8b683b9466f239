const IRREGULAR: ReadonlyMap<string, string> = new Map([
  ["people", "person"],
  ["children", "child"],
  ["men", "man"],
  ["women", "woman"],
  ["feet", "foot"],
  ["inches", "inch"],
  ["mice", "mouse"],
  ["geese", "goose"],
  ["teeth", "tooth"],
  ["dice", "die"],
  ["halves", "half"],
  ["leaves", "leaf"],
  ["loaves", "loaf"],
  ["shelves", "shelf"],
  ["knives", "knife"],
  ["vertices", "vertex"],
  ["indices", "index"],
  ["matrices", "matrix"],
  ["axes", "axis"],
  ["pies", "pie"],
  ["ties", "tie"],
  ["movies", "movie"],
  ["cookies", "cookie"],
  ["series", "series"],
  ["does", "does"],
  ["this", "this"],
]);

/** The singular of a lower-case English noun; a word that is none comes back, at worst less its `s`. */
export function singular(word: string): string {
  const irregular = IRREGULAR.get(word);
  if (irregular !== undefined) return irregular;
  if (word.length < 4 || !word.endsWith("s")) return word;
  if (/(?:ss|us|is)$/.test(word)) return word;
  if (word.endsWith("ies")) return `${word.slice(0, -3)}y`;
  if (/(?:[sxz]|ch|sh|to)es$/.test(word)) return word.slice(0, -2);
  return word.slice(0, -1);
}
