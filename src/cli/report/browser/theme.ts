const KEY = "grpo-rewards-theme";

/** A page from a file may not be allowed to remember anything; it then begins with what the system prefers. */
function orNull<T>(read: () => T): T | null {
  try {
    return read();
  } catch {
    return null;
  }
}

/** Lets the reader choose between light and dark. */
export function startTheme(button: HTMLButtonElement): void {
  const root = document.documentElement;
  const prefersDark = matchMedia("(prefers-color-scheme: dark)");
  const isDark = (): boolean => (root.dataset.theme ?? (prefersDark.matches ? "dark" : "light")) === "dark";
  const show = (): void => button.setAttribute("aria-pressed", String(isDark()));
  const chosen = orNull(() => localStorage.getItem(KEY));
  if (chosen === "dark" || chosen === "light") root.dataset.theme = chosen;
  button.addEventListener("click", () => {
    const theme = isDark() ? "light" : "dark";
    root.dataset.theme = theme;
    orNull(() => localStorage.setItem(KEY, theme));
    show();
  });
  prefersDark.addEventListener("change", show);
  show();
}
