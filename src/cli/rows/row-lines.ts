/** Rows are handed on in parts of this size, each of which becomes a batch. */
const PART_CHARACTERS = 128 * 1024;

/** What JSON has no form for: whole numbers of 64 bits, times, bytes. */
function toJson(this: unknown, _key: string, value: unknown): unknown {
  if (typeof value === "bigint") return Number.isSafeInteger(Number(value)) ? Number(value) : String(value);
  return value instanceof Uint8Array ? Buffer.from(value).toString("base64") : value;
}

/** Writes rows as lines of JSON. */
export async function* rowLines(
  rows: AsyncIterable<object> | Iterable<object>,
): AsyncGenerator<Uint8Array, void, undefined> {
  let part = "";
  for await (const row of rows) {
    part += `${JSON.stringify(row, toJson)}\n`;
    if (part.length < PART_CHARACTERS) continue;
    yield Buffer.from(part);
    part = "";
  }
  if (part !== "") yield Buffer.from(part);
}
