// Lints the editor's source, the page scripts and the build itself.

import js from "@eslint/js";
import globals from "globals";

export default [
  { ignores: ["**/*.bundle.js", "**/vendor/", "node_modules/"] },
  js.configs.recommended,
  {
    languageOptions: { ecmaVersion: 2025 },
    linterOptions: { reportUnusedDisableDirectives: "error" },
    rules: {
      "eqeqeq": "error",
      "no-unused-vars": ["error", { argsIgnorePattern: "^_", varsIgnorePattern: "^_" }],
      "no-var": "error",
      "prefer-const": "error",
      "no-eval": "error",
    },
  },
  { files: ["editor/source/**/*.js"], languageOptions: { sourceType: "module", globals: globals.browser } },
  {
    // Run one after the other in one world, so they share the names that the first ones make.
    files: ["page-scripts/**/*.js"],
    languageOptions: {
      sourceType: "script",
      globals: { ...globals.browser, midweek: "writable", midweekToken: "readonly", axe: "readonly" },
    },
  },
  { files: ["*.mjs"], languageOptions: { sourceType: "module", globals: globals.node } },
];
