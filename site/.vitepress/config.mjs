import { existsSync, readFileSync } from "node:fs";

const navigation = JSON.parse(readFileSync(new URL("../navigation.json", import.meta.url), "utf8"));
const pageUrl = (page) => new URL(`../pages/${page}`, import.meta.url);

/** The first heading of a page. */
const titleOf = (page) => /^# (.+)$/m.exec(readFileSync(pageUrl(page), "utf8"))?.[1] ?? page;

const sidebar = navigation.map(({ text, pages }) => ({
  text,
  items: pages
    .filter((page) => existsSync(pageUrl(page)))
    .map((page) => ({ text: titleOf(page), link: `/${page.replace(/(?:index)?\.md$/, "")}` })),
}));

const repository = process.env.GITHUB_REPOSITORY;

/** The anchor of a heading as GitHub has it, so that a link within a page leads to the same there and here. */
const anchorOf = (heading) =>
  heading
    .trim()
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}\p{Pc}\- ]/gu, "")
    .replaceAll(" ", "-");

export default {
  title: "grpo-rewards",
  description: "Reward functions and verifiers for GRPO, in TypeScript, callable from Python trainers.",
  srcDir: "pages",
  outDir: "dist",
  // A project's pages lie in a folder of the host: /grpo-rewards/ at GitHub.
  base: process.env.SITE_BASE ?? "/",
  cleanUrls: true,
  markdown: {
    // Whatever stands in braces is no template.
    attrs: { disable: true },
    anchor: { slugify: anchorOf },
    languageAlias: { jsonl: "json" },
  },
  themeConfig: {
    outline: [2, 3],
    search: { provider: "local" },
    sidebar,
    nav: [
      { text: "Getting started", link: "/docs/getting-started" },
      { text: "Rewards", link: "/docs/rewards" },
      { text: "API", link: "/api/typescript/modules" },
    ],
    ...(repository && { socialLinks: [{ icon: "github", link: `https://github.com/${repository}` }] }),
  },
};
