const fs = require("fs");
const chunk = "x".repeat(65536);
for (;;) fs.writeSync(1, chunk);
