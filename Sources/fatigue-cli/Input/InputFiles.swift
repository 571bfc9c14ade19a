import FatigueCore

/// Opens and reads the files named on the command line.
struct InputFiles {
  /// What was read, and what could not be.
  struct Reading {
    var inputs: [(path: String, bytes: [UInt8])] = []
    var diagnostics = DiagnosticList()
  }

  /// Shown for `-`.
  var standardInputName: String?

  func read(_ paths: [String]) -> Reading {
    var reading = Reading()
    var room = SourceMap.capacity - paths.count
    for path in paths {
      let shown = shownPath(path)
      do throws(SystemError) {
        let bytes = try bytes(of: path, limit: room)
        room -= bytes.count
        reading.inputs.append((shown, bytes))
      } catch {
        reading.diagnostics.add(diagnostic(shown, error))
      }
    }
    return reading
  }

  func shownPath(_ path: String) -> String {
    guard path == "-" else { return DisplayPath.shown(path) }
    return standardInputName.map(DisplayPath.shown) ?? DisplayPath.standardInput
  }

  private func bytes(of path: String, limit: Int) throws(SystemError) -> [UInt8] {
    guard path != "-" else {
      return try SystemIO.readAll(SystemIO.standardInput, limit: limit)
    }
    let descriptor = try SystemIO.openForReading(path)
    defer { try? SystemIO.close(descriptor) }
    return try SystemIO.readAll(descriptor, limit: limit)
  }

  private func diagnostic(_ path: String, _ error: SystemError) -> Diagnostic {
    let hint = Localized(
      nb: "gi filene i den, for eksempel turnus/*.csv",
      en: "name the files in it, as in rosters/*.csv")
    return Diagnostic(
      error == .tooLarge ? .tooMuchInput : .unreadableFile, .error, path: path, error.message,
      hint: error == .isDirectory ? hint : nil)
  }
}
