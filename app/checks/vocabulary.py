"""The words of HTML and CSS that a learner may write, and which of them are void, blocks or booleans."""

from __future__ import annotations


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


TAGS = _words(
    """a abbr address area article aside audio b base bdi bdo blockquote body br button canvas caption cite code col
    colgroup data datalist dd del details dfn dialog div dl dt em embed fieldset figcaption figure footer form h1 h2
    h3 h4 h5 h6 head header hgroup hr html i iframe img input ins kbd label legend li link main map mark menu meta
    meter nav noscript object ol optgroup option output p picture pre progress q rp rt ruby s samp script search
    section select slot small source span strong style sub summary sup table tbody td template textarea tfoot th
    thead time title tr track u ul var video wbr"""
)
OLD_TAGS = _words(
    """acronym applet basefont bgsound big blink center dir font frame frameset image isindex keygen listing marquee
    menuitem multicol nobr noembed noframes param plaintext rb rtc spacer strike tt xmp svg math"""
)
VOID_TAGS = _words("area base br col embed hr img input link meta source track wbr")
OPTIONAL_END = _words("""html head body p li dt dd option optgroup tr td th thead tbody tfoot caption colgroup rt rp""")
BLOCK_TAGS = _words(
    """address article aside blockquote body br caption center dd details dialog div dl dt fieldset figcaption figure
    footer form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu nav ol optgroup option p pre search
    section summary table tbody td tfoot th thead tr ul"""
)
SEEN_TAGS = _words("img svg picture video audio iframe object embed canvas input select textarea hr meter")

ATTRIBUTES = _words(
    """accept accept-charset accesskey action align allow allowfullscreen alt as async autocapitalize autocomplete
    autofocus autoplay bgcolor border cellpadding cellspacing charset checked cite class color cols colspan content
    contenteditable controls coords crossorigin data datetime decoding default defer dir dirname disabled download
    draggable enctype enterkeyhint face fetchpriority for form formaction formenctype formmethod formnovalidate
    formtarget frameborder headers height hidden high href hreflang http-equiv id imagesizes imagesrcset inert
    inputmode integrity is ismap itemid itemprop itemref itemscope itemtype kind label lang list loading loop low
    max maxlength media method min minlength multiple muted name nonce novalidate open optimum pattern ping
    placeholder playsinline popover popovertarget poster preload property readonly referrerpolicy rel required
    reversed role rows rowspan sandbox scope scrolling selected shape size sizes slot span spellcheck src srcdoc
    srclang srcset start step style summary tabindex target title translate type usemap valign value width wrap
    xmlns aria-atomic aria-busy aria-checked aria-controls aria-current aria-describedby aria-description
    aria-details aria-disabled aria-errormessage aria-expanded aria-haspopup aria-hidden aria-invalid aria-keyshortcuts
    aria-label aria-labelledby aria-level aria-live aria-modal aria-owns aria-pressed aria-required
    aria-roledescription aria-selected aria-sort"""
)
BOOLEAN_ATTRIBUTES = _words(
    """allowfullscreen async autofocus autoplay checked controls default defer disabled formnovalidate hidden inert
    ismap itemscope loop multiple muted nomodule novalidate open playsinline readonly required reversed selected"""
)
SPOKEN_ATTRIBUTES = _words(
    """alt title placeholder label summary content value aria-label aria-description aria-roledescription"""
)
CASELESS_ATTRIBUTES = _words(
    """type lang charset scope method rel target autocomplete dir http-equiv kind loading preload enctype inputmode
    role hreflang media shape align valign decoding crossorigin srclang wrap translate spellcheck"""
)
LIST_ATTRIBUTES = _words("class rel sandbox")
SPACED_ATTRIBUTES = _words("content style sizes srcset accept media coords imagesrcset imagesizes")

