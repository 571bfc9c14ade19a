import FatigueCore

/// The manual page, in mdoc.
struct ManualPage {
  let language: Language

  var text: String {
    var lines = [
      ".Dd November 21, 2026", ".Dt FATIGUE 1", ".Os", ".Sh NAME", ".Nm fatigue",
      ".Nd " + escaped(lowercased(OptionTable.purpose[language])),
    ]
    lines += synopsis() + description() + options() + environment() + status() + examples()
    return lines.joined(separator: "\n") + "\n"
  }

  private func synopsis() -> [String] {
    var lines = [".Sh SYNOPSIS"]
    for command in OptionTable.commands {
      lines += [".Nm", ".Cm " + command.name.rawValue]
      for option in OptionTable.options(of: command.name) where option.group != .common {
        lines.append(".Op " + flags(option, separator: " | "))
      }
      let operand = command.operand.word[language].replacing("...", with: "").replacing(
        "[", with: ""
      )
      .replacing("]", with: "")
      switch command.operand {
      case .none: break
      case .files, .codes: lines.append(".Ar \(operand) ...")
      case .plans, .specification: lines.append(".Ar " + escaped(operand))
      case .shell: lines.append(".Ar " + operand.replacing("|", with: " | "))
      case .command: lines.append(".Op Ar " + operand)
      }
    }
    return lines + [".Nm", ".Fl -help | -version"]
  }

  private func description() -> [String] {
    var lines = [".Sh DESCRIPTION"]
    lines += prose(
      Localized(
        nb: """
          Verktøyet leser turnuser fra CSV eller iCalendar, predikerer søvnighet på \
          Karolinska-skalaen og melder vakter som bryter hviletidsregler. Filen - er standard inn. \
          Data går til standard ut, meldinger til standard feil.
          """,
        en: """
          The utility reads rosters in CSV or iCalendar form, predicts sleepiness on the Karolinska \
          scale, and reports shifts that break rest-time rules. The file - is standard input. Data \
          go to standard output, messages to standard error.
          """))
    lines += [".Pp"] + prose(Localized(nb: "Kommandoer:", en: "The commands are:"))
    lines.append(".Bl -tag -width Ds")
    for command in OptionTable.commands {
      lines.append(".It Cm " + command.name.rawValue)
      lines += prose(command.description)
      guard command.formats.count > 1 else { continue }
      let list = command.formats.joined(separator: ", ")
      lines += prose(Localized(nb: "Formater: \(list).", en: "Formats: \(list)."))
    }
    return lines + [".El"]
  }

  private func options() -> [String] {
    var lines = [".Pp"] + prose(Localized(nb: "Valg:", en: "The options are:"))
    lines.append(".Bl -tag -width Ds")
    for option in OptionTable.options {
      lines.append(".It " + flags(option, separator: " , "))
      lines += prose(Localized(same: capitalised(option.help[language]) + "."))
    }
    return lines + [".El"]
  }

  private func environment() -> [String] {
    var lines = [".Sh ENVIRONMENT", ".Bl -tag -width Ds"]
    for (name, meaning) in OptionTable.environment {
      lines.append(".It Ev " + name)
      lines += prose(meaning)
    }
    return lines + [".El"]
  }

  private func status() -> [String] {
    var lines = [".Sh EXIT STATUS", ".Bl -tag -width Ds -compact"]
    for (status, meaning) in OptionTable.exitStatuses {
      lines.append(".It \(status.rawValue)")
      lines += prose(meaning)
    }
    return lines + [".El"]
  }

  private func examples() -> [String] {
    [".Sh EXAMPLES"] + OptionTable.commands.flatMap { $0.examples.map { ".Dl $ " + escaped($0) } }
  }

  /// `Fl f , Fl -format Ar FMT[=FILE]`
  private func flags(_ option: OptionSpec, separator: String) -> String {
    var text = option.short.map { "Fl \($0)\(separator)" } ?? ""
    text += "Fl -" + option.name.rawValue
    if let value = option.value { text += " Ar " + escaped(value.word[language]) }
    return text
  }

  /// One sentence to a line, as mdoc wants it, none longer than 78 bytes.
  private func prose(_ text: Localized) -> [String] {
    // A letter outside ASCII is written with eight bytes; Norwegian text has up to one in six.
    let width = language == .nb ? 48 : 76
    var sentences: [String] = []
    var sentence = ""
    for word in text[language].split(separator: " ") {
      sentence += (sentence.isEmpty ? "" : " ") + word
      guard word.hasSuffix(".") || word.hasSuffix(":") else { continue }
      sentences.append(sentence)
      sentence = ""
    }
    if !sentence.isEmpty { sentences.append(sentence) }
    return sentences.flatMap { Wrapping.lines($0, width: width).map(escaped) }
  }

  /// Backslashes, leading dots and quotes kept from the formatter, other letters as `\[uXXXX]`.
  private func escaped(_ text: String) -> String {
    var result = text.hasPrefix(".") || text.hasPrefix("'") ? "\\&" : ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\\": result += "\\e"
      case "|": result += "\\(ba"
      case "\"": result += "\\(dq"
      case _ where !scalar.isASCII:
        let code = String(scalar.value, radix: 16, uppercase: true)
        result += "\\[u" + String(repeating: "0", count: max(0, 4 - code.count)) + code + "]"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  private func capitalised(_ text: String) -> String {
    text.prefix(1).uppercased() + text.dropFirst()
  }

  /// As the name line wants it: small first letter, no full stop.
  private func lowercased(_ text: String) -> String {
    let text = text.prefix(1).lowercased() + text.dropFirst()
    return text.hasSuffix(".") ? String(text.dropLast()) : text
  }
}
