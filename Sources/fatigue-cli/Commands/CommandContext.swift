import FatigueCore

/// What a command is given: nothing else of the world is looked at.
struct CommandContext {
  let settings: Settings
  let environment: Environment
  let terminal: Terminal
  /// Standard output.
  let output: OutputWriter
  /// Standard error.
  let errors: OutputWriter

  /// What is said of a long run.
  let progress: Progress

  /// Bytes from which on a list is read piece by piece, where its bytes are not needed afterwards.
  var longInput = 4 << 20

  /// The settings of the workplace; empty when no file was read.
  var configuration = LoadedConfiguration()

  var language: Language { settings.language }

  /// Says something about the work, only with `--verbose`.
  func mention(_ message: Localized) {
    guard settings.verbose, !settings.quiet else { return }
    errors.write(terminal.quoted(message[language]) + "\n")
  }

  /// Says what is wrong with the input.
  func complain(_ diagnostics: DiagnosticList, in sources: SourceMap) {
    guard !settings.quiet else { return }
    let printer = DiagnosticPrinter(
      terminal: terminal,
      shownPerCode: settings.verbose ? .max : DiagnosticPrinter.shownPerCode)
    errors.write(printer.render(diagnostics, in: sources))
  }

  /// Says that something went wrong.
  func complain(_ message: Localized) {
    errors.write("fatigue: " + terminal.quoted(message[language]) + "\n")
  }

  /// Writes every report that was asked for.
  ///
  /// A report is sent on while it is made, and a file gets its name when its report is complete; the
  /// bytes are the same. With `--quiet` nothing goes to standard output.
  ///
  /// - Parameter render: Makes one report. Its terminal has no colour when the report goes to a file,
  ///   unless colour was asked for.
  /// - Returns: ``ExitCode/unwritable`` when a file could not be written.
  func deliver(
    where isWanted: (OutputRequest) -> Bool = { _ in true },
    _ render: (_ format: String, _ terminal: Terminal, _ sink: inout ReportSink) -> Void
  ) -> ExitCode {
    var status = ExitCode.success
    for request in settings.outputs where isWanted(request) {
      switch request.destination {
      case .standardOutput:
        guard !settings.quiet else { continue }
        var sink = ReportSink(writer: output)
        render(request.format, terminal, &sink)
        output.write(sink.bytes)
      case .file(let path, let appends):
        let draft = FileOutput.Draft(path, appends: appends)
        var sink = ReportSink(draft: draft)
        render(request.format, terminal.forFiles(settings), &sink)
        let written = saving(path) { () throws(SystemError) in
          try appends
            ? FileOutput.write(sink.bytes, to: path, appends: true) : draft.finish(sink.bytes)
        }
        status = status.combined(with: written)
      }
    }
    return status
  }

  /// Writes a file that only its owner may read.
  func savePrivately(_ bytes: [UInt8], to path: String) -> ExitCode {
    write(bytes, to: path, appends: false, isPrivate: true)
  }

  /// Writes a file that is no report.
  func save(_ bytes: [UInt8], to path: String) -> ExitCode {
    write(bytes, to: path, appends: false)
  }

  private func write(
    _ bytes: [UInt8], to path: String, appends: Bool, isPrivate: Bool = false
  ) -> ExitCode {
    saving(path) { () throws(SystemError) in
      try FileOutput.write(bytes, to: path, appends: appends, isPrivate: isPrivate)
    }
  }

  /// Says how it went to write a file.
  private func saving(_ path: String, _ write: () throws(SystemError) -> Void) -> ExitCode {
    do throws(SystemError) {
      try write()
    } catch {
      complain(
        Localized(
          nb: "kan ikke skrive \(path): \(error.message.nb)",
          en: "cannot write \(path): \(error.message.en)"))
      return .unwritable
    }
    mention(Localized(nb: "skrev \(path)", en: "wrote \(path)"))
    return .success
  }
}

/// Where a command puts the bytes of one report.
struct ReportSink {
  fileprivate(set) var bytes: [UInt8] = []
  /// Takes the bytes as they come; nil for a file.
  private let writer: OutputWriter?
  /// Takes those of a long report for a file.
  private let draft: FileOutput.Draft?

  init(writer: OutputWriter) { (self.writer, draft) = (writer, nil) }

  init(draft: FileOutput.Draft) { (writer, self.draft) = (nil, draft) }

  /// How a table shows a text of the input: exactly in a file; on standard output, which may be a terminal
  /// or the log of a build server, as one that cannot act on either. JSON escapes by itself.
  var shown: (String) -> String {
    guard writer != nil else { return { $0 } }
    return { ControlCharacters.escape($0) }
  }

  mutating func append(_ text: String) { fill { bytes, _ in bytes.append(contentsOf: text.utf8) } }

  mutating func append(_ more: [UInt8]) { fill { bytes, _ in bytes += more } }

  /// Lets a writer of the core append to the bytes and send on what it has.
  mutating func fill(_ body: (inout [UInt8], (inout [UInt8]) -> Void) -> Void) {
    let (writer, draft) = (writer, draft)
    let flush = { (bytes: inout [UInt8]) in
      guard bytes.count >= OutputWriter.bufferSize else { return }
      if let writer {
        writer.write(bytes)
      } else if draft?.take(bytes) != true {
        return
      }
      bytes.removeAll(keepingCapacity: true)
    }
    body(&bytes, flush)
    flush(&bytes)
  }
}
