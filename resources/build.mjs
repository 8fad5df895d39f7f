// Builds what is committed: the editor's bundle, axe-core's copy and THIRD-PARTY.md. `node build.mjs [FOLDER]` writes
// there instead of here, so that a test can compare.

import { copyFileSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

import { build } from "esbuild";

const here = dirname(fileURLToPath(import.meta.url));
const out = process.argv[2] ?? here;

const bundle = () =>
  build({
    absWorkingDir: here,
    entryPoints: ["editor/source/main.js"],
    outfile: join(out, "editor/editor.bundle.js"),
    bundle: true,
    minify: true,
    format: "iife",
    charset: "ascii",
    target: "chrome140", // QtWebEngine 6.11
    legalComments: "eof",
    metafile: true,
    banner: { js: "// Built from resources/editor/source by `npm run build`; licences in THIRD-PARTY.md." },
  });

const packageOf = (path) => /^node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(path)?.[1];

const about = (name) => {
  const folder = join(here, "node_modules", name);
  const { version, license } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
  const file = readdirSync(folder).find((entry) => /^licen[cs]e(\.md|\.txt)?$/i.test(entry));
  const text = readFileSync(join(folder, file), "utf8").replaceAll("\r\n", "\n").trim();
  return { name, version, license, text };
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

const { metafile } = await bundle();
const bundled = new Set(Object.keys(metafile.inputs).map(packageOf).filter(Boolean));
writeFileSync(join(out, "THIRD-PARTY.md"), thirdParty([...[...bundled].sort(), "axe-core"]));
axe();
