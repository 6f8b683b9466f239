export { batchMemory } from "./batch-memory.js";
export { openChat, type ResponseFormat, RESPONSE_FORMATS } from "./chat.js";
export { type Evidence, judgeMessages } from "./messages.js";
export { isOpener } from "./opener.js";
export { type Criterion, leastScore, type Rubric } from "./rubric.js";
export { verdictReader, verdictSchema } from "./verdict.js";
export { openRemote, remoteFailure, type RemoteOptions, remoteOptions } from "./remote.js";
