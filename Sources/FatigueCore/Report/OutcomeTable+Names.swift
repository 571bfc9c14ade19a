extension OutcomeTable {
  /// The same with what a report calls people in place of their names, where a group bears one.
  public func masked(_ roster: Roster, _ names: PersonNames) -> OutcomeTable {
    guard names.style != .real else { return self }
    let mask = NameMask(roster, names, includesWords: false)
    var table = self
    for index in entries.indices { table.entries[index].group = mask.label(entries[index].group) }
    return table
  }
}
