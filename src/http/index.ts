export { type ConnectionOptions, connectionOptions, endpointOf } from "./connection-options.js";
export { secretFromEnvironment } from "./headers.js";
export { type Endpoint, jsonPoster, type PostJson, type Reply } from "./post-json.js";
export { httpUrl } from "./url.js";
