/* What html-validate holds every page to (`make audit`): its recommended rules, but for those below, each with its reason. */
module.exports = {
  root: true,
  extends: ["html-validate:recommended"],
  rules: {
    // How the theme and the HTML writer spell, which no reader meets.
    "doctype-style": "off",                                   // the theme writes `<!doctype html>`
    "attribute-empty-style": "off",                           // pages are written by an XML-like writer: hidden=""
    "valid-id": ["error", { relaxed: true }],                 // the theme's ids begin with `__`; the form's are places in a region file, with dots
    // The theme's own.
    "valid-autocomplete": "off",                              // on its two check boxes for menu and search: keeps Firefox from opening them again
    "wcag/h32": "off",                                        // its form for light and dark has two radio buttons and nothing to submit; ours have a button
    // Ours, on purpose.
    "prefer-native-element": ["error", { exclude: ["region"] }],  // a side of paper is a `div`, for a `section` of that place is the credit
    "long-title": "off",                                      // a title ends with the edition and the site, and the page's own name comes first
  },
};
