import { choice, type JsonSchema } from "../schema/index.js";
import type { JsonPlace } from "../text/index.js";

/** Where the rewards that read JSON find it. */
export interface JsonPlaceOptions {
  /** Where the JSON stands: see {@link JsonPlace}. @default "auto" */
  readonly place?: JsonPlace;
  /** The tag that it stands in, where there are tags. @default "answer" */
  readonly tag?: string;
}

/** The schemas of {@link JsonPlaceOptions}. */
export const JSON_PLACE_SCHEMA: Readonly<Record<keyof JsonPlaceOptions, JsonSchema>> = {
  place: choice<JsonPlace>("Where the JSON stands in what follows the thinking.", {
    auto: "the whole if it begins as JSON; else the last tags, or the whole, and in it the last code fence",
    whole: "the whole answer",
    tags: "the last tags",
    fence: "the last code fence",
  }),
  tag: { type: "string", minLength: 1, default: "answer", description: "The tag that it stands in." },
};
