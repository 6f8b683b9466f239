import { RewardError } from "../core/index.js";

const PROTOCOLS = ["http:", "https:"];

/**
 * Reads the address of a server from an option.
 *
 * @throws {RewardError} `bad_options` for what is no URL of http or https, or has a password in it; the message leaves
 * the URL out, since it may be secret
 */
export function httpUrl(option: string, text: string): URL {
  const url = URL.canParse(text) ? new URL(text) : null;
  if (url === null || !PROTOCOLS.includes(url.protocol)) {
    throw new RewardError("bad_options", `${option} must be a URL that begins with http:// or https://.`);
  }
  if (url.username !== "" || url.password !== "") {
    throw new RewardError("bad_options", `${option} must hold no password; name a variable in headersEnv.`);
  }
  return url;
}
