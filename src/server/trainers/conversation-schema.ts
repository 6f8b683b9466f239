import type { JsonSchema } from "../../schema/index.js";
import { toolCalls } from "../protocol.js";

/** Messages as trainers send them: every text in its place. */
export const conversation: JsonSchema = {
  type: "array",
  items: {
    type: "object",
    required: ["role"],
    properties: {
      role: { type: "string" },
      tool_calls: toolCalls,
      content: {
        anyOf: [
          { type: ["string", "null"] },
          { type: "array", items: { type: "object", properties: { text: { type: "string" } } } },
        ],
      },
    },
  },
};
