/// Lines of the result.
struct Table {
  var shifts: Double
  var personYears: Double
  var bytes: Double
  var copy: Sample
  var budgets: Budgets

  private static let titles = [
    "ms", "±%", "MB/s", "ns/shift", "µs/person-year", "× copy", "budget ns/shift",
  ]

  static var header: String {
    left("stage", 28) + titles.map { right($0, max($0.count, 7) + 2) }.joined()
  }

  /// One stage; with `minus` what it takes beyond another one, as `isDifference` says that it is already.
  func row(
    _ name: String, _ sample: Sample, minus other: Sample? = nil, isDifference: Bool = false
  ) -> String {
    // A stage inside noise is shown as nothing, never as less than nothing.
    let time = Double(max(0, sample.median - (other?.median ?? 0)))
    let perShift = time / shifts
    let budget = budgets[name].map { Self.number($0, 1) + (perShift > $0 ? " over" : "") } ?? ""
    let cells = [
      Self.number(time / 1e6, 2), Self.number(sample.spread, 0),
      other == nil && !isDifference && time > 0 ? Self.number(bytes / time * 1e3, 0) : "",
      Self.number(perShift, 1), Self.number(time / 1e3 / personYears, 2),
      Self.number(time / Double(max(1, copy.median)), 1), budget,
    ]
    let line =
      Self.left(name, 28)
      + zip(cells, Self.titles).map { Self.right($0, max($1.count, 7) + 2) }.joined()
    return String(line.reversed().drop { $0 == " " }.reversed())
  }

  static func number(_ value: Double, _ decimals: Int) -> String {
    guard value.isFinite, value.magnitude < 1e12 else { return "?" }
    var scale = 1
    for _ in 0..<decimals { scale *= 10 }
    let scaled = Int((value.magnitude * Double(scale)).rounded())
    let sign = value < 0 && scaled > 0 ? "-" : ""
    guard decimals > 0 else { return "\(sign)\(scaled)" }
    let fraction = String(scaled % scale)
    let zeros = String(repeating: "0", count: decimals - fraction.count)
    return "\(sign)\(scaled / scale).\(zeros)\(fraction)"
  }

  static func left(_ text: String, _ width: Int) -> String {
    text + String(repeating: " ", count: max(0, width - text.count))
  }

  static func right(_ text: String, _ width: Int) -> String {
    String(repeating: " ", count: max(0, width - text.count)) + text
  }
}

/// What each stage may take, in nanoseconds a shift: `Benchmarks/budgets.txt`, printed beside.
struct Budgets {
  private var table: [String: Double] = [:]

  init() {
    let folder = #filePath.split(separator: "/").dropLast(3).joined(separator: "/")
    let bytes = Files.read("/\(folder)/budgets.txt") ?? []
    for line in String(decoding: bytes, as: UTF8.self).split(separator: "\n") {
      let parts = line.split(separator: "=", maxSplits: 1)
      guard line.first != "#", parts.count == 2 else { continue }
      let name = parts[0].split(separator: " ").joined(separator: " ")
      table[name] = Double(parts[1].split(separator: " ").joined())
    }
  }

  subscript(name: String) -> Double? { table[name] }
}
