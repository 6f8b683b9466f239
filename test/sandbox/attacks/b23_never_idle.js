setInterval(() => {}, 1);
process.on("SIGTERM", () => {});
