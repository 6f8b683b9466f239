/** The first `length` UTF-16 units of a text; a surrogate pair at the end is not cut in two. */
export function excerpt(text: string, length: number): string {
  const splitsPair =
    /[\ud800-\udbff]/.test(text.charAt(length - 1)) && /[\udc00-\udfff]/.test(text.charAt(length));
  return text.slice(0, splitsPair ? length - 1 : length);
}
