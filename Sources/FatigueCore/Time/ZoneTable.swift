/// Offsets read from a TZif file: a list of changes and the rule for the time after them.
struct ZoneTable: Sendable {
  /// Seconds since 1970, ascending; `offsets[i + 1]` holds from `changes[i]`.
  var changes: [Int64]
  var offsets: [Int32]

  func stretch(at seconds: Int64) -> ZoneStretch {
    var (low, high) = (0, changes.count)
    while low < high {
      let middle = (low + high) / 2
      if changes[middle] <= seconds { low = middle + 1 } else { high = middle }
    }
    return ZoneStretch(
      from: low == 0 ? .min : changes[low - 1], to: low == changes.count ? .max : changes[low],
      offset: offsets[low])
  }
}
