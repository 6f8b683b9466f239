import { explainVerdict } from "../../../math/index.js";
import { describeExplanation } from "../../verify/explain.js";
import type { KeptSample } from "../report.js";
import { outcomeOf } from "../statistics/reward-summary.js";
import { answerIn, answeringReward } from "./answer-in.js";
import { completionText } from "./completion-text.js";
import { describeVerdict } from "./describe-verdict.js";
import { markup, type Markup, wrappable } from "./markup.js";
import { count, duration, number } from "./numbers.js";
import { kindOf } from "./sections/outcomes.js";

const MAX_PROMPT = 2000;

const shorter = (text: string, most: number): string =>
  text.length <= most ? text : `${text.slice(0, most)} … ${count(text.length - most)} characters left out`;

function scoreRows({ scores, verdicts, times, extra }: KeptSample): readonly Markup[] {
  return Object.entries(scores).map(([name, score]) => {
    const verdict = verdicts[name] ?? null;
    const time = times[name];
    const logged = Object.entries(extra)
      .filter(([key, value]) => key.startsWith(`${name}.`) && !key.endsWith(".extracted") && value !== null)
      .map(([key, value]) => `${key.slice(name.length + 1)}: ${shorter(String(value), 300)}`);
    return markup`<tr>
      <th scope="row"><span class="dot ${kindOf(outcomeOf({ score, verdict }))}"></span>${wrappable(name)}</th>
      <td class="number">${score === null ? "null" : number(score)}</td>
      <td>
        ${describeVerdict(verdict, score)}${logged.length > 0 ? markup` <span class="logged">${logged.join("; ")}</span>` : null}${time === undefined ? null : markup` <span class="time">${duration(time)}</span>`}
      </td>
    </tr>`;
  });
}

/** How the verifier of mathematics reads the answer, where a reward has compared answers. */
function explanation(sample: KeptSample): Markup | null {
  const { completion, reference, omitted, verdicts } = sample;
  const reward = answeringReward(sample);
  const verdict = reward === null ? null : (verdicts[reward] ?? null);
  if (verdict === null || completion === null || reference === null || omitted > 0) return null;
  const explained = explainVerdict({ reference, completion });
  const differs =
    explained.verdict.status === verdict.status
      ? null
      : markup`<p class="note">
          These are the options by default; the reward had others, and another verdict.
        </p>`;
  return markup`<details class="explanation">
    <summary>How the verifier reads it</summary>
    ${differs}
    <pre>${describeExplanation(explained)}</pre>
  </details>`;
}

function answerNote(sample: KeptSample): Markup {
  const answer = answerIn(sample);
  if (answer !== null)
    return markup`<p class="note">Marked: the answer that was found, <q>${shorter(answer, 200)}</q>.</p>`;
  return answeringReward(sample) === null ? markup`` : markup`<p class="note">No answer was found in it.</p>`;
}

/** All that is known of a sample. */
export function sampleDetail(sample: KeptSample): Markup {
  const { completion, omitted, source, line, length, reference, prompt, advantage, hack } = sample;
  const text =
    completion === null
      ? markup`<p class="note">The row does not hold the completion.</p>`
      : markup`${completionText(completion, answerIn(sample), omitted)}${answerNote(sample)}`;
  return markup`<div class="detail-grid">
    <div>
      <h3>Completion <small>${source}, line ${count(line)}; ${count(length)} characters</small></h3>
      ${text}
    </div>
    <div>
      ${hack === null ? null : markup`<p class="hack-note">A known trick: ${hack.title} <span class="id">${hack.id}</span></p>`}
      ${
        prompt === ""
          ? null
          : markup`<h3>Prompt</h3>
              <pre class="short" dir="auto">${shorter(prompt, MAX_PROMPT)}</pre>`
      }
      <h3>Reference</h3>
      ${reference === null ? markup`<p class="note">The row has none.</p>` : markup`<pre class="short" dir="auto">${shorter(reference, MAX_PROMPT)}</pre>`}
      <h3>Scores</h3>
      <table class="scores">
        <tbody>
          ${scoreRows(sample)}
        </tbody>
      </table>
      ${advantage === null ? null : markup`<p class="note">Advantage ${number(advantage)}</p>`}
      ${explanation(sample)}
    </div>
  </div>`;
}
