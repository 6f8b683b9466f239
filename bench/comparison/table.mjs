const quantile = (values, share) =>
  values.toSorted((a, b) => a - b)[Math.min(values.length - 1, Math.floor(share * values.length))];

const percent = (part, whole) => `${((100 * part) / whole).toFixed(1)} %`;

function duration(us) {
  if (us < 1000) return `${us < 10 ? us.toFixed(1) : Math.round(us)} µs`;
  return us < 1e6 ? `${(us / 1000).toFixed(us < 10_000 ? 1 : 0)} ms` : `${(us / 1e6).toFixed(1)} s`;
}

const share = (judged) => percent(judged.filter(({ right }) => right).length, judged.length);

/** The corpora in their order, with the number of cases of each. */
function corporaOf(cases) {
  const counts = new Map();
  for (const { corpus } of cases) counts.set(corpus, (counts.get(corpus) ?? 0) + 1);
  return counts;
}

/** What a grader made of the cases: how many of each corpus it judged right, and how long it took. */
export function figuresOf(cases, { verdicts }) {
  const judged = cases.map((each, i) => ({ ...each, ...verdicts[i] }));
  const wrong = judged.filter(({ expected }) => !expected);
  const times = judged.map(({ us }) => us);
  return {
    byCorpus: [...corporaOf(cases).keys()].map((name) =>
      share(judged.filter(({ corpus }) => corpus === name)),
    ),
    all: share(judged),
    accepted: `${wrong.filter(({ said }) => said).length} of ${wrong.length}`,
    median: duration(quantile(times, 0.5)),
    p99: duration(quantile(times, 0.99)),
    hung: String(judged.filter(({ hung }) => hung).length),
  };
}

function markdown(head, rows) {
  const widths = head.map((_, column) => Math.max(...[head, ...rows].map((row) => row[column].length)));
  const line = (cells) => `| ${cells.map((cell, i) => cell.padEnd(widths[i])).join(" | ")} |`;
  return [line(head), line(widths.map((width) => "-".repeat(width))), ...rows.map(line)].join("\n");
}

const COLUMNS = {
  all: "pairs judged right",
  accepted: "wrong answers accepted",
  median: "median",
  p99: "p99",
  hung: "over 5 s",
};

/** One line a grader. */
export function shortTable(results) {
  const rows = results.map(({ title, figures }) => [
    title,
    ...Object.keys(COLUMNS).map((key) => figures[key]),
  ]);
  return markdown(["", ...Object.values(COLUMNS)], rows);
}

/** One line a corpus. */
export function corpusTable(cases, results) {
  const rows = [...corporaOf(cases)].map(([name, count], i) => [
    `${name} (${count})`,
    ...results.map(({ figures }) => figures.byCorpus[i]),
  ]);
  return markdown(["judged right", ...results.map(({ title }) => title)], rows);
}
