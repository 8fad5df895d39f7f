// Builds what is committed: the editor's two bundles, axe-core's copy and THIRD-PARTY.md. `node build.mjs [FOLDER]` writes
// there instead of here, so that a test can compare.

import { copyFileSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

import { build } from "esbuild";

import { languageData } from "./language-data.mjs";

const here = dirname(fileURLToPath(import.meta.url));
const out = process.argv[2] ?? here;

const bundle = (entry, outfile, more = {}) =>
  build({
    absWorkingDir: here,
    entryPoints: [entry],
    outfile: join(out, outfile),
    bundle: true,
    minify: true,
    format: "iife",
    charset: "ascii",
    target: "chrome140", // QtWebEngine 6.11
    legalComments: "eof",
    metafile: true,
    banner: { js: "// Built from resources/editor/source by `npm run build`; licences in THIRD-PARTY.md." },
    ...more,
  });

const packageOf = (path) => /^node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(path)?.[1];

const about = (name) => {
  const folder = join(here, "node_modules", name);
  const { version, license, author } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
  const files = readdirSync(folder).filter((entry) => /^(licen[cs]e|thirdpartynotices)(\.md|\.txt)?$/i.test(entry)).sort();
  const texts = files.map((file) => readFileSync(join(folder, file), "utf8").replaceAll("\r\n", "\n").trim());
  return { name, version, license, text: texts.join("\n\n") || `${license}, ${author} (the package has no text of it)` };
};

const thirdParty = (names) => {
  const grouped = new Map(); // the same licence text is printed once
  for (const entry of names.map(about)) grouped.set(entry.text, [...(grouped.get(entry.text) ?? []), entry]);
  const sections = [...grouped].map(([text, entries]) => {
    const list = entries.map(({ name, version, license }) => `- ${name} ${version} (${license})`).join("\n");
    return `## ${entries[0].name}${entries.length > 1 ? " and others" : ""}\n\n${list}\n\n\`\`\`text\n${text}\n\`\`\`\n`;
  });
  return `# Work of others in this folder

Made by \`npm run build\`. The letters' licence is in fonts/OFL.txt; that of the icons lies beside them.

${sections.join("\n")}`;
};

const axe = () => {
  const vendor = join(out, "page-scripts/vendor");
  mkdirSync(vendor, { recursive: true });
  const from = (name) => join(here, "node_modules/axe-core", name);
  copyFileSync(from("axe.min.js"), join(vendor, "axe.min.js"));
  copyFileSync(from("LICENSE"), join(vendor, "axe-core.LICENSE"));
  copyFileSync(from("LICENSE-3RD-PARTY.txt"), join(vendor, "axe-core.LICENSE-3RD-PARTY.txt"));
};

const editor = await bundle("editor/source/main.js", "editor/editor.bundle.js");
const language = await bundle("editor/source/language/worker.js", "editor/language.bundle.js", {
  mainFields: ["module", "main"], // the services' other form cannot be bundled
  plugins: [languageData],
});
const inputs = [editor, language].flatMap(({ metafile }) => Object.keys(metafile.inputs));
const bundled = new Set(inputs.map(packageOf).filter(Boolean));
writeFileSync(join(out, "THIRD-PARTY.md"), thirdParty([...[...bundled].sort(), "axe-core"]));
axe();
