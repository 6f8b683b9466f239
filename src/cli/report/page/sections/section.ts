import { markup, type Markup } from "../markup.js";

/** A part of the page that the navigation leads to. */
export interface Section {
  readonly id: string;
  readonly title: string;
  readonly body: Markup;
}

/** A part of the page with its heading and what it shows in a sentence. */
export function section(id: string, title: string, lead: Markup | string, body: Markup): Section {
  return {
    id,
    title,
    body: markup`<section id="${id}" aria-labelledby="${id}-title">
      <h2 id="${id}-title">${title}</h2>
      <p class="lead">${lead}</p>
      ${body}
    </section> `,
  };
}

/** A table whose first column names the rows. Cells of numbers are set to the right. */
export function table(
  caption: string,
  head: readonly string[],
  rows: readonly (readonly [Markup | string, ...(Markup | string | number)[]])[],
): Markup {
  const titles = head.map((title) => markup`<th scope="col">${title}</th>`);
  const body = rows.map(
    ([name, ...cells]) =>
      markup`<tr>
        <th scope="row">${name}</th>
        ${cells.map((cell) => markup`<td>${cell}</td>`)}
      </tr> `,
  );
  return markup`<div class="scroll" tabindex="0" role="region" aria-label="${caption}">
    <table class="figures">
      <caption>
        ${caption}
      </caption>
      <thead>
        <tr>
          ${titles}
        </tr>
      </thead>
      <tbody>
        ${body}
      </tbody>
    </table>
  </div>`;
}

/** Links to samples by their numbers. */
export const sampleLinks = (numbers: readonly number[]): Markup =>
  markup`${numbers.map((number, at) => [at > 0 ? ", " : "", markup`<a href="#sample-${number}">#${number}</a>`])}`;