FAMILIES: tuple[frozenset[str], ...] = tuple(
    _words(words)
    for words in (
        "h1 h2 h3 h4 h5 h6 hgroup title header p",
        "ul ol dl menu",
        "li dt dd",
        "b strong em i mark u small cite span",
        "td th",
        "thead tbody tfoot tr",
        "caption figcaption legend summary label",
        "header head nav main footer section article aside div body address",
        "blockquote q p cite",
        "img picture image figure svg",
        "a button link",
        "input textarea select button",
        "p div span",
        "details dialog",
    )
)

PROPERTIES = _words(
    """accent-color align-content align-items align-self all animation animation-delay animation-direction
    animation-duration animation-fill-mode animation-iteration-count animation-name animation-play-state
    animation-timing-function appearance aspect-ratio backdrop-filter backface-visibility background
    background-attachment background-blend-mode background-clip background-color background-image background-origin
    background-position background-position-x background-position-y background-repeat background-size block-size border
    border-block border-block-color border-block-end border-block-start border-block-style border-block-width
    border-bottom border-bottom-color border-bottom-left-radius border-bottom-right-radius border-bottom-style
    border-bottom-width border-collapse border-color border-image border-inline border-inline-end border-inline-start
    border-left border-left-color border-left-style border-left-width border-radius border-right border-right-color
    border-right-style border-right-width border-spacing border-style border-top border-top-color border-top-left-radius
    border-top-right-radius border-top-style border-top-width border-width bottom box-shadow box-sizing break-after
    break-before break-inside caption-side caret-color clear clip clip-path color color-scheme column-count
    column-fill column-gap column-rule column-rule-color column-rule-style column-rule-width column-span column-width
    columns contain container container-name container-type content content-visibility counter-increment
    counter-reset counter-set cursor direction display empty-cells filter flex flex-basis flex-direction flex-flow
    flex-grow flex-shrink flex-wrap float font font-family font-feature-settings font-kerning font-size font-size-adjust
    font-stretch font-style font-variant font-variant-caps font-variant-numeric font-weight forced-color-adjust gap grid
    grid-area grid-auto-columns grid-auto-flow grid-auto-rows grid-column grid-column-end grid-column-start grid-row
    grid-row-end grid-row-start grid-template grid-template-areas grid-template-columns grid-template-rows height
    hyphens image-rendering inline-size inset inset-block inset-inline isolation justify-content justify-items
    justify-self left letter-spacing line-break line-height list-style list-style-image list-style-position
    list-style-type margin margin-block margin-block-end margin-block-start margin-bottom margin-inline
    margin-inline-end margin-inline-start margin-left margin-right margin-top mask mask-image max-block-size max-height
    max-inline-size max-width min-block-size min-height min-inline-size min-width mix-blend-mode object-fit
    object-position offset opacity order orphans outline outline-color outline-offset outline-style outline-width
    overflow overflow-wrap overflow-x overflow-y overscroll-behavior padding padding-block padding-block-end
    padding-block-start padding-bottom padding-inline padding-inline-end padding-inline-start padding-left padding-right
    padding-top page page-break-after page-break-before page-break-inside perspective perspective-origin place-content
    place-items place-self pointer-events position print-color-adjust quotes resize right rotate row-gap scale
    scroll-behavior scroll-margin scroll-margin-top scroll-padding scroll-padding-top scroll-snap-align scroll-snap-type
    scrollbar-color scrollbar-gutter scrollbar-width shape-outside size tab-size table-layout text-align
    text-align-last text-combine-upright text-decoration text-decoration-color text-decoration-line
    text-decoration-skip-ink text-decoration-style text-decoration-thickness text-emphasis text-indent text-justify
    text-orientation text-overflow text-rendering text-shadow text-size-adjust text-transform text-underline-offset
    text-underline-position text-wrap top touch-action transform transform-origin transform-style transition
    transition-behavior transition-delay transition-duration transition-property transition-timing-function translate
    unicode-bidi user-select vertical-align view-transition-name visibility white-space widows width will-change
    word-break word-spacing word-wrap writing-mode z-index zoom"""
)
