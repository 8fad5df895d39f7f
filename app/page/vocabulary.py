"""The words HTML and CSS know, to tell a misspelt one from one that is right.

Made from @vscode/web-custom-data 0.6.3 (MIT) and mdn-data 2.37.2 (CC0) by listing their names; the obsolete words,
which browsers still know and nobody should be told are misspelt, are added from the HTML standard by hand.
"""

from __future__ import annotations


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


TAGS = _words("""
    a abbr address area article aside audio b base bdi bdo blockquote body br button canvas caption cite code col
    colgroup data datalist dd del details dfn dialog div dl dt em embed fencedframe fieldset figcaption figure footer
    form h1 h2 h3 h4 h5 h6 head header hgroup hr html i iframe img input ins kbd label legend li link main map mark
    menu meta meter nav noscript object ol optgroup option output p param picture portal pre progress q rb rp rt ruby
    s samp script search section select selectedcontent slot small source span strong style sub summary sup table
    tbody td template textarea tfoot th thead time title tr track u ul var video wbr
    """)
"""The tags of HTML."""

OLD_TAGS = _words("""
    acronym applet basefont bgsound big blink center command content dir font frame frameset image isindex keygen
    listing marquee menuitem multicol nextid nobr noembed noframes plaintext rtc shadow spacer strike tt xmp
    """)
"""Tags that browsers know and pages should no longer use."""

GLOBAL_ATTRIBUTES = _words("""
    about accesskey anchor aria-activedescendant aria-atomic aria-autocomplete aria-braillelabel
    aria-brailleroledescription aria-busy aria-checked aria-colcount aria-colindex aria-colindextext aria-colspan
    aria-controls aria-current aria-describedby aria-description aria-details aria-disabled aria-dropeffect
    aria-errormessage aria-expanded aria-flowto aria-grabbed aria-haspopup aria-hidden aria-invalid aria-keyshortcuts
    aria-label aria-labelledby aria-level aria-live aria-modal aria-multiline aria-multiselectable aria-orientation
    aria-owns aria-placeholder aria-posinset aria-pressed aria-readonly aria-relevant aria-required
    aria-roledescription aria-rowcount aria-rowindex aria-rowindextext aria-rowspan aria-selected aria-setsize
    aria-sort aria-valuemax aria-valuemin aria-valuenow aria-valuetext autocapitalize autocorrect autofocus class
    contenteditable contextmenu datatype dir draggable dropzone enterkeyhint exportparts hidden id inert inputmode is
    itemid itemprop itemref itemscope itemtype lang nonce onabort onafterprint onanimationend onauxclick onbeforeinput
    onbeforeprint onbeforetoggle onbeforeunload onblur oncanplay oncanplaythrough onchange onclick onclose
    oncontextmenu oncopy oncut ondblclick ondrag ondragend ondragenter ondragleave ondragover ondragstart ondrop
    ondurationchange onemptied onended onerror onfocus onformchange onforminput onhashchange oninput oninvalid
    onkeydown onkeypress onkeyup onload onloadeddata onloadedmetadata onloadstart onmessage onmousedown onmouseenter
    onmouseleave onmousemove onmouseout onmouseover onmouseup onmousewheel onoffline ononline onpagehide onpageshow
    onpaste onpause onplay onplaying onpointercancel onpointerdown onpointerenter onpointerleave onpointerlockchange
    onpointerlockerror onpointermove onpointerout onpointerover onpointerup onpopstate onprint onprogress onratechange
    onreadystatechange onreset onresize onscroll onscrollend onseeked onseeking onselect onselectionchange onshow
    onstalled onsubmit onsuspend ontimeupdate ontoggle ontransitionend onunload onvolumechange onwaiting onwheel part
    popover popovertarget popovertargetaction prefix property resource role slot spellcheck style tabindex title
    translate typeof virtualkeyboardpolicy vocab writingsuggestions xmlns
    """)
"""Attributes that any tag may have."""

