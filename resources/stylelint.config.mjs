// Lints the editor's style sheet.

export default {
  extends: "stylelint-config-standard",
  rules: {
    "selector-class-pattern": null, // CodeMirror's names are not kebab-case
    "no-descending-specificity": null, // the order of the parts on the screen reads better
  },
};
