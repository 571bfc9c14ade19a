/// A stretch of work in one person's timeline, in seconds from the roster's origin. Half open.
public struct WorkInterval: Hashable, Sendable {
  public var start: Int32
  public var end: Int32

  public init(start: Int32, end: Int32) {
    self.start = start
    self.end = end
  }

  public var length: Int32 { end - start }
}
