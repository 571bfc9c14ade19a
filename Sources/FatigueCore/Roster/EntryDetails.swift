/// What an entry carries beyond the packed ``Shift``; most rosters have none.
public struct EntryDetails: Hashable, Sendable {
  /// The calendar's title of the event.
  public var summary: String
  /// The calendar's identifier of the event.
  public var uid: String

  public init(summary: String = "", uid: String = "") {
    self.summary = summary
    self.uid = uid
  }
}
