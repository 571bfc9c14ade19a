/// Which column of a list holds what.
struct ColumnMap: Sendable {
  /// The header as written.
  var headers: [String]
  /// What each column means, nil where it is not known.
  var roles: [ColumnRole?]
  /// Columns that mean what an earlier one means already.
  var doubled: [Int] = []
  private var columns: [Int]

  init(headers: [String]) {
    self.headers = headers
    roles = Array(repeating: nil, count: headers.count)
    columns = Array(repeating: -1, count: ColumnRole.allCases.count)
    let claims = headers.map { ColumnNames.role(of: $0) }
    for (i, claim) in claims.enumerated() {
      if let claim, claim.certain { assign(claim.role, to: i) }
    }
    for (i, claim) in claims.enumerated() {
      if let claim, !claim.certain, self[claim.role] < 0 { assign(claim.role, to: i) }
    }
  }

  /// The column of a meaning, -1 when there is none.
  subscript(_ role: ColumnRole) -> Int { columns[role.rawValue] }

  private mutating func assign(_ role: ColumnRole, to column: Int) {
    if role == .comment {
      roles[column] = role
      return
    }
    let earlier = columns[role.rawValue]
    guard earlier >= 0 else {
      columns[role.rawValue] = column
      roles[column] = role
      return
    }
    if role == .person, columns[ColumnRole.number.rawValue] < 0, separateNumber(earlier, column) {
      return
    }
    roles[column] = nil
    doubled.append(column)
  }

  /// `Ansatt;Navn`: the first identifies, the second names.
  private mutating func separateNumber(_ a: Int, _ b: Int) -> Bool {
    let names = [a, b].map { ByteText.folded(headers[$0]) }
    for (identifier, name) in [(0, 1), (1, 0)]
    where ColumnNames.personIdentifiers.contains(names[identifier])
      && ColumnNames.personNames.contains(names[name])
    {
      let (number, person) = identifier == 0 ? (a, b) : (b, a)
      columns[ColumnRole.number.rawValue] = number
      columns[ColumnRole.person.rawValue] = person
      (roles[number], roles[person]) = (.number, .person)
      return true
    }
    return false
  }

  /// Meanings found, remarks not counted: how much a row looks like a header.
  var score: Int {
    var count = 0
    for role in ColumnRole.allCases where role != .comment && self[role] >= 0 { count += 1 }
    return count
  }

  var hasPerson: Bool {
    self[.person] >= 0 || self[.number] >= 0 || self[.lastName] >= 0 || self[.firstName] >= 0
  }
  var hasDay: Bool {
    self[.date] >= 0 || self[.start] >= 0
  }
  var hasTimes: Bool {
    (self[.start] >= 0 && self[.end] >= 0) || self[.interval] >= 0
  }

  /// Whether the row can be the header of a list.
  func isHeader(personGiven: Bool) -> Bool {
    if hasPerson && hasDay { return score >= 2 }
    if hasPerson && hasTimes { return score >= 3 }
    return hasDay && (hasTimes || self[.code] >= 0) && score >= (personGiven ? 2 : 3)
  }
}
