export { type ConnectionOptions, connectionOptions, endpointOf } from "./connection-options.js";
export { headersFromEnvironment, secretFromEnvironment } from "./headers.js";
export { type Endpoint, jsonPoster, type PostJson, type Reply } from "./post-json.js";
export { type HttpReply, requestSender, type SendRequest } from "./send-request.js";
export { httpUrl } from "./url.js";
