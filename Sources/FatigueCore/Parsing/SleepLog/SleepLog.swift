/// Recorded sleep as a log has it: by diary, wrist or phone.
public struct SleepLog: Sendable {
  /// One sleep.
  public struct Entry: Sendable {
    /// Index in ``SleepLog/people``.
    public var person: Int
    public var onset: Instant
    public var wake: Instant
    /// Nil where the log does not say.
    public var isNap: Bool?
    /// Where the field stands that says when it starts, and how long it is.
    public var position: SourcePosition
    public var length: Int
  }

  /// As written, given name first; both texts are empty where the log names nobody.
  public internal(set) var people: [Person] = []
  /// Where each of them stands first.
  public internal(set) var places: [(position: SourcePosition, length: Int)] = []
  /// By person, then onset; those that overlap made one.
  public internal(set) var entries: [Entry] = []

  public init() {}

  /// Rows read of one log, and bytes of it. `Assumed:` a hundred people for five years are fewer.
  public static let mostRows = 200_000
  public static let mostBytes = 32 << 20
  /// Longer sleeps are slips.
  public static let longest = Elapsed.hours(24)
}