OTHER_ATTRIBUTES = _words("""
    abbr accept accept-charset accesskey action align alink allow allowfullscreen allowpaymentrequest
    allowtransparency alpha alt archive as async autocapitalize autocomplete autofocus autoplay autosave axis
    background bgcolor blocking border bordercolor bottommargin cellpadding cellspacing char charoff charset checked
    cite classid clear closedby code codebase codetype color colorspace cols colspan command commandfor compact
    content controls controlslist coords credentialless crossorigin csp data datetime declare decoding default defer
    dir dirname disabled disablepictureinpicture disableremoteplayback download elementtiming enctype face
    fetchpriority for form formaction formenctype formmethod formnovalidate formtarget frame frameborder headers
    height high href hreflang hspace http-equiv imagesizes imagesrcset importance incremental inputmode integrity
    intrinsicsize ismap kind label language leftmargin link list loading longdesc loop low lowsrc manifest
    marginheight marginwidth max maxlength media mediagroup method min minlength moz-opaque multiple muted name nohref
    nomodule nonce noresize noshade novalidate nowrap object onafterprint onbeforeprint onbeforeunload onblur onerror
    onfocus onhashchange onlanguagechange onload onmessage onoffline ononline onpagehide onpageshow onpopstate onredo
    onresize onstorage onundo onunload open optimum pattern ping placeholder popovertarget popovertargetaction poster
    preload profile readonly referrerpolicy rel required results rev reversed rightmargin rows rowspan rules sandbox
    scheme scope scoped scrolling seamless selected shadowrootclonable shadowrootdelegatesfocus shadowrootmode
    shadowrootserializable shape size sizes sorted span spellcheck src srcdoc srclang srcset standby start step
    summary switch tabindex target text title topmargin type typemustmatch usemap valign value valuetype version vlink
    vspace webkitdirectory width wrap xmlns
    """)
"""Attributes that some tag has or once had."""

_OWN = """
a: download href hreflang ping referrerpolicy rel target type
area: accesskey alt coords download href hreflang ping rel shape target type
audio: autoplay controls crossorigin loop mediagroup muted preload src
base: href target
bdo: dir
blockquote: cite
body: alink background bgcolor bottommargin leftmargin link onafterprint onbeforeprint onbeforeunload onblur
  onerror onfocus onhashchange onlanguagechange onload onmessage onoffline ononline onpagehide onpageshow
  onpopstate onredo onresize onstorage onundo onunload rightmargin text topmargin vlink
br: clear
button: autocomplete autofocus disabled form formaction formenctype formmethod formnovalidate formtarget name
  popovertarget popovertargetaction type value
canvas: height moz-opaque width
caption: align
col: align span
colgroup: align span
data: value
dd: nowrap
del: cite datetime
details: name open
dialog: open
embed: height src type width
fencedframe: allow height width
fieldset: disabled form name
form: accept accept-charset action autocapitalize autocomplete enctype method name novalidate target
head: profile
hr: align color noshade size width
html: manifest version xmlns
iframe: allow allowfullscreen allowpaymentrequest csp height importance name referrerpolicy sandbox seamless src
  srcdoc width
img: alt crossorigin decoding fetchpriority height importance intrinsicsize ismap loading referrerpolicy sizes src
  srcset usemap width
input: accept alt autocomplete autofocus checked dirname disabled form formaction formenctype formmethod
  formnovalidate formtarget height inputmode list max maxlength min minlength multiple name pattern placeholder
  popovertarget popovertargetaction readonly required size src step type value width
ins: cite datetime
label: for form
li: type value
link: as crossorigin href hreflang importance integrity media referrerpolicy rel sizes title type
map: name
meta: charset content http-equiv name scheme
meter: form high low max min optimum value
object: archive border classid codebase codetype data declare form height name standby tabindex type typemustmatch
  usemap width
ol: compact reversed start type
optgroup: disabled label
option: disabled label selected value
output: for form name
param: name type value valuetype
pre: cols width wrap
progress: max value
q: cite
script: async charset crossorigin defer integrity nomodule nonce referrerpolicy src text type
select: autocomplete autofocus disabled form multiple name required size
slot: name
source: media sizes src srcset type
style: media nonce scoped title type
table: align border
tbody: align
td: abbr align axis bgcolor colspan headers rowspan
textarea: autocapitalize autocomplete autofocus cols dirname disabled form inputmode maxlength minlength name
  placeholder readonly required rows spellcheck wrap
tfoot: align
th: abbr align axis bgcolor colspan headers rowspan scope sorted
thead: align
time: datetime
tr: align
track: default kind label src srclang
ul: compact
video: autoplay controls crossorigin height loop mediagroup muted poster preload src width
"""

OWN_ATTRIBUTES = {
    tag: frozenset(names.split())
    for tag, names in (line.split(": ") for line in _OWN.replace("\n  ", " ").strip().splitlines())
}
"""The attributes that belong to one tag."""

