/// A paper as one HTML file without script, made for two printed pages of A4.
enum PaperPage {
  static func bytes(_ paper: Paper, _ language: Language) -> [UInt8] {
    var html = HTMLWriter()
    html.raw(
      "<!DOCTYPE html>\n<html lang=\"\(language.rawValue)\"><head><meta charset=\"utf-8\">\n")
    html.raw(
      "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; "
        + "style-src '\(HTMLReport.hash(sheet))'; base-uri 'none'; form-action 'none'\">\n")
    html.raw("<meta name=\"viewport\" content=\"width=device-width,initial-scale=1\">")
    html.raw("<meta name=\"referrer\" content=\"no-referrer\">")
    html.raw("<meta name=\"robots\" content=\"noindex\">")
    html.raw("<meta name=\"color-scheme\" content=\"light dark\">\n")
    html.element("title", paper.title)
    html.raw("<style>\(sheet)</style></head>\n<body><main>\n")
    html.element("h1", paper.title)
    html.raw("\n")
    for section in paper.sections {
      html.raw("<section>")
      if let heading = section.heading { html.element("h2", heading) }
      html.raw("\n")
      for block in section.blocks { write(block, under: section.heading ?? paper.title, to: &html) }
      html.raw("</section>\n")
    }
    html.raw("</main></body></html>\n")
    return html.takeBytes()
  }

  private static func write(_ block: Paper.Block, under title: String, to html: inout HTMLWriter) {
    switch block {
    case .paragraph(let text): html.element("p", text)
    case .list(let items): list("ul", items, to: &html)
    case .numbered(let items): list("ol", items, to: &html)
    case .table(let content): table(content, title, to: &html)
    case .signatures(let head, let parties):
      html.raw("<table class=\"sign\">")
      caption(title, to: &html)
      heads(head, to: &html)
      html.raw("<tbody>")
      for party in parties {
        html.raw("<tr><th scope=\"row\">")
        html.text(party)
        html.raw("</th>")
        for _ in head.dropFirst() { html.raw("<td></td>") }
        html.raw("</tr>")
      }
      html.raw("</tbody></table>")
    }
    html.raw("\n")
  }

  private static func list(_ tag: String, _ items: [Paper.Item], to html: inout HTMLWriter) {
    html.raw("<\(tag)>")
    for item in items {
      html.raw("<li>")
      if !item.lead.isEmpty {
        html.element("b", item.lead)
        html.raw(" ")
      }
      html.text(item.text)
      if !item.code.isEmpty {
        html.raw(" ")
        html.element("code", item.code)
      }
      html.raw("</li>\n")
    }
    html.raw("</\(tag)>")
  }

  private static func table(_ table: Paper.Table, _ title: String, to html: inout HTMLWriter) {
    html.raw("<div class=\"scroll\" tabindex=\"0\" role=\"region\"")
    html.attribute("aria-label", title)
    html.raw("><table>")
    caption(title, to: &html)
    html.raw("<colgroup>")
    for width in table.widths { html.raw("<col class=\"w\(width)\">") }
    html.raw("</colgroup>")
    heads(table.head, to: &html)
    html.raw("<tbody>\n")
    for row in table.rows { write(row, to: &html) }
    html.raw("</tbody></table></div>")
  }

  private static func caption(_ title: String, to html: inout HTMLWriter) {
    html.raw("<caption class=\"vh\">")
    html.text(title)
    html.raw("</caption>")
  }

  private static func heads(_ titles: [String], to html: inout HTMLWriter) {
    html.raw("<thead><tr>")
    for title in titles {
      html.raw("<th scope=\"col\">")
      html.text(title)
      html.raw("</th>")
    }
    html.raw("</tr></thead>")
  }

  private static func write(_ row: Paper.Row, to html: inout HTMLWriter) {
    guard row.isHead else {
      html.raw("<tr><th scope=\"row\">")
      html.text(row.cells.first ?? "")
      html.raw("</th>")
      for cell in row.cells.dropFirst() { html.element("td", cell) }
      html.raw("</tr>\n")
      return
    }
    // The title of what follows, and the rest of the row in one cell.
    html.raw("<tr class=\"lane\"><th scope=\"row\">")
    html.text(row.cells.first ?? "")
    html.raw("</th><td colspan=\"\(max(1, row.cells.count - 1))\">")
    html.text(row.cells.dropFirst().filter { !$0.isEmpty }.joined(separator: " "))
    html.raw("</td></tr>\n")
  }

  /// Widths of columns that papers use.
  static let widths = [14, 18, 22, 26, 30, 34, 36, 40, 50]

  static let sheet = """
    :root{color-scheme:light dark;--fg:#1a1d21;--bg:#fff;--line:#c3c9d0}
    @media screen and (prefers-color-scheme:dark){:root{--fg:#e8eaed;--bg:#16181b;--line:#464c54}}
    @media (forced-colors:active){:root{--line:CanvasText}}
    *{box-sizing:border-box}
    html{font:1rem/1.4 system-ui,"Liberation Sans",Arial,sans-serif;color:var(--fg);background:var(--bg)}
    body{max-width:58rem;margin:0 auto;padding:1rem 1.2rem 2rem}
    h1{font-size:1.5rem;line-height:1.2;margin:.2rem 0 .5rem}
    h2{font-size:1.08rem;line-height:1.25;margin:1.1rem 0 .3rem;border-bottom:1px solid var(--line)}
    p{margin:.3rem 0}
    ul,ol{margin:.3rem 0;padding-left:1.3rem}
    li,td,th,p{overflow-wrap:anywhere}
    code{font:.88em ui-monospace,"Liberation Mono","DejaVu Sans Mono",monospace}
    .scroll{overflow-x:auto;position:relative}
    table{border-collapse:collapse;width:100%;min-width:38rem;font-size:.92rem;font-variant-numeric:tabular-nums}
    th,td{text-align:left;vertical-align:top;padding:.2rem .5rem .2rem 0;font-weight:400;
    border-bottom:1px solid var(--line)}
    thead th{font-weight:600;border-bottom:2px solid var(--fg)}
    .lane th,.lane td{font-weight:650;padding-top:.4rem}
    .sign{min-width:0;table-layout:fixed}
    .sign td{border-left:1px solid var(--line);height:2.6rem}
    .sign th{padding-top:.5rem}
    .vh{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
    .scroll:focus-visible{outline:2px solid var(--fg);outline-offset:2px}
    \(widths.map { ".w\($0){width:\($0)%}" }.joined())
    @media print{
    @page{size:A4;margin:11mm 13mm}
    :root{color-scheme:light}
    html{font-size:8.4pt;line-height:1.27}
    body{max-width:none;padding:0}
    h1{font-size:14pt;margin:0 0 2pt}
    h2{font-size:9.8pt;margin:6pt 0 2pt;break-after:avoid}
    ul,ol,p{margin:1.5pt 0}
    ul,ol{padding-left:11pt}
    table{min-width:0;font-size:8pt}
    th,td{padding:1pt 5pt 1pt 0}
    .lane th,.lane td{padding-top:2.5pt}
    .sign td{height:19pt}
    .scroll{overflow:visible}
    tr,li{break-inside:avoid}
    .lane{break-after:avoid}
    section:last-of-type{break-inside:avoid}
    }
    """
}
