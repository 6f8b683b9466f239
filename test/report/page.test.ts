import { readFileSync, statSync } from "node:fs";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { faintTexts } from "./contrast.js";
import { launch, open, OUTPUT, writeReport } from "./open-report.js";

let browser: Browser;
let path: string;

beforeAll(async () => {
  path = writeReport("report.html");
  browser = await launch();
});

afterAll(() => browser.close());

const focusedText = (page: Page): Promise<string> =>
  page.evaluate(() => document.activeElement?.textContent.trim() ?? "");
const range = (page: Page): Promise<string> => page.locator("[data-range]").innerText();
const shownNumbers = async (page: Page): Promise<number[]> => {
  const texts = await page.locator("tbody.sample:visible .toggle").allInnerTexts();
  return texts.map((text) => Number(text.replace(",", "")));
};

describe("the file", () => {
  it("is the same for the same rows, and small", () => {
    const again = writeReport("again.html");
    expect(readFileSync(again, "utf8")).toBe(readFileSync(path, "utf8"));
    expect(statSync(path).size).toBeLessThan(4_000_000);
  });
});

describe.each(["light", "dark"] as const)("in %s", (colorScheme) => {
  it("says nothing on the console, asks for nothing, and is readable", async () => {
    const { page, complaints } = await open(browser, path, { colorScheme });
    for (const summary of await page.locator("section > details > summary").all()) await summary.click();
    await page.locator("tbody.sample:visible .toggle").first().click();
    await page.locator("tbody.sample:visible .toggle").nth(3).click();
    expect(await page.evaluate(faintTexts)).toEqual([]);
    await page.evaluate(() => scrollTo(0, 0));
    await page.screenshot({ path: `${OUTPUT}${colorScheme}.png`, fullPage: true });
    expect(complaints).toEqual([]);
  });

  it("the button changes it", async () => {
    const { page } = await open(browser, path, { colorScheme });
    const background = (): Promise<string> =>
      page.evaluate(() => getComputedStyle(document.body.parentElement as HTMLElement).backgroundColor);
    const before = await background();
    await page.getByRole("button", { name: "Dark" }).click();
    expect(await background()).not.toBe(before);
    await page.reload();
    expect(await background()).not.toBe(before);
    await page.context().close();
  });
});

describe("hostile texts", () => {
  it("are texts, and nothing of them runs", async () => {
    const { page, complaints } = await open(browser, path);
    await page.locator("#search").fill("What is 3 + 4?");
    const toggles = await page.locator("tbody.sample:visible .toggle").all();
    expect(toggles.length).toBeGreaterThan(2);
    for (const toggle of toggles) await toggle.click();
    expect(await page.evaluate(() => (window as { ran?: string }).ran)).toBeUndefined();
    const counts = await page.evaluate(() =>
      ["script", "img", "iframe", "style", "link", "base", "form", "meta[http-equiv]"].map(
        (name) => document.querySelectorAll(name).length,
      ),
    );
    expect(counts).toEqual([1, 0, 0, 1, 0, 0, 1, 1]);
    expect(await page.locator("tbody.sample:visible .completion").allInnerTexts()).toContainEqual(
      expect.stringContaining("<script>"),
    );
    await page.screenshot({ path: `${OUTPUT}hostile.png` });
    expect(complaints).toEqual([]);
  });

  it("what cannot be seen has its number", async () => {
    const { page } = await open(browser, path);
    await page.locator("#search").fill("zero");
    await page.locator("tbody.sample:visible .toggle").last().click();
    await expect(page.locator("tbody.sample:visible .completion").last().innerText()).resolves.toMatch(
      /⟨U\+202E⟩.*⟨U\+0000⟩/s,
    );
  });
});

