import { pythonStrip } from "../../text/index.js";
import { type Instruction, instruction, text } from "../instruction.js";

/** Google's markers may be written with a space between the letters. */
const SPACED: Readonly<Partial<Record<string, RegExp>>> = {
  "P.S.": /p\.\s?s\./i,
  "P.P.S": /p\.\s?p\.\s?s\.?/i,
};

/** `detectable_content:postscript`: the marker stands in the answer, in any case, with a postscript behind it. */
export const postscript: Instruction = instruction(
  { postscript_marker: text },
  (answer, { postscript_marker }) => {
    const marker = pythonStrip(postscript_marker);
    const spaced = SPACED[marker]?.exec(answer);
    const start = spaced?.index ?? answer.toLowerCase().indexOf(marker.toLowerCase());
    const length = spaced?.[0].length ?? marker.length;
    return start >= 0 && pythonStrip(answer.slice(start + length)) !== "";
  },
);

/** open-instruct's `verify_postscript`: the marker as it is, with a postscript behind it. */
export const verifyPostscript: Instruction = instruction(
  { postscript_marker: text },
  (answer, { postscript_marker: marker }) => {
    const start = answer.indexOf(marker);
    return start >= 0 && pythonStrip(answer.slice(start + marker.length)) !== "";
  },
);
