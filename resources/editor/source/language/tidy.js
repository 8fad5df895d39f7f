// Tidy is still to come: until then there is nothing to change.

/** No change to a text. */
export const tidy = () => null;