describe("the samples", () => {
  it("mark the answer that was found", async () => {
    const { page } = await open(browser, path);
    const marks = await page.evaluate(() =>
      [...document.querySelectorAll("tbody.sample")].map((body) => [
        body.querySelectorAll("td.answer")[0]?.textContent.trim(),
        body.querySelector("mark")?.textContent ?? "",
      ]),
    );
    expect(marks.filter(([answer]) => answer !== "").length).toBeGreaterThan(100);
    for (const [answer, mark] of marks) expect(mark).toBe(answer);
  });

  it("explain the verdict in words", async () => {
    const { page } = await open(browser, path);
    await page.locator("#by-outcome").selectOption("=correct");
    const first = page.locator("tbody.sample:visible").first();
    await first.locator(".toggle").click();
    await first.getByText("How the verifier reads it").click();
    expect(await first.innerText()).toMatch(/Equal to the reference, .*verdict\s+correct, decided by/s);
    await first.screenshot({ path: `${OUTPUT}sample.png` });
  });

  it("are searched and filtered", async () => {
    const { page } = await open(browser, path);
    const all = await range(page);
    await page.locator("#search").fill("no such words");
    expect(await range(page)).toBe("No samples");
    expect(await page.locator("#no-samples").isVisible()).toBe(true);
    await page.getByRole("button", { name: "Clear the filters" }).click();
    expect(await range(page)).toBe(all);
    await page.locator("#by-reward").selectOption("accuracy");
    await page.locator("#by-outcome").selectOption("=candidate:no_answer");
    const dots = page.locator("tbody.sample:visible .dot.open");
    expect(await dots.count()).toBeGreaterThanOrEqual((await shownNumbers(page)).length);
    await page.getByRole("button", { name: "Clear", exact: true }).click();
    await expect.poll(() => range(page)).toBe(all);
  });

  it("are those on which two rewards disagree, by a cell of the matrix", async () => {
    const { page } = await open(browser, path);
    await page.locator('.matrix a[aria-label^="think_format approves and accuracy does not"]').click();
    expect(await page.locator("#pair-note").innerText()).toContain(
      "think_format approves and accuracy does not",
    );
    expect((await shownNumbers(page)).length).toBeGreaterThan(3);
  });

  it("are put in order by a column, both ways", async () => {
    const { page } = await open(browser, path);
    const lengths = async (): Promise<number[]> => {
      const texts = await page.locator("tbody.sample:visible td:nth-child(5)").allInnerTexts();
      return texts.map((text) => Number(text.replace(",", "")));
    };
    const heading = page.getByRole("columnheader", { name: "Length" });
    await heading.getByRole("button").click();
    expect(await heading.getAttribute("aria-sort")).toBe("descending");
    const falling = await lengths();
    expect(falling).toEqual(falling.toSorted((a, b) => b - a));
    await heading.getByRole("button").click();
    const rising = await lengths();
    expect(rising).toEqual(rising.toSorted((a, b) => a - b));
  });

  it("are found by their address, whatever page they are on", async () => {
    const { page } = await open(browser, path);
    await page.locator(".hacks a, #hacks a").first().click();
    const name = new URL(page.url()).hash;
    await expect.poll(() => page.locator(`${name} .detail`).isVisible()).toBe(true);
  });
});

describe("the keyboard", () => {
  it("reaches the contents, the search and every row, and opens and closes them", async () => {
    const { page, complaints } = await open(browser, path);
    await page.keyboard.press("Tab");
    expect(await focusedText(page)).toBe("Skip to the contents");
    expect((await page.locator(".skip").first().boundingBox())?.y).toBeGreaterThanOrEqual(0);
    await page.keyboard.press("/");
    expect(await page.evaluate(() => document.activeElement?.id)).toBe("search");
    await page.keyboard.press("ArrowDown");
    const numbers = await shownNumbers(page);
    const focused = async (): Promise<number> => Number((await focusedText(page)).replace(",", ""));
    expect(await focused()).toBe(numbers[0]);
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("j");
    await page.keyboard.press("k");
    expect(await focused()).toBe(numbers[1]);
    const outline = await page.evaluate(
      () => getComputedStyle(document.activeElement as Element).outlineStyle,
    );
    expect(outline).toBe("solid");
    const toggle = page.locator("tbody.sample:visible .toggle").nth(1);
    await page.keyboard.press("Enter");
    expect(await toggle.getAttribute("aria-expanded")).toBe("true");
    await page.screenshot({ path: `${OUTPUT}keyboard.png` });
    await page.keyboard.press("Tab");
    await page.keyboard.press("Escape");
    expect(await toggle.getAttribute("aria-expanded")).toBe("false");
    expect(await focused()).toBe(numbers[1]);
    await page.keyboard.press("End");
    await page.keyboard.press("ArrowDown");
    expect(await range(page)).toMatch(/^26–50 of/);
    await page.keyboard.press("ArrowLeft");
    expect(await shownNumbers(page)).toEqual(numbers);
    expect(complaints).toEqual([]);
  });
});

describe("elsewhere", () => {
  it("without scripts all samples are readable, and no control stands that does nothing", async () => {
    const { page } = await open(browser, path, { javaScriptEnabled: false });
    expect(await page.locator(".completion").first().isVisible()).toBe(true);
    expect(await page.locator(".completion:visible").count()).toBe(await page.locator(".completion").count());
    for (const control of [".controls", ".pager", "#theme"]) {
      expect(await page.locator(control).isVisible()).toBe(false);
    }
  });

  it("on a narrow screen nothing but tables is wider than it", async () => {
    const { page } = await open(browser, path, { viewport: { width: 390, height: 844 } });
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
    await page.screenshot({ path: `${OUTPUT}narrow.png` });
  });

  it("on paper it is light, without what cannot be clicked", async () => {
    const { page } = await open(browser, path, { colorScheme: "dark" });
    await page.emulateMedia({ media: "print" });
    expect(await page.locator(".controls").isVisible()).toBe(false);
    expect(await page.evaluate(() => getComputedStyle(document.documentElement).colorScheme)).toBe("light");
    expect((await page.pdf({ path: `${OUTPUT}print.pdf`, format: "A4" })).length).toBeGreaterThan(10_000);
  });
});
