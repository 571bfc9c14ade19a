/// The style of the page. Hairlines, one accent, red, brown and blue only for severity; no boxes,
/// shadows or motion. Dark rules are for screens only, so that paper is white.
///
/// Contrast of every text to its ground is at least 4.5:1 in both themes.
enum HTMLStyle {
  static let sheet = [
    colours, page, summary, HTMLGridStyle.sheet, findings, people, print,
  ].joined(separator: "\n")

  private static let lightTheme =
    "\(SleepinessRamp.variables(SleepinessRamp.light));"
    + "--bg:#fff;--fg:#16202b;--mut:#54606d;--line:#d5dbe1;--soft:#f4f6f8;--acc:#0b5c7d;"
    + "--errc:#a1121f;--warnc:#8a4b00;--notec:#2c5a86;--band:#e8edf2;--sleep:#6a86b8;"
    + "--nap:#2f7d5b;--light:#b98900;--rule:#e3e8ed"
  private static let darkTheme =
    "\(SleepinessRamp.variables(SleepinessRamp.dark));"
    + "--bg:#12181f;--fg:#e9eef3;--mut:#a5b1bd;--line:#36424e;--soft:#1a222b;--acc:#7cc7e8;"
    + "--errc:#ff9d94;--warnc:#f0b85a;--notec:#9cc4ee;--band:#202b36;--sleep:#6f8fc9;"
    + "--nap:#5fc396;--light:#e3b341;--rule:#27323d"

  private static let colours = """
    :root{color-scheme:light dark;\(lightTheme)}
    @media screen and (prefers-color-scheme:dark){:root:not([data-theme=light]){\(darkTheme)}}
    @media screen{:root[data-theme=dark]{color-scheme:dark;\(darkTheme)}}
    :root[data-theme=light]{color-scheme:light}
    .e,.d{color:var(--errc)}
    .w{color:var(--warnc)}
    .n{color:var(--notec)}
    """

  private static let page = """
    *{box-sizing:border-box}
    html{font:16px/1.5 system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans","Liberation Sans",
    Arial,sans-serif;background:var(--bg);color:var(--fg);-webkit-text-size-adjust:100%}
    body{margin:0 auto;max-width:86rem;padding:0 1.25rem 3rem;overflow-wrap:anywhere}
    h1,h2,h3,h4{line-height:1.2;font-weight:650;letter-spacing:-.01em;text-wrap:balance}
    h1{font-size:1.9rem;margin:0}
    h2{font-size:1.3rem;margin:0 0 .35rem}
    h3{font-size:1.05rem;margin:1.2rem 0 .3rem}
    h4{font-size:1rem;margin:0}
    p{margin:.3rem 0 .6rem;max-width:46rem}
    p.wide{max-width:60rem;margin:.5rem 0 0}
    a{color:var(--acc)}
    :focus-visible{outline:3px solid var(--acc);outline-offset:2px;border-radius:2px}
    [hidden]{display:none!important}
    .skip{position:absolute;left:-999px}
    .skip:focus{left:1rem;top:.5rem;background:var(--bg);padding:.5rem 1rem;z-index:9}
    .vh{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);
    white-space:nowrap}
    .mut{color:var(--mut)}
    .sm{font-size:.875rem}
    .sym{font-family:"Segoe UI Symbol","Noto Sans Symbols2","DejaVu Sans",sans-serif;
    font-size:.85em}
    .alert{border-left:4px solid var(--errc);padding:.3rem .8rem;font-weight:600}
    header{display:flex;flex-wrap:wrap;gap:.5rem 2rem;align-items:flex-end;
    justify-content:space-between;padding:1.6rem 0 .9rem;border-bottom:2px solid var(--fg)}
    header p{margin:.2rem 0 0}
    .tools{display:flex;gap:.5rem;flex-wrap:wrap}
    button{font:inherit;font-size:.875rem;color:var(--fg);background:var(--bg);
    border:1px solid var(--mut);border-radius:4px;padding:.3rem .7rem;min-height:2rem;
    cursor:pointer}
    button:hover{background:var(--soft)}
    button[aria-pressed=true]{background:var(--fg);color:var(--bg)}
    nav{border-bottom:1px solid var(--line);font-size:.9rem}
    nav ul{display:flex;flex-wrap:wrap;gap:.1rem 1.4rem;list-style:none;margin:0;padding:.5rem 0}
    nav a{display:inline-block;padding:.2rem 0;text-decoration:none}
    nav a:hover{text-decoration:underline}
    section{padding:1.9rem 0 .4rem}
    .scroll{position:relative;overflow-x:auto;border-bottom:1px solid var(--line)}
    table{border-collapse:collapse;font-variant-numeric:tabular-nums}
    caption{text-align:left;color:var(--mut);font-size:.875rem;padding-bottom:.4rem}
    .blk{content-visibility:auto;contain-intrinsic-block-size:auto 46rem}
    code{font-family:ui-monospace,"Cascadia Mono","DejaVu Sans Mono",monospace;font-size:.9em}
    footer{border-top:2px solid var(--fg);margin-top:2rem;padding-top:.8rem;font-size:.85rem;
    color:var(--mut)}
    footer p{max-width:60rem}
    @media (forced-colors:active){.roster td[class*=k],.ramp span{border:1px solid CanvasText}
    svg .c0,svg .ax,svg .lim{stroke:CanvasText}svg rect{fill:CanvasText}}
    """

