/// What some entries carry, by the position of their start field. Readers go through an input from its start, so
/// that most values are put at the end.
public struct ByPosition<Value: Sendable>: Sendable {
  private var positions: [SourcePosition] = []
  private var values: [Value] = []
  /// Whether each position comes after the one before.
  private var isInOrder = true

  public init() {}

  public var isEmpty: Bool { positions.isEmpty }

  /// The position of the value that was put last.
  var last: SourcePosition? { positions.last }

  /// Makes room for so many values in all.
  mutating func reserve(_ count: Int) {
    positions.reserveCapacity(count)
    values.reserveCapacity(count)
  }

  /// Keeps a value; of several at one position the last counts.
  public mutating func put(_ value: Value, at position: SourcePosition) {
    if let last, last >= position {
      if last == position {
        values[values.count - 1] = value
        return
      }
      isInOrder = false
    }
    positions.append(position)
    values.append(value)
  }

  /// Puts values in order that were not read in order, so that they can be asked for.
  mutating func sort() {
    if isInOrder { return }
    let order = positions.indices.sorted {
      positions[$0] == positions[$1] ? $0 < $1 : positions[$0] < positions[$1]
    }
    let (places, all) = (positions, values)
    (positions, values, isInOrder) = ([], [], true)
    for index in order { put(all[index], at: places[index]) }
  }

  /// - Returns: nil when nothing was put at that position.
  public subscript(position: SourcePosition) -> Value? {
    precondition(isInOrder, "sort() comes before questions")
    var (low, high) = (0, positions.count)
    while low < high {
      let middle = (low + high) / 2
      if positions[middle] < position { low = middle + 1 } else { high = middle }
    }
    return low < positions.count && positions[low] == position ? values[low] : nil
  }
}
