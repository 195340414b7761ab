/** What the names of elements mean for who reads a page, after the HTML standard (html.spec.whatwg.org). */

const names = (list: string): ReadonlySet<string> => new Set(list.split(" "));

/** Elements that never hold anything (13.1.2), with two old ones. */
export const VOID = names(
  "area base basefont bgsound br col embed frame hr img input keygen link meta param source track wbr",
);

/** Elements that stand apart from what is around them, as `display: block` and its kin do (15.3). */
export const BLOCKS = names(
  "address article aside blockquote body caption center dd details dialog dir div dl dt fieldset figcaption figure " +
    "footer form h1 h2 h3 h4 h5 h6 head header hgroup hr html legend li listing main menu nav ol optgroup option p " +
    "plaintext pre search section summary table tbody tfoot thead title tr ul xmp",
);

export const CELLS = names("td th");

/** An open paragraph ends where one of these begins (13.1.2.4, "optional tags"). */
export const ENDS_PARAGRAPH = names(
  "address article aside blockquote center details dialog dir div dl dd dt fieldset figcaption figure footer form " +
    "h1 h2 h3 h4 h5 h6 header hgroup hr li listing main menu nav ol p plaintext pre search section summary table ul xmp",
);

/** What may stand in a head; anything else ends it and begins the body (13.2.6.4.4). */
export const IN_HEAD = names(
  "base basefont bgsound head html link meta noframes noscript script style template title",
);

/** What ends a drawing or formula that nobody closed (13.2.6.5, "in foreign content"). */
export const ENDS_FOREIGN = names(
  "b big blockquote body br center code dd div dl dt em embed h1 h2 h3 h4 h5 h6 head hr i img li listing menu meta " +
    "nobr ol p pre ruby s small span strong strike sub sup table tt u ul var article section main",
);

export const FOREIGN = names("svg math");
/** Within a drawing, these hold HTML again. */
export const HTML_IN_FOREIGN = names("foreignobject desc annotation-xml");

/** Nothing outside one of these can close anything within, nor the other way round (13.2.4.2, "in scope"). */
export const SCOPES = names(
  "caption html marquee object table td template th foreignobject desc annotation-xml",
);

/** Ends inside a table reach as far as the table. */
export const TABLE_PARTS = names("caption table tbody td tfoot th thead tr body html template");

/** White space counts as it stands here. */
export const PREFORMATTED = names("listing plaintext pre xmp");

/** No words of the page: code, pictures, fields, and what is shown only where something else fails. */
export const NEVER_READ = names(
  "applet audio canvas datalist embed head iframe map math noembed noframes noscript object progress meter rp script " +
    "select style svg template textarea title video",
);

/** Words beside the page's own: read only where most of the page stands in one of them. */
export const BESIDE = names("aside button footer form nav search dialog");
export const ROLES_BESIDE = names(
  "navigation complementary contentinfo search dialog alertdialog menu menubar",
);
/** Classes and ids of what pages put beside an article. */
export const CLASSES_BESIDE = names(
  "comments comment-list comments-area respond related related-posts related-articles sharedaddy share-buttons " +
    "social-share newsletter newsletter-signup cookie-banner cookie-notice breadcrumb breadcrumbs sidebar advert advertisement",
);

/** What sets words off strongly; underlining does as bold print does. */
export const BOLD = names("b strong u");
export const ITALIC = names("em i");
export const HEADINGS = names("h1 h2 h3 h4 h5 h6");
