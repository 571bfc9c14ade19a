import Testing

@testable import FatigueCore

@Suite("Content lines, names of properties and times, against slow and plain readings")
struct ContentLineTests {
  // MARK: Lines

  /// A line as RFC 5545, section 3.1 has it, unfolded; nil where no name, no colon or no parameter stands.
  struct Plain: Equatable {
    var name: String
    var value: String
  }

  private func lines(_ bytes: [UInt8]) -> [Plain?] {
    var scanner = ContentLineScanner()
    var scratch: [UInt8] = []
    var found: [Plain?] = []
    var line = ContentLine()
    while scanner.next(bytes.span, &scratch, &line) {
      let text = line.isFolded ? scratch : bytes
      found.append(
        line.fault != nil
          ? nil
          : Plain(
            name: String(decoding: text[line.name], as: UTF8.self),
            value: String(decoding: text[line.value], as: UTF8.self)))
    }
    return found
  }

  private func slowLines(_ bytes: [UInt8]) -> [Plain?] {
    var unfolded: [[UInt8]] = []
    for piece in bytes.split(whereSeparator: { $0 == 10 || $0 == 13 }) {
      if let last = unfolded.last, !last.isEmpty, piece.first == 32 || piece.first == 9 {
        unfolded[unfolded.count - 1] = last + piece.dropFirst()
      } else {
        unfolded.append(Array(piece))
      }
    }
    return unfolded.map { slowLine($0[...]) }
  }

  private func slowLine(_ line: ArraySlice<UInt8>) -> Plain? {
    func isName(_ byte: UInt8) -> Bool {
      let scalar = Character(Unicode.Scalar(byte))
      return scalar.isASCII && (scalar.isLetter || scalar.isNumber || "-_.".contains(scalar))
    }
    let name = line.prefix(while: isName)
    var rest = line.dropFirst(name.count)
    if name.isEmpty { return nil }
    while rest.first == UInt8(ascii: ";") {
      rest = rest.dropFirst()
      let parameter = rest.prefix(while: isName)
      rest = rest.dropFirst(parameter.count)
      guard !parameter.isEmpty, rest.first == UInt8(ascii: "=") else { return nil }
      repeat {
        rest = rest.dropFirst()
        if rest.first == UInt8(ascii: "\"") {
          guard let close = rest.dropFirst().firstIndex(of: UInt8(ascii: "\"")) else { return nil }
          rest = rest[(close + 1)...]
        } else {
          rest = rest.drop { !";:,".utf8.contains($0) }
        }
      } while rest.first == UInt8(ascii: ",")
    }
    guard rest.first == UInt8(ascii: ":") else { return nil }
    return Plain(
      name: String(decoding: name, as: UTF8.self),
      value: String(decoding: rest.dropFirst(), as: UTF8.self))
  }

  @Test("Lines of letters, marks and folds, of all lengths up to the end of the file")
  func randomLines() {
    var random = SeededNumbers(seed: 81)
    let signs = Array("AbT0-_.:;=,\"\\ é\t\n\n\r:;Zz9".utf8) + [0, 0x80, 0xFF]
    var faults = 0
    for _ in 0..<4000 {
      // A calendar has no blank at its start, nor lines of blanks alone, which are told apart elsewhere.
      // A line end is no hyphen, though they are one bit apart.
      let head = [
        "DTSTART", "X-FATIGUE-PERSON-ID", "UID", "dtend", "SUMMARY;A=b", "Q", "DTSTAMP:",
        "X-FATIGUE\rKIND:work", "last\rmodified:",
      ].randomElement(using: &random)!
      var bytes = Array(head.utf8)
      for _ in 0..<Int.random(in: 0...60, using: &random) {
        bytes.append(signs.randomElement(using: &random)!)
      }
      var text: [UInt8] = []
      // Neither blanks before a line end nor control characters at the start of a line, which count as blank lines.
      for byte in bytes {
        let isBlank = byte <= 32 && byte != 10 && byte != 13
        if isBlank, text.last.map({ $0 <= 32 }) ?? true { continue }
        if byte == 10 || byte == 13, let last = text.last, last <= 32 { continue }
        text.append(byte)
      }
      let slow = slowLines(text)
      faults += slow.count { $0 == nil }
      #expect(lines(text) == slow, "\(text)")
    }
    #expect(faults > 1000)
  }

  // MARK: Names

