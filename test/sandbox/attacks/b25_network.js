require("net")
  .connect(39999, "127.0.0.1")
  .on("connect", () => console.log(15))
  .on("error", () => console.log(0));
