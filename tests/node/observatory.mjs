// Mozilla's own scan of a site of this machine: its grade, and each test that took something off.
// Its list of preloaded sites is fetched when it is installed, which nothing here is allowed to do.
import fs from "node:fs";
import { fileURLToPath } from "node:url";

const inside = import.meta.resolve("@mdn/mdn-http-observatory");
fs.writeFileSync(fileURLToPath(new URL("../conf/hsts-preload.json", inside)), "{}");
const { scan } = await import("@mdn/mdn-http-observatory");

// The port and the path go with the name: its own options for them are not read.
const found = await scan(`localhost:${process.argv[2]}${process.argv[3]}`);
const short = Object.entries(found.tests).filter(([, test]) => !test.pass);
console.log(JSON.stringify({
  grade: found.scan.grade,
  score: found.scan.score,
  failed: Object.fromEntries(short.map(([name, test]) => [name, test.result])),
}));