  private static let summary = """
    .verdict{font-size:1.45rem;line-height:1.35;max-width:52rem;margin:0 0 1.2rem;
    font-weight:500;letter-spacing:-.01em}
    .key{display:grid;grid-template-columns:repeat(auto-fit,minmax(11.5rem,1fr));margin:0;
    border-top:1px solid var(--line)}
    .key:last-of-type{border-bottom:1px solid var(--line)}
    .key>div{padding:.7rem 1rem .7rem 0;border-right:1px solid var(--line);margin-right:1rem}
    .key>div:last-child{border:0;margin:0}
    .key dt{font-size:.85rem;color:var(--mut)}
    .key dd{margin:0}
    .key .big{font-size:1.8rem;font-weight:650;line-height:1.2;display:block;
    font-variant-numeric:tabular-nums}
    .key .word{font-size:1rem;font-weight:500}
    .key .none{font-size:1.1rem;font-weight:500;color:var(--mut)}
    .two{display:grid;grid-template-columns:minmax(0,1.25fr) minmax(0,1fr);gap:1rem 3rem}
    ol.do{padding-left:0;list-style:none;counter-reset:d;margin:.4rem 0;max-width:54rem}
    ol.do li{counter-increment:d;padding:.55rem 0 .55rem 2.2rem;position:relative;
    border-bottom:1px solid var(--line)}
    ol.do li::before{content:counter(d);position:absolute;left:0;top:.5rem;font-weight:650;
    font-size:1.15rem;width:1.5rem;text-align:center}
    ol.do .fx{display:block;font-size:.9rem;color:var(--mut)}
    @media screen and (max-width:44rem){.key>div{border-right:0;margin:0}}
    @media screen and (max-width:60rem){.two{grid-template-columns:minmax(0,1fr)}}
    """

  private static let findings = """
    h3.lane{font-size:1.1rem;border-bottom:2px solid var(--fg);padding-bottom:.25rem}
    h3.lane span{font-size:.95rem;margin-left:.5rem;font-weight:600;white-space:nowrap}
    .find{list-style:none;margin:0;padding:0}
    .find>li{display:grid;grid-template-columns:8.6rem minmax(0,1fr) 14rem;gap:.2rem 1.4rem;
    padding:.9rem 0;border-bottom:1px solid var(--line);break-inside:avoid}
    .find p{margin:.2rem 0}
    .tag>*{display:block;font-weight:650;white-space:nowrap}
    .tag .sm{font-weight:400}
    .rid{font:.8rem ui-monospace,"Cascadia Mono","DejaVu Sans Mono",monospace;color:var(--mut)}
    .find dl{margin:.3rem 0 0;display:grid;grid-template-columns:4.5rem minmax(0,1fr);
    gap:.1rem .8rem;font-size:.92rem}
    .find dt{color:var(--mut)}
    .find dd{margin:0;max-width:46rem}
    .bul{width:100%;height:auto;max-width:14rem;display:block}
    .bul text,.chart text{font-size:11px;fill:var(--fg);font-family:inherit}
    .bul .mt{font-weight:650}
    .end{text-anchor:end}
    .mid{text-anchor:middle}
    .be{fill:var(--errc)}
    .bd{fill:none;stroke:var(--errc);stroke-width:2}
    .bw{fill:var(--warnc)}
    .bn{fill:var(--notec)}
    .lim{stroke:var(--fg);stroke-width:2.5}
    details.all{margin:.4rem 0 0}
    details.all>summary{cursor:pointer;min-height:24px;font-size:.9rem;color:var(--acc);
    display:inline-block}
    .tab{width:100%;font-size:.92rem}
    .tab th,.tab td{text-align:right;padding:.3rem .6rem;border-bottom:1px solid var(--line);
    overflow-wrap:normal}
    .tab th:first-child,.tab td:first-child{text-align:left;padding-left:0}
    .tab tbody th{font-weight:500;overflow-wrap:anywhere}
    .tab thead th{border-bottom:2px solid var(--fg);font-weight:600;font-size:.85rem;
    vertical-align:bottom}
    .tab tbody tr:hover{background:var(--soft)}
    .tab th a,.tab td a{display:inline-block;min-height:24px;min-width:24px}
    .tab .past{font-weight:700}
    .tab tr.lim{color:var(--mut);stroke:none}
    .tab.rows th,.tab.rows td{text-align:left;vertical-align:top}
    .tab.rows th{text-align:left}
    \(FindingStatus.allCases.map { status in
      ".rows td.\(HTMLReport.statusClass(status))::before{content:\"\(status.sign) \"/\"\"}"
    }.joined())
    dl.rules dt{font-weight:650;margin-top:.9rem}
    dl.rules dd,dl.missing dd{margin:0 0 .2rem;max-width:60rem}
    dl.missing{font-size:.875rem}
    dl.missing dt{font-weight:600;margin-top:.4rem}
    @media screen and (max-width:50rem){.find>li{grid-template-columns:minmax(0,1fr)}}
    """

