/// Line numbers of many positions, found fast: four bytes for each line of the inputs.
public struct LineIndex: Sendable {
  private let bases: [UInt32]
  /// For each file the offsets at which its second and later lines begin.
  private let starts: [[UInt32]]

  public init(_ sources: SourceMap) {
    bases = sources.files.map(\.base)
    starts = sources.files.map { Self.lineStarts($0.bytes) }
  }

  /// LF, CRLF or a lone CR ends a line, as in ``SourceMap/places(_:)``.
  private static func lineStarts(_ bytes: [UInt8]) -> [UInt32] {
    var starts: [UInt32] = []
    let bytes = bytes.span
    for i in bytes.indices where bytes[i] == 10 || bytes[i] == 13 {
      if bytes[i] == 13, i + 1 < bytes.count, bytes[i + 1] == 10 { continue }
      starts.append(UInt32(i + 1))
    }
    return starts
  }

  /// - Returns: the index of the file and the line from 1; nil for ``SourcePosition/none``.
  public func line(of position: SourcePosition) -> (file: Int, line: Int)? {
    guard position != .none else { return nil }
    let file = Self.countUpTo(position.value, in: bases) - 1
    guard file >= 0 else { return nil }
    return (file, Self.countUpTo(position.value - bases[file], in: starts[file]) + 1)
  }

  /// How many of the ascending values are at most `value`.
  private static func countUpTo(_ value: UInt32, in values: [UInt32]) -> Int {
    var (low, high) = (0, values.count)
    while low < high {
      let middle = (low + high) / 2
      if values[middle] <= value { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
