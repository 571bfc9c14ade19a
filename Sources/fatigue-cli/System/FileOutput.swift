/// Writes a report that is complete to the file named for it.
enum FileOutput {
  static func write(
    _ bytes: [UInt8], to path: String, appends: Bool, isPrivate: Bool = false
  ) throws(SystemError) {
    let descriptor = try SystemIO.openForWriting(path, appends: appends, isPrivate: isPrivate)
    do throws(SystemError) {
      try SystemIO.write(descriptor, bytes)
    } catch {
      try? SystemIO.close(descriptor)
      throw error
    }
    try SystemIO.close(descriptor)
  }
}
