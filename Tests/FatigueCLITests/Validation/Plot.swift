import Foundation

/// A small line plot as SVG: the same bytes on every machine.
struct Plot {
  struct Line {
    var name: String
    var points: [(x: Double, y: Double)]
    var colour: String
    var dash = ""
  }

  var title: String
  var description: String
  var x: (title: String, range: ClosedRange<Double>, ticks: [(Double, String)])
  var y: (title: String, range: ClosedRange<Double>, ticks: [Double])
  var lines: [Line]

  init(
    title: String, description: String,
    x: (title: String, range: ClosedRange<Double>, ticks: [(Double, String)]),
    y: (title: String, range: ClosedRange<Double>, ticks: [Double]), lines: [Line]
  ) {
    (self.title, self.description) = (title, description)
    (self.x, self.y, self.lines) = (x, y, lines)
  }

  /// Distinct in light and dark, and without colour by their dashes.
  static let colours = ["#0b7285", "#c2410c", "#7048a8", "#4d7c0f"]

  private let left = 56.0
  private let top = 34.0
  private let width = 520.0
  private let height = 260.0

  private func px(_ value: Double) -> Double {
    left + (value - x.range.lowerBound) / (x.range.upperBound - x.range.lowerBound) * width
  }
  private func py(_ value: Double) -> Double {
    top + height
      - (value - y.range.lowerBound) / (y.range.upperBound - y.range.lowerBound) * height
  }
  private func text(_ value: Double) -> String { String(format: "%.1f", value) }
  private func label(_ value: Double) -> String {
    value == value.rounded() ? String(format: "%.0f", value) : String(format: "%.1f", value)
  }

  var svg: String {
    var out = """
      <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 760 350" role="img" \
      aria-labelledby="t d" font-family="system-ui, sans-serif" font-size="12">
      <title id="t">\(title)</title>
      <desc id="d">\(description)</desc>
      <style>
      .ink{fill:#1b1f23}.axis{stroke:#57606a}.grid{stroke:#d0d7de}.page{fill:#fff}
      @media (prefers-color-scheme:dark){.ink{fill:#e6edf3}.axis{stroke:#9198a1}
      .grid{stroke:#3d444d}.page{fill:#0d1117}}
      </style>
      <rect class="page" width="760" height="350"/>
      <text class="ink" x="\(text(left))" y="20" font-size="14" font-weight="600">\(title)</text>

      """
    for tick in y.ticks {
      out += """
        <line class="grid" x1="\(text(left))" x2="\(text(left + width))" y1="\(text(py(tick)))" \
        y2="\(text(py(tick)))"/>
        <text class="ink" x="\(text(left - 8))" y="\(text(py(tick) + 4))" \
        text-anchor="end">\(label(tick))</text>

        """
    }
    for (tick, name) in x.ticks {
      out += """
        <line class="axis" x1="\(text(px(tick)))" x2="\(text(px(tick)))" y1="\(text(top + height))" \
        y2="\(text(top + height + 5))"/>
        <text class="ink" x="\(text(px(tick)))" y="\(text(top + height + 20))" \
        text-anchor="middle">\(name)</text>

        """
    }
    out += """
      <line class="axis" x1="\(text(left))" x2="\(text(left + width))" y1="\(text(top + height))" \
      y2="\(text(top + height))"/>
      <text class="ink" x="\(text(left + width / 2))" y="\(text(top + height + 42))" \
      text-anchor="middle">\(x.title)</text>
      <text class="ink" x="14" y="\(text(top + height / 2))" text-anchor="middle" \
      transform="rotate(-90 14 \(text(top + height / 2)))">\(y.title)</text>

      """
    for (i, line) in lines.enumerated() {
      let points = line.points.map { "\(text(px($0.x))),\(text(py($0.y)))" }
      out += """
        <polyline fill="none" stroke="\(line.colour)" stroke-width="2.5" \
        stroke-dasharray="\(line.dash)" points="\(points.joined(separator: " "))"/>
        <line x1="\(text(left + width + 14))" x2="\(text(left + width + 40))" \
        y1="\(text(top + 14 + Double(i) * 22))" y2="\(text(top + 14 + Double(i) * 22))" \
        stroke="\(line.colour)" stroke-width="2.5" stroke-dasharray="\(line.dash)"/>
        <text class="ink" x="\(text(left + width + 46))" \
        y="\(text(top + 18 + Double(i) * 22))">\(line.name)</text>

        """
      for point in line.points where line.points.count <= 12 {
        out += """
          <circle cx="\(text(px(point.x)))" cy="\(text(py(point.y)))" r="3.5" \
          fill="\(line.colour)"/>

          """
      }
    }
    return out + "</svg>\n"
  }
}
