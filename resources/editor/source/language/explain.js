// What a tag, an attribute, a property or a value means: our own sentence where there is one, else the services'.

import { getDefaultCSSDataProvider } from "vscode-css-languageservice";
import { getDefaultHTMLDataProvider } from "vscode-html-languageservice";

import words from "./words.json";

const html = getDefaultHTMLDataProvider();
const css = getDefaultCSSDataProvider();

const said = (entries, name) => entries.find((entry) => entry.name === name)?.description ?? "";

const property = (name) => css.provideProperties().find((entry) => entry.name === name);

// `of` is the attribute's tag, the value's attribute, or the value's property.
const kinds = {
  tag: ({ name }) => words.tags[name] ?? said(html.provideTags(), name),
  attribute: ({ name, of }) =>
    words.attributes[`${of} ${name}`] ?? words.attributes[name] ?? said(html.provideAttributes(of), name),
  attributeValue: ({ name, of, tag = "" }) =>
    words.attributeValues[`${of} ${name}`] ?? said(html.provideValues(tag, of), name),
  entity: ({ name }) => words.entities[name] ?? "",
  property: ({ name }) => words.properties[name] ?? property(name)?.description ?? "",
  propertyValue: ({ name, of }) =>
    words.propertyValues[`${of} ${name}`] ?? words.propertyValues[name] ?? said(property(of)?.values ?? [], name),
  unit: ({ name }) => words.units[name] ?? "",
  pseudo: ({ name }) =>
    words.pseudos[name.replace("()", "")] ??
    said([...css.providePseudoClasses(), ...css.providePseudoElements()], name),
  atRule: ({ name }) => words.atRules[name] ?? said(css.provideAtDirectives(), name),
  selector: ({ name }) => words.selectors[name] ?? "",
};

/** A sentence or two about {kind, name, of}; "" where there is nothing to say. */
export const explain = (question) => kinds[question.kind]?.(question) ?? "";
