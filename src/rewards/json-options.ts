import type { JsonSchema } from "../schema/index.js";
import { JSON_PLACES, type JsonPlace } from "../text/index.js";

/** Where the rewards that read JSON find it. */
export interface JsonPlaceOptions {
  /** Where the JSON stands: see {@link JsonPlace}. @default "auto" */
  readonly place?: JsonPlace;
  /** The tag that it stands in, where there are tags. @default "answer" */
  readonly tag?: string;
}

/** The schemas of {@link JsonPlaceOptions}. */
export const JSON_PLACE_SCHEMA: Readonly<Record<keyof JsonPlaceOptions, JsonSchema>> = {
  place: {
    enum: JSON_PLACES,
    default: "auto",
    description: "Where the JSON stands: the whole answer, the last tags, the last code fence, or as found.",
  },
  tag: { type: "string", minLength: 1, default: "answer", description: "The tag that it stands in." },
};
