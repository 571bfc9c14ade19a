/// The style of the roster grid. A cell is `<td class=k7>N`: colours, signs, dots of days off and the
/// numbers of KSS come from here, so that a cell is as small as it can be.
enum HTMLGridStyle {
  static let sheet = [table, cells, signs, steps].joined(separator: "\n")

  private static let table = """
    .roster{table-layout:fixed;width:100%;min-width:75rem;font-size:.74rem;line-height:1;
    margin-bottom:.6rem}
    .roster.few{width:max-content;min-width:0}
    .roster.few col:nth-child(2){width:1.9rem}
    .roster th,.roster td{padding:0;text-align:center;height:1.6rem;border:1px solid var(--bg);
    font-weight:500;overflow-wrap:normal}
    .roster col.nm{width:84px}
    .roster.named col.nm{width:9.5rem}
    .roster.few tbody th a{max-width:12rem}
    .roster col.s1{width:56px}
    .roster col.s2{width:72px}
    .roster tbody td{vertical-align:top;padding-top:.42rem;font-weight:600;overflow:hidden}
    .roster .cn{text-align:left;vertical-align:top;padding-top:.12rem;color:var(--mut)}
    .roster tbody td.sum{vertical-align:middle;padding-top:0;font-weight:400}
    .roster tbody th{position:sticky;left:0;background:var(--bg);text-align:left;z-index:1;
    font-size:.85rem}
    .roster tbody th a{display:block;line-height:1.55rem;text-decoration:none;font-weight:600;
    overflow:hidden;text-overflow:ellipsis;white-space:nowrap}
    .roster thead th{font-weight:400;color:var(--mut);height:1.15rem;font-size:.66rem;
    line-height:1.15}
    .roster thead .wk{text-align:left;font-weight:650;color:var(--fg);font-size:.8rem;
    border-left:2px solid var(--mut);padding-left:.3rem;white-space:nowrap}
    .roster thead .wk span{font-weight:400;font-size:.74rem}
    .roster thead .h{color:var(--errc);font-weight:700;text-decoration:underline}
    .roster .sum{text-align:right;font-size:.8rem;padding-right:.35rem}
    .roster .sum:not(.fc){border-left:2px solid var(--mut)}
    .roster .fc{white-space:nowrap;text-align:left;padding-left:.5rem}
    .roster thead .sum{font-size:.68rem;line-height:1.1;vertical-align:bottom}
    .roster tr>:nth-child(7n+2):not(.wk):not(th){border-left:2px solid var(--mut)}
    .roster thead tr+tr>:nth-child(7n+1){border-left:2px solid var(--mut)}
    .roster tfoot th{text-align:left;position:sticky;left:0;background:var(--bg);
    font-size:.72rem;font-weight:400}
    .roster tfoot th,.roster tfoot td:not([class*=k]){color:var(--mut)}
    .roster tfoot tr:first-child>*{border-top:1px solid var(--line)}
    .legend{display:flex;flex-wrap:wrap;gap:.3rem 1.6rem;align-items:center;font-size:.85rem;
    margin:.5rem 0 .7rem;max-width:none}
    .codes{display:flex;flex-wrap:wrap;gap:.1rem .9rem}
    .ramp{display:inline-flex;vertical-align:middle;margin:0 .4rem}
    .ramp span{width:1.6rem;height:1.4rem;display:grid;place-items:center;font-size:.75rem;
    font-weight:600}
    .insp{min-height:2.1rem;padding:.35rem 0;font-size:.9rem;max-width:none}
    """

  private static let cells = """
    .roster tbody td:empty::before{content:"·"/"fri";color:var(--mut);font-weight:400}
    :lang(en) .roster tbody td:empty::before{content:"·"/"off"}
    .roster tbody td.x:empty::before,.roster tbody td.sum:empty::before{content:none}
    .roster tbody td:nth-child(7n+7):empty,.roster tbody td:nth-child(7n+8):empty{
    background:var(--soft)}
    .roster td.x:empty{background:none!important}
    .roster td.away{color:var(--mut);font-weight:400}
    .roster:not(.few) td.c2{font-size:.72em;letter-spacing:-.06em;padding-top:.52rem}
    .roster td.k0{outline:1px solid var(--mut);outline-offset:-2px}
    .show-kss .roster tbody td[class*=k]{font-size:0}
    .show-kss .roster tbody td[class*=k]::before{font-size:.74rem}
    """

  private static let signs: String = {
    let signs = FindingStatus.allCases.map { status in
      let name = ".roster .f\(HTMLReport.statusClass(status))::after"
      return """
        \(name){content:"\(status.sign)"/", \(status.title.nb)"}
        :lang(en) \(name){content:"\(status.sign)"/", \(status.title.en)"}
        """
    }
    let font = "\"DejaVu Sans\",\"Segoe UI Symbol\",\"Noto Sans Symbols2\",sans-serif"
    return ".roster td::after{display:block;font:.62rem/.7 \(font);margin-top:.06rem}\n"
      + signs.joined(separator: "\n")
  }()

  private static let steps = (1...9).map { step in
    ".k\(step){background:var(--k\(step));color:var(--t\(step))}\n"
      + ".show-kss .roster tbody td.k\(step)::before{content:\"\(step)\"}"
  }.joined(separator: "\n")
}