  @Test("Every name is known in capital, small and mixed letters, and nothing that is nearly one")
  func names() {
    for property in CalendarProperty.allCases {
      let name = property.rawValue
      for written in [name, name.lowercased(), name.prefix(2).lowercased() + name.dropFirst(2)] {
        // With bytes after it, and at the end of the file.
        for after in ["", ":", ";VALUE=DATE:20260105"] {
          let bytes = Array((written + after).utf8)
          #expect(CalendarProperty.named(bytes.span, 0..<name.utf8.count) == property, "\(written)")
        }
        for mark in [":", ";"] {
          let opening = opening("q:" + written + mark, at: 2)
          #expect(opening?.property == property, "\(written)")
          #expect(opening?.end == 2 + name.utf8.count, "\(written)")
        }
      }
      var near = [
        name + "X", String(name.dropLast()), "X" + name, name + "-", name + name, name + "\u{0}",
        "\u{0}" + name, name + String(repeating: "\u{0}", count: 9),
      ]
      let letters = Array(name)
      for index in letters.indices {
        for other in ["Q", "q", "-", "_", " ", "\u{0}", "\r", "\n", "\u{7F}", "é"] {
          near.append(String(letters[..<index]) + other + String(letters[(index + 1)...]))
        }
      }
      for written in near
      where !CalendarProperty.allCases.contains(where: { $0.rawValue == written.uppercased() }) {
        let bytes = Array((written + ":").utf8)
        let found = CalendarProperty.named(bytes.span, 0..<written.utf8.count)
        #expect(found == nil, "\(written)")
        #expect(opening(written + ":", at: 0) == nil, "\(written)")
      }
    }
  }

  /// What is found at a place in a text that goes on.
  private func opening(_ text: String, at start: Int) -> CalendarProperty.Opening? {
    let bytes = Array((text + String(repeating: "A:", count: 24)).utf8)
    return CalendarProperty.names.opening(bytes.span, at: start)
  }

  // MARK: Times

  @Test("A time is what its digits say, wherever it stands")
  func times() throws {
    var random = SeededNumbers(seed: 5)
    var read = 0
    for round in 0..<20_000 {
      let year = Int.random(in: 0...9999, using: &random)
      let month = Int.random(in: 0...13, using: &random)
      let day = Int.random(in: 0...32, using: &random)
      let (hour, minute) = (
        Int.random(in: 0...25, using: &random), Int.random(in: 0...61, using: &random)
      )
      let second = Int.random(in: 0...61, using: &random)
      func two(_ value: Int) -> String { value < 10 ? "0\(value)" : "\(value)" }
      var text = String("000\(year)".suffix(4)) + two(month) + two(day)
      if round % 3 > 0 { text += "T" + two(hour) + two(minute) + two(second) }
      if round % 3 > 1 { text += "Z" }
      var bytes = Array(text.utf8)
      let isHurt = round % 7 == 0
      if isHurt {
        let place = Int.random(in: 0..<bytes.count, using: &random)
        let sign = Array(":/AZ \u{0}é-".utf8).randomElement(using: &random)!
        if place != 8, place != 15 { bytes[place] = sign }
      }
      let hurt = bytes != Array(text.utf8)
      let time = CalendarTime(bytes.span, bytes.indices)
      let date = CivilDate(year: year, month: month, day: day)
      let hasClock = round % 3 > 0
      guard !hurt, let date, !hasClock || (hour < 24 && minute < 60 && second <= 60) else {
        // A blank at an end is not part of the value.
        let isShort = hurt && (bytes.first == 32 || bytes.last == 32 || bytes.first == 0)
        #expect(time == nil || isShort, "\(text)")
        continue
      }
      read += 1
      let clock = hasClock ? Int64(hour * 3600 + minute * 60 + min(second, 59)) : 0
      #expect(time?.local == Int64(date.days) * 86_400 + clock, "\(text)")
      #expect(time?.form == [.date, .floating, .utc][round % 3])
    }
    #expect(read > 8000)
  }
}

@Suite("What entries carry, by position")
struct ByPositionTests {
  @Test("As a dictionary has it, put in any order, the last of a position counting")
  func likeDictionary() {
    var random = SeededNumbers(seed: 9)
    for round in 0..<300 {
      var values = ByPosition<Int>()
      var plain: [UInt32: Int] = [:]
      for value in 0..<Int.random(in: 0...40, using: &random) {
        let jump = round % 2 == 0 ? UInt32(value) : UInt32.random(in: 0...30, using: &random)
        values.put(value, at: SourcePosition(jump / 2))
        plain[jump / 2] = value
      }
      #expect(values.isEmpty == plain.isEmpty)
      values.sort()
      for position in 0...40 as ClosedRange<UInt32> {
        #expect(values[SourcePosition(position)] == plain[position])
      }
    }
  }
}
