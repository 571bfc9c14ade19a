/// What the page of a comparison has besides the common style.
enum ComparisonStyle {
  static let sheet = """
    #who tbody th{white-space:nowrap;overflow-wrap:normal}
    .multi{display:grid;grid-template-columns:repeat(auto-fill,minmax(min(19rem,100%),1fr));gap:1.2rem 2rem;
    align-items:start}
    figure{margin:0;break-inside:avoid;min-width:0}
    figcaption{border-bottom:1px solid var(--line);padding-bottom:.2rem;font-size:.95rem}
    .db{width:100%;height:auto;max-width:30rem;display:block}
    .db text{font-size:11px;fill:var(--fg);font-family:inherit}
    .db text.mt{fill:var(--mut)}
    .db .gl{stroke:var(--rule)}
    .dk{width:44px;height:12px;vertical-align:middle}
    .ds{stroke:var(--mut);stroke-width:2;fill:none}
    .d0{fill:var(--bg);stroke:var(--mut);stroke-width:1.5}
    .d1{fill:var(--mut);stroke:var(--mut)}
    .dw .ds,.dw .d0,.dw .d1{stroke:var(--errc)}
    .dw .d1{fill:var(--errc)}
    .db .dw text{fill:var(--errc);font-weight:650}
    .db1 .ds,.db1 .d0,.db1 .d1{stroke:var(--acc)}
    .db1 .d1{fill:var(--acc)}
    .key2{font-size:.9rem;max-width:60rem}
    .plain{list-style:none;padding:0;margin:.3rem 0}
    .plain li{padding:.25rem 0;border-bottom:1px solid var(--line)}
    .every td,.every th{white-space:nowrap;overflow-wrap:normal}
    .every thead th{white-space:normal;min-width:4.5rem}
    @media print{.multi{grid-template-columns:repeat(4,minmax(0,1fr));gap:4mm}
    .db text{font-size:12px}
    section .all{display:block}
    .all>summary{display:none}
    .every td,.every thead th{font-size:6.4pt;padding:.1rem .25rem;white-space:normal;min-width:0}}
    """
}
