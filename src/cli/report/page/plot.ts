import type * as Library from "@observablehq/plot";
import { markup, type Markup, trusted } from "./markup.js";

/** Draws plots as markup. */
export interface Plotter {
  readonly library: typeof Library;
  /** @param label what the plot shows, for those who do not see it */
  readonly draw: (label: string, options: Library.PlotOptions) => Markup;
}

/** What the page needs of an element; it is no browser's. */
interface Drawn {
  readonly outerHTML: string;
  readonly querySelectorAll: (selector: string) => Iterable<{ readonly remove: () => void }>;
}

const START = "<svg";

/**
 * Loads the library of plots, and a document that it draws into.
 *
 * @throws if one of the two packages is not installed
 */
export async function loadPlotter(): Promise<Plotter> {
  const [library, { parseHTML }] = await Promise.all([import("@observablehq/plot"), import("linkedom")]);
  const { document } = parseHTML("<!doctype html><html></html>") as unknown as { document: object };
  const draw: Plotter["draw"] = (label, options) => {
    const given = { ...options, document, className: "plot" };
    const plot = library.plot(given) as unknown as Drawn;
    // The page's own style has all that is in it, and allows no other.
    for (const style of plot.querySelectorAll("style")) style.remove();
    const inside = trusted(plot.outerHTML.slice(START.length));
    return markup`<svg role="img" aria-label="${label}"${inside}`;
  };
  return { library, draw };
}
