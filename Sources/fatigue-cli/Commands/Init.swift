import FatigueCore

/// `fatigue init`
enum InitCommand {
  /// Bytes of chance in a pseudonym key, as many as its hash gives (RFC 2104, section 3).
  private static let keyLength = 32

  static func run(_ context: CommandContext) -> ExitCode {
    let path = ConfigurationSearch.fileName
    let isThere = SystemIO.exists(path)
    guard !isThere || context.settings.force else { return refuse(context) }
    do throws(SystemError) {
      let key = isThere ? keptKey(path) ?? newKey() : newKey()
      let text = Array(ConfigurationTemplate.text(key: key, context.language).utf8)
      if isThere {
        try FileOutput.write(text, to: path, appends: false)
      } else {
        try create(path, text)
      }
    } catch {
      if error == .exists { return refuse(context) }
      context.complain(
        Localized(
          nb: "kan ikke skrive \(path): \(error.message.nb)",
          en: "cannot write \(path): \(error.message.en)"))
      return .unwritable
    }
    context.mention(Localized(nb: "skrev \(path)", en: "wrote \(path)"))
    return .success
  }

  private static func refuse(_ context: CommandContext) -> ExitCode {
    if !context.settings.quiet {
      let path = ConfigurationSearch.fileName
      context.complain(
        Localized(
          nb: "\(path) finnes fra før; --force skriver den på nytt",
          en: "\(path) exists already; --force writes it anew"))
    }
    return .usage
  }

  /// Only its owner may read it, since it holds a secret.
  private static func create(_ path: String, _ bytes: [UInt8]) throws(SystemError) {
    let descriptor = try SystemIO.create(path)
    do throws(SystemError) {
      try SystemIO.write(descriptor, bytes)
    } catch {
      try? SystemIO.close(descriptor)
      throw error
    }
    try SystemIO.close(descriptor)
  }

  private static func newKey() -> String {
    BytesText.hexadecimal(SystemIO.randomBytes(keyLength))
  }

  /// The key of the file that is replaced, so that pseudonyms stay the same. nil when it has none, or
  /// one that would need escapes.
  private static func keptKey(_ path: String) -> String? {
    guard let bytes = try? LoadedConfiguration.bytes(of: path),
      let key = Configuration.read(bytes, zones: ZoneFiles.directory).configuration.pseudonymKey,
      key.allSatisfy({
        (32..<127).contains($0) && $0 != UInt8(ascii: "\"") && $0 != UInt8(ascii: "\\")
      })
    else { return nil }
    return String(decoding: key, as: UTF8.self)
  }
}
