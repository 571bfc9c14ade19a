import FatigueCore
import Foundation
import Testing

@Suite struct JSONWriterTests {
  @Test("What is written is what Foundation reads: seed 3", arguments: [false, true])
  func strings(_ isIndented: Bool) throws {
    var random = SplitMix64ForReport(state: 3)
    var texts = [
      "", "\"\\/\u{8}\u{C}\n\r\t", "\u{0}\u{1F}\u{7F}", "\u{2028}\u{2029}€â\u{2027}", "æøå😀",
    ]
    for _ in 0..<200 {
      let scalars = (0..<Int.random(in: 0...12, using: &random)).compactMap { _ in
        Unicode.Scalar(UInt32.random(in: 0...0x2FFF, using: &random))
      }
      texts.append(String(String.UnicodeScalarView(scalars)))
    }
    var json = JSONWriter(isIndented: isIndented)
    json.beginArray()
    for text in texts { json.string(text) }
    json.endArray()
    let read = try #require(
      try JSONSerialization.jsonObject(with: Data(json.bytes)) as? [String])
    #expect(read.count == texts.count)
    for (a, b) in zip(read, texts) { #expect(Array(a.unicodeScalars) == Array(b.unicodeScalars)) }
    let written = String(decoding: json.bytes, as: UTF8.self)
    #expect(!written.unicodeScalars.contains { [0x2028, 0x2029, 0, 0x7F].contains($0.value) })
  }

  @Test("What acts on a terminal or is seen by nobody is written by number, and read as it was")
  func unsafe() throws {
    let unsafe = (0...0x10FFFF as ClosedRange<UInt32>).compactMap(Unicode.Scalar.init)
      .filter(ControlCharacters.isUnsafe)
    for scalar in [0x202E, 0xFEFF, 0xFDD0, 0xFFF9, 0xFFFF, 0x1FFFE, 0xE0001, 0xE007F, 0xE01EF]
      as [UInt32]
    {
      #expect(unsafe.contains { $0.value == scalar })
    }
    for start in ["", "a", "æ", "😀"] {
      var json = JSONWriter(isIndented: false)
      json.beginArray()
      for scalar in unsafe { json.string(start + String(scalar) + "b") }
      json.endArray()
      let read = try #require(
        try JSONSerialization.jsonObject(with: Data(json.bytes)) as? [String])
      #expect(
        read.map { Array($0.unicodeScalars) }
          == unsafe.map { Array((start + String($0) + "b").unicodeScalars) })
      #expect(
        !String(decoding: json.bytes, as: UTF8.self).unicodeScalars.contains {
          ControlCharacters.isUnsafe($0) && $0 != "\n"
        })
    }
  }

  @Test(
    "Numbers: six decimals at most, no exponent, nothing that is no number",
    arguments: [
      (0, "0"), (-0.0, "0"), (1, "1"), (-2.5, "-2.5"), (0.1 + 0.2, "0.3"), (1e-7, "0"),
      (-1e-9, "0"), (0.0000015, "0.000002"), (123_456.789_012_3, "123456.789012"),
      (1e15, "1000000000000000"), (-1e20, "-100000000000000000000"), (.nan, "null"),
      (9, "9"), (10, "10"), (-99, "-99"), (100.5, "100.5"), (99_999_999, "99999999"),
      (100_000_000, "100000000"), (100_000_007.25, "100000007.25"), (1.020_3, "1.0203"),
      (12_345_678_901.5, "12345678901.5"), (9_000_000_000_000, "9000000000000"),
      (.infinity, "null"), (1e300, "null"), (0.999_999_9, "1"), (6.1, "6.1"),
    ] as [(Double, String)])
  func numbers(_ value: Double, _ expected: String) { #expect(JSONWriter.text(value) == expected) }

  @Test("Random numbers come back within half a millionth: seed 5")
  func randomNumbers() throws {
    var random = SplitMix64ForReport(state: 5)
    for _ in 0..<2000 {
      let value = Double.random(in: -1e6...1e6, using: &random)
      let text = JSONWriter.text(value)
      #expect(abs(try #require(Double(text)) - value) <= 5.1e-7)
      #expect(!text.contains("e"))
    }
  }

  @Test func layout() {
    func write(_ json: inout JSONWriter) {
      json.beginObject()
      json.member("a", 1)
      json.key("empty")
      json.beginArray()
      json.endArray()
      json.key("rows")
      json.beginArray()
      json.beginObject(isInline: true)
      json.member("x", true)
      json.member("y", nil as String?)
      json.endObject()
      json.integer(2)
      json.endArray()
      json.endObject()
      json.endLine()
    }
    var compact = JSONWriter()
    write(&compact)
    #expect(
      String(decoding: compact.bytes, as: UTF8.self)
        == "{\"a\":1,\"empty\":[],\"rows\":[{\"x\":true,\"y\":null},2]}\n")
    var indented = JSONWriter(isIndented: true)
    write(&indented)
    #expect(
      String(decoding: indented.bytes, as: UTF8.self) == """
        {
          "a": 1,
          "empty": [],
          "rows": [
            {"x": true, "y": null},
            2
          ]
        }

        """)
  }
}

/// SplitMix64, so that a run can be repeated.
struct SplitMix64ForReport: RandomNumberGenerator {
  var state: UInt64
  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
