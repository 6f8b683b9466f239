import { createRequire } from "node:module";
import type { Ajv2020, Options } from "ajv/dist/2020.js";

const require = createRequire(import.meta.url);

/** ajv takes tens of milliseconds to load, so it is loaded when the first schema is compiled. */
export function createAjv(options: Options): Ajv2020 {
  const loaded = require("ajv/dist/2020.js") as { Ajv2020: new (options: Options) => Ajv2020 };
  return new loaded.Ajv2020(options);
}