  private static let people = """
    details.person{border-bottom:1px solid var(--line)}
    details.person>summary{display:grid;cursor:pointer;align-items:center;list-style:none;
    grid-template-columns:1rem 7rem 8rem 6.5rem minmax(0,1.4fr) minmax(0,1fr);
    gap:.2rem 1rem;padding:.4rem 0;min-height:2.2rem}
    summary::-webkit-details-marker{display:none}
    details.person>summary::before{content:"▸"/"";color:var(--mut);font-size:.9rem}
    details[open].person>summary::before{content:"▾"/""}
    details.all>summary::before{content:"▸ "/""}
    details[open].all>summary::before{content:"▾ "/""}
    .facts{font-size:.92rem;max-width:60rem}
    .chart{width:100%;height:auto;display:block;margin:.4rem 0 1rem}
    .days{min-width:46rem}
    .person .scroll{border:0}
    .chart .mt{fill:var(--mut)}
    .chart .iv{fill:var(--bg)}
    .chart .gl{stroke:var(--rule)}
    .chart .th,.kl .th{stroke:var(--errc);stroke-dasharray:5 3}
    .chart .ax{stroke:var(--mut)}
    .kl{width:30px;height:10px}
    .c0{fill:none;stroke:var(--fg);stroke-width:1.8}
    .c1{fill:none;stroke:var(--mut);stroke-width:.7;stroke-dasharray:3 2}
    .bar{fill:var(--acc)}
    .ln{stroke-width:12}
    .ni{fill:var(--band);stroke:var(--band)}
    .sh{stroke:var(--k7)}
    .sl{stroke:var(--sleep)}
    .np{stroke:var(--nap)}
    .lt{stroke:var(--light)}
    .pk{paint-order:stroke;stroke:var(--bg);stroke-width:3;font-weight:650}
    .dot{fill:var(--errc)}
    .st{width:100%;height:.9rem;background:var(--soft)}
    .st path{stroke-width:2;fill:none}
    \((1...9).map { ".q\($0){stroke:var(--k\($0))}" }.joined())
    .weeks{display:flex;gap:.5rem}
    @media screen and (max-width:50rem){details.person>summary{grid-template-columns:1rem 1fr 1fr}}
    """

  private static let print = """
    @media print{
    @page{size:A4 landscape;margin:9mm 9mm 11mm}
    :root{color-scheme:light}
    html{font-size:9.2pt}
    body{max-width:none;padding:0}
    nav,.tools,.insp,.skip,.weeks,details.all,details:not([open]){display:none}
    *{print-color-adjust:exact;-webkit-print-color-adjust:exact}
    section{padding:.9rem 0 0}
    h2,h3,h4{break-after:avoid}
    .brk{break-before:page}
    .scroll{overflow:visible;border:0}
    .blk{content-visibility:visible}
    .roster{width:100%;font-size:5.6pt}
    .roster th,.roster td{height:11.6pt}
    .roster tbody th,.roster .sum{font-size:6.4pt}
    .roster thead th{font-size:4.9pt}
    .roster thead .wk{font-size:6pt}
    .roster td::after{font-size:4.8pt;margin-top:0}
    .roster col.nm{width:13mm}
    .roster.named col.nm{width:26mm}
    .roster col.s1{width:10mm}
    .roster col.s2{width:14mm}
    .find,dl.rules,dl.missing{columns:2;column-gap:8mm}
    .find>li{display:block;padding:1.5mm 0;font-size:8pt}
    .find>li .tag>*{display:inline;margin-right:2mm}
    .find>li .bulbox{max-width:56mm;margin-top:1mm}
    .find dl{font-size:7.6pt;grid-template-columns:14mm minmax(0,1fr)}
    h4{font-size:9pt;display:inline}
    dl.rules,dl.missing{font-size:7.6pt}
    dl.rules dt,dl.missing dt{break-after:avoid;margin-top:1.2mm}
    .roster tr,.find>li,.chart,details,.tab tr,.two>div,dl.rules dd{break-inside:avoid}
    .chart{max-height:50mm;min-width:0}
    .two{gap:0 8mm}
    .verdict{font-size:15pt;margin-bottom:8pt}
    .key .big{font-size:16pt}
    .tab{font-size:8pt}
    .tab th a,.tab td a{min-height:0}
    .tab th,.tab td{padding:.15rem .5rem}
    a{color:inherit;text-decoration:none}
    }
    """
}
