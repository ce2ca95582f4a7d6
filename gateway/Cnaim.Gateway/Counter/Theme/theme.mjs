// Makes the pages' own copy of the design system's files: without its fonts, crest and addresses, which belong to another government.
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";

const [source, target] = process.argv.slice(2);
const family = '"Noto Sans","Noto Sans Arabic",system-ui,sans-serif';
let css = readFileSync(`${source}/govuk-frontend.min.css`, "utf8");
css = css
  .replace(/@font-face\{[^}]*\}/g, "")
  .replace(/GDS Transport,arial,sans-serif/g, family)
  .replace(/[^{}]*\{[^{}]*govuk-crest[^{}]*\}/g, "")
  .replace(/\/\*# sourceMappingURL=.*?\*\//g, "");
for (const foreign of ["GDS Transport", "/assets/"]) {
  if (css.includes(foreign)) {
    console.error(`theme: '${foreign}' is still in the style sheet`);
    process.exit(1);
  }
}
mkdirSync(target, { recursive: true });
writeFileSync(`${target}/govuk-frontend.css`, css);
writeFileSync(`${target}/govuk-frontend.js`, readFileSync(`${source}/govuk-frontend.min.js`, "utf8").replace(/\n?\/\/# sourceMappingURL=.*$/m, ""));
