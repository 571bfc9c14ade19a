/// Offsets read from a TZif file or a calendar: a list of changes and the rule for the time after.
struct ZoneTable: Sendable {
  /// Seconds since 1970, ascending; `offsets[i + 1]` holds from `changes[i]`.
  var changes: [Int64]
  var offsets: [Int32]
  /// What holds from the last change on; nil when the last offset stays.
  var rule: YearlyRule?

  init(changes: [Int64], offsets: [Int32], rule: YearlyRule? = nil) {
    self.changes = changes
    self.offsets = offsets
    self.rule = rule
  }

  func stretch(at seconds: Int64) -> ZoneStretch {
    var (low, high) = (0, changes.count)
    while low < high {
      let middle = (low + high) / 2
      if changes[middle] <= seconds { low = middle + 1 } else { high = middle }
    }
    if low == changes.count, let rule {
      var stretch = rule.stretch(at: seconds)
      if let last = changes.last { stretch.from = max(stretch.from, last) }
      return stretch
    }
    return ZoneStretch(
      from: low == 0 ? .min : changes[low - 1], to: low == changes.count ? .max : changes[low],
      offset: offsets[low])
  }
}
