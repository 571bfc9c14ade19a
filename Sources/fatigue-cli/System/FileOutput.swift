/// Writes a report that is complete to the file named for it.
enum FileOutput {
  /// A file appears whole or not at all: it is written beside its place and then renamed, so that a
  /// full disk leaves what was there. Pipes, devices and files that are added to are written as they
  /// are, and so is a file in a folder where nothing new may be made.
  ///
  /// - Parameter isPrivate: a new file can be read by its owner only.
  static func write(
    _ bytes: [UInt8], to path: String, appends: Bool, isPrivate: Bool = false
  ) throws(SystemError) {
    // A link stays a link.
    let target = SystemIO.realPath(path) ?? path
    let kind = SystemIO.kind(target)
    guard !appends, kind != .other,
      let (beside, descriptor) = open(beside: target, kind, isPrivate: isPrivate)
    else { return try writeInPlace(bytes, to: path, appends: appends, isPrivate: isPrivate) }
    do throws(SystemError) {
      try fill(descriptor, bytes)
      try SystemIO.rename(beside, to: target)
    } catch {
      SystemIO.remove(beside)
      throw error
    }
  }

  private static func open(
    beside target: String, _ kind: SystemIO.Kind, isPrivate: Bool
  ) -> (path: String, descriptor: Int32)? {
    let path = nameBeside(target)
    let mode = kind.mode ?? (isPrivate ? 0o600 : nil)
    guard let descriptor = try? SystemIO.createNew(path, mode: mode) else { return nil }
    return (path, descriptor)
  }

  /// A name for a while, in the same folder.
  private static func nameBeside(_ target: String) -> String {
    let sign = SystemIO.randomBytes(6).map { String($0, radix: 36) }.joined()
    return "\(folder(of: target)).fatigue-\(sign)"
  }

  /// With its last slash; empty for the working folder.
  private static func folder(of target: String) -> String {
    target.lastIndex(of: "/").map { String(target[...$0]) } ?? ""
  }

  private static func writeInPlace(
    _ bytes: [UInt8], to path: String, appends: Bool, isPrivate: Bool
  ) throws(SystemError) {
    try fill(
      try SystemIO.openForWriting(path, appends: appends, isPrivate: isPrivate), bytes)
  }

  /// A long report on its way to a file: it is written while it is made, so that it is never whole in
  /// memory, and has no name until it is complete. Whatever stops the program leaves what was there, and
  /// nothing beside it.
  final class Draft {
    private let path: String
    private var target = ""
    private var kind = SystemIO.Kind.none
    /// Nil before the first bytes, and where a file without a name cannot be made.
    private var writer: OutputWriter?
    private var isKept: Bool

    init(_ path: String, appends: Bool) {
      self.path = path
      isKept = appends
    }

    /// - Returns: false when the bytes must be kept until the report is complete.
    func take(_ bytes: [UInt8]) -> Bool {
      if isKept { return false }
      if writer == nil {
        target = SystemIO.realPath(path) ?? path
        kind = SystemIO.kind(target)
        // A device or a pipe is written as it is.
        let opened =
          kind == .other
          ? try? SystemIO.openForWriting(path, appends: false)
          : try? SystemIO.createNameless(in: FileOutput.folder(of: target), mode: kind.mode)
        guard let opened else {
          isKept = true
          return false
        }
        writer = OutputWriter(descriptor: opened)
      }
      writer?.write(bytes)
      return true
    }

    /// Puts the report in its place, with what was kept of it.
    func finish(_ rest: [UInt8]) throws(SystemError) {
      guard let writer else {
        return try FileOutput.write(rest, to: path, appends: false)
      }
      writer.write(rest)
      writer.flush()
      defer { try? SystemIO.close(writer.descriptor) }
      if let failure = writer.failure { throw failure }
      if writer.isClosed { throw .brokenPipe }
      guard kind != .other else { return }
      let beside = FileOutput.nameBeside(target)
      try SystemIO.name(writer.descriptor, beside)
      do throws(SystemError) {
        try SystemIO.rename(beside, to: target)
      } catch {
        SystemIO.remove(beside)
        throw error
      }
    }
  }

  private static func fill(_ descriptor: Int32, _ bytes: [UInt8]) throws(SystemError) {
    do throws(SystemError) {
      try SystemIO.write(descriptor, bytes)
    } catch {
      try? SystemIO.close(descriptor)
      throw error
    }
    try SystemIO.close(descriptor)
  }
}