PROPERTIES = _words("""
    accent-color align-content align-items align-self align-tracks alignment-baseline all anchor-name anchor-scope
    animation animation-composition animation-delay animation-direction animation-duration animation-fill-mode
    animation-iteration-count animation-name animation-play-state animation-range animation-range-end
    animation-range-start animation-timeline animation-timing-function animation-trigger appearance aspect-ratio
    backdrop-filter backface-visibility background background-attachment background-blend-mode background-clip
    background-color background-image background-origin background-position background-position-x
    background-position-y background-repeat background-size baseline-shift baseline-source block-size border
    border-block border-block-color border-block-end border-block-end-color border-block-end-style
    border-block-end-width border-block-start border-block-start-color border-block-start-style
    border-block-start-width border-block-style border-block-width border-bottom border-bottom-color
    border-bottom-left-radius border-bottom-right-radius border-bottom-style border-bottom-width border-collapse
    border-color border-end-end-radius border-end-start-radius border-image border-image-outset border-image-repeat
    border-image-slice border-image-source border-image-width border-inline border-inline-color border-inline-end
    border-inline-end-color border-inline-end-style border-inline-end-width border-inline-start
    border-inline-start-color border-inline-start-style border-inline-start-width border-inline-style
    border-inline-width border-left border-left-color border-left-style border-left-width border-radius border-right
    border-right-color border-right-style border-right-width border-shape border-spacing border-start-end-radius
    border-start-start-radius border-style border-top border-top-color border-top-left-radius border-top-right-radius
    border-top-style border-top-width border-width bottom box-align box-decoration-break box-direction box-flex
    box-flex-group box-lines box-ordinal-group box-orient box-pack box-shadow box-sizing break-after break-before
    break-inside caption-side caret caret-animation caret-color caret-shape clear clip clip-path clip-rule color
    color-interpolation-filters color-scheme column-count column-fill column-gap column-height column-rule
    column-rule-color column-rule-style column-rule-width column-span column-width column-wrap columns contain
    contain-intrinsic-block-size contain-intrinsic-height contain-intrinsic-inline-size contain-intrinsic-size
    contain-intrinsic-width container container-name container-type content content-visibility corner-block-end-shape
    corner-block-start-shape corner-bottom-left-shape corner-bottom-right-shape corner-bottom-shape
    corner-end-end-shape corner-end-start-shape corner-inline-end-shape corner-inline-start-shape corner-left-shape
    corner-right-shape corner-shape corner-start-end-shape corner-start-start-shape corner-top-left-shape
    corner-top-right-shape corner-top-shape counter-increment counter-reset counter-set cursor cx cy d direction
    display dominant-baseline dynamic-range-limit empty-cells field-sizing fill fill-opacity fill-rule filter flex
    flex-basis flex-direction flex-flow flex-grow flex-line-count flex-shrink flex-wrap float flood-color
    flood-opacity font font-family font-feature-settings font-kerning font-language-override font-optical-sizing
    font-palette font-size font-size-adjust font-smooth font-stretch font-style font-synthesis font-synthesis-position
    font-synthesis-small-caps font-synthesis-style font-synthesis-weight font-variant font-variant-alternates
    font-variant-caps font-variant-east-asian font-variant-emoji font-variant-ligatures font-variant-numeric
    font-variant-position font-variation-settings font-weight font-width forced-color-adjust frame-sizing gap
    glyph-orientation-horizontal glyph-orientation-vertical grid grid-area grid-auto-columns grid-auto-flow
    grid-auto-rows grid-column grid-column-end grid-column-gap grid-column-start grid-gap grid-row grid-row-end
    grid-row-gap grid-row-start grid-template grid-template-areas grid-template-columns grid-template-rows
    hanging-punctuation height hyphenate-character hyphenate-limit-chars hyphens image-orientation image-rendering
    image-resolution ime-mode initial-letter initial-letter-align inline-size inset inset-block inset-block-end
    inset-block-start inset-inline inset-inline-end inset-inline-start interactivity interest-delay interest-delay-end
    interest-delay-start interpolate-size isolation justify-content justify-items justify-self justify-tracks left
    letter-spacing lighting-color line-break line-clamp line-height line-height-step link-parameters list-style
    list-style-image list-style-position list-style-type margin margin-block margin-block-end margin-block-start
    margin-bottom margin-inline margin-inline-end margin-inline-start margin-left margin-right margin-top margin-trim
    marker marker-end marker-mid marker-start mask mask-border mask-border-mode mask-border-outset mask-border-repeat
    mask-border-slice mask-border-source mask-border-width mask-clip mask-composite mask-image mask-mode mask-origin
    mask-position mask-repeat mask-size mask-type masonry-auto-flow math-depth math-shift math-style max-block-size
    max-height max-inline-size max-lines max-width min-block-size min-height min-inline-size min-width mix-blend-mode
    nav-down nav-index nav-left nav-right nav-up object-fit object-position object-view-box offset offset-anchor
    offset-block-end offset-block-start offset-distance offset-inline-end offset-inline-start offset-path
    offset-position offset-rotate opacity order orphans outline outline-color outline-offset outline-style
    outline-width overflow overflow-anchor overflow-block overflow-clip-box overflow-clip-margin overflow-inline
    overflow-wrap overflow-x overflow-y overlay overscroll-behavior overscroll-behavior-block
    overscroll-behavior-inline overscroll-behavior-x overscroll-behavior-y padding padding-block padding-block-end
    padding-block-start padding-bottom padding-inline padding-inline-end padding-inline-start padding-left
    padding-right padding-top page page-break-after page-break-before page-break-inside paint-order path-length
    perspective perspective-origin place-content place-items place-self pointer-events position position-anchor
    position-area position-try position-try-fallbacks position-try-order position-visibility print-color-adjust quotes
    r reading-flow reading-order resize right rotate row-gap ruby-align ruby-merge ruby-overhang ruby-position
    ruby-span rx ry scale scroll-axis-lock scroll-behavior scroll-initial-target scroll-margin scroll-margin-block
    scroll-margin-block-end scroll-margin-block-start scroll-margin-bottom scroll-margin-inline
    scroll-margin-inline-end scroll-margin-inline-start scroll-margin-left scroll-margin-right scroll-margin-top
    scroll-marker-group scroll-padding scroll-padding-block scroll-padding-block-end scroll-padding-block-start
    scroll-padding-bottom scroll-padding-inline scroll-padding-inline-end scroll-padding-inline-start
    scroll-padding-left scroll-padding-right scroll-padding-top scroll-snap-align scroll-snap-coordinate
    scroll-snap-destination scroll-snap-points-x scroll-snap-points-y scroll-snap-stop scroll-snap-type
    scroll-snap-type-x scroll-snap-type-y scroll-target-group scroll-timeline scroll-timeline-axis
    scroll-timeline-name scrollbar-3dlight-color scrollbar-arrow-color scrollbar-base-color scrollbar-color
    scrollbar-darkshadow-color scrollbar-face-color scrollbar-gutter scrollbar-highlight-color scrollbar-shadow-color
    scrollbar-track-color scrollbar-width shape-image-threshold shape-margin shape-outside shape-rendering size
    stop-color stop-opacity stroke stroke-color stroke-dasharray stroke-dashoffset stroke-linecap stroke-linejoin
    stroke-miterlimit stroke-opacity stroke-width tab-size table-layout text-align text-align-last text-anchor
    text-autospace text-box text-box-edge text-box-trim text-combine-upright text-decoration text-decoration-color
    text-decoration-inset text-decoration-line text-decoration-skip text-decoration-skip-ink text-decoration-style
    text-decoration-thickness text-emphasis text-emphasis-color text-emphasis-position text-emphasis-style text-fit
    text-indent text-justify text-orientation text-overflow text-rendering text-shadow text-size-adjust
    text-spacing-trim text-transform text-underline-offset text-underline-position text-wrap text-wrap-mode
    text-wrap-style timeline-scope timeline-trigger timeline-trigger-activation-range
    timeline-trigger-activation-range-end timeline-trigger-activation-range-start timeline-trigger-active-range
    timeline-trigger-active-range-end timeline-trigger-active-range-start timeline-trigger-exit-range
    timeline-trigger-exit-range-end timeline-trigger-exit-range-start timeline-trigger-name timeline-trigger-range
    timeline-trigger-range-end timeline-trigger-range-start timeline-trigger-source top touch-action transform
    transform-box transform-origin transform-style transition transition-behavior transition-delay transition-duration
    transition-property transition-timing-function translate trigger-scope unicode-bidi user-select vector-effect
    vertical-align view-timeline view-timeline-axis view-timeline-inset view-timeline-name view-transition-class
    view-transition-name view-transition-scope visibility white-space white-space-collapse widows width will-change
    window-drag word-break word-spacing word-wrap writing-mode x y z-index zoom
    """)
"""The properties of CSS, without vendor prefixes."""

DESCRIPTORS = _words("""
    additive-symbols ascent-override base-palette bleed descent-override fallback font-display inherits initial-value
    line-gap-override marks navigation negative override-colors pad page-orientation prefix range result size
    size-adjust speak-as src suffix symbols syntax system types unicode-range
    """)
"""What may stand like a property in @font-face, @page, @property and @counter-style only."""
