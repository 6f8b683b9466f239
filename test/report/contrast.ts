/** A text that is hard to read: what it says, and by what factor it differs from what is behind it. */
export interface FaintText {
  readonly text: string;
  readonly ratio: number;
}

/**
 * Runs in the page: finds texts with less contrast than WCAG 2.2 AA asks for. It stands alone, since the browser gets
 * its text.
 */
export function faintTexts(): FaintText[] {
  const canvas = document.createElement("canvas").getContext("2d", { willReadFrequently: true });
  if (!canvas) throw new Error("there is no canvas");
  const rgba = (color: string): [number, number, number, number] => {
    canvas.clearRect(0, 0, 1, 1);
    canvas.fillStyle = color;
    canvas.fillRect(0, 0, 1, 1);
    const [r = 0, g = 0, b = 0, a = 0] = canvas.getImageData(0, 0, 1, 1).data;
    return [r, g, b, a / 255];
  };
  const luminance = (rgb: readonly number[]): number => {
    const [r = 0, g = 0, b = 0] = rgb.map((value) => {
      const share = value / 255;
      return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const behind = (element: Element | null): readonly number[] => {
    for (let at = element; at; at = at.parentElement) {
      const [r, g, b, a] = rgba(getComputedStyle(at).backgroundColor);
      if (a > 0.99) return [r, g, b];
    }
    return rgba(getComputedStyle(document.documentElement).backgroundColor).slice(0, 3);
  };
  const ratioOf = (element: Element): number => {
    const { fill, color } = getComputedStyle(element);
    const own = element instanceof SVGElement && fill !== "none" ? fill : color;
    const [front, back] = [luminance(rgba(own).slice(0, 3)), luminance(behind(element))];
    return (Math.max(front, back) + 0.05) / (Math.min(front, back) + 0.05);
  };
  const leastOf = (element: Element): number => {
    const { fontSize, fontWeight } = getComputedStyle(element);
    const size = parseFloat(fontSize);
    return size >= 24 || (size >= 18.66 && Number(fontWeight) >= 700) ? 3 : 4.5;
  };
  const faint = new Map<string, number>();
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const element = node.parentElement;
    const text = node.textContent?.trim() ?? "";
    if (!element || text === "" || !element.checkVisibility() || element.closest(":disabled, .skip"))
      continue;
    const ratio = ratioOf(element);
    if (ratio < leastOf(element)) faint.set(text.slice(0, 60), Math.round(ratio * 100) / 100);
  }
  return [...faint].map(([text, ratio]) => ({ text, ratio }));
}
