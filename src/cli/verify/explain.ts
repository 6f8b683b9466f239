import type { Explanation, ExtractedAnswer, ExtractionMethod, ParsedSide } from "../../math/index.js";

const LABEL_WIDTH = 13;

function field(label: string, value: string): string {
  return `${label.padEnd(LABEL_WIDTH)}${value}`;
}

/** Each method of extraction as the reader of a completion would call it. */
const METHODS: Readonly<Record<ExtractionMethod, string>> = {
  boxed: "in the last \\boxed{}",
  answer_tag: "in the last <answer>",
  json: "in a JSON object",
  final_sentence: "in the last sentence that states an answer",
  marked: "behind ####",
  math_span: "in the last math",
  bold: "in the last bold text",
  choice: "a letter of a choice",
  last_number: "the last number",
  whole: "the whole text",
};

function describeExtraction(extracted: ExtractedAnswer | null): string {
  if (extracted === null) return "nothing";
  const { text, method, span } = extracted;
  return `${text}   (${METHODS[method]}, characters ${span.start} to ${span.end})`;
}

function describeSide(title: string, { text, latex, canonical, failure }: ParsedSide): string[] {
  return [
    field(title, text),
    ...(failure === null ? [] : [field("  not read", failure)]),
    ...(latex === null ? [] : [field("  as LaTeX", latex)]),
    ...(canonical === null ? [] : [field("  canonical", canonical)]),
  ];
}

function describeTiers(tiers: Explanation["tiers"]): string[] {
  const undecided = tiers.filter(({ outcome }) => outcome === "undecided").map(({ name }) => name);
  const decided = tiers.filter(({ outcome }) => outcome !== "undecided");
  return [
    ...(undecided.length === 0 ? [] : [field("undecided", undecided.join(", "))]),
    ...decided.map(({ name, outcome }) => field(outcome, name)),
  ];
}

function describeVerdict({ verdict }: Explanation): string {
  return verdict.status === "undetermined"
    ? `undetermined: the ${verdict.fault} is at fault (${verdict.reason})`
    : `${verdict.status}, decided by ${verdict.by}`;
}

/** What was extracted, how both sides were read, which tier decided, and the verdict; several lines. */
export function describeExplanation(explanation: Explanation): string {
  const { extracted, reference, candidate, tiers } = explanation;
  return [
    ...describeSide("reference", reference),
    field("extracted", describeExtraction(extracted)),
    ...(candidate === null ? [] : describeSide("candidate", candidate)),
    ...describeTiers(tiers),
    field("verdict", describeVerdict(explanation)),
  ].join("\n");
}
