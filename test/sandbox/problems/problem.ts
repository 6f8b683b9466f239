/** Programs in one language that read the problem; those that fail whatever it is are in failures.ts. */
interface Submissions {
  readonly right: string;
  /** What of the right program is replaced, and by what, so that it fails a test. */
  readonly wrong: readonly [from: string, to: string];
}

interface Statement {
  readonly name: string;
  /** What is to be written, or returned. */
  readonly statement: string;
  /** How far a number may be from the expected one. @default 0 */
  readonly tolerance?: number;
  /** A program in Python that judges outputs where several are right. */
  readonly checker?: string;
  readonly python: Submissions;
  readonly javascript: Submissions;
  /** Only what runs C++ judges these. */
  readonly cpp?: Submissions;
}

/** A problem on standard input, or of a function of its name, with arguments and values. */
export type Problem =
  | (Statement & { readonly tests: readonly (readonly [input: string, output: string])[] })
  | (Statement & { readonly calls: readonly (readonly [args: readonly unknown[], value: unknown])[] });
