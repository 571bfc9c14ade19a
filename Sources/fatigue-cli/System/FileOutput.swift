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
    let folder = target.lastIndex(of: "/").map { target[...$0] } ?? ""
    let sign = SystemIO.randomBytes(6).map { String($0, radix: 36) }.joined()
    let path = "\(folder).fatigue-\(sign)"
    var mode: UInt32? = isPrivate ? 0o600 : nil
    if case .regularFile(let old) = kind { mode = old }
    guard let descriptor = try? SystemIO.createNew(path, mode: mode) else { return nil }
    return (path, descriptor)
  }

  private static func writeInPlace(
    _ bytes: [UInt8], to path: String, appends: Bool, isPrivate: Bool
  ) throws(SystemError) {
    try fill(
      try SystemIO.openForWriting(path, appends: appends, isPrivate: isPrivate), bytes)
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
