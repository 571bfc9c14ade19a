import Testing

@testable import FatigueCore

@Suite("Zone files")
struct TZifTests {
  private struct Block {
    var times: [Int64] = []
    var kinds: [UInt8] = []
    var offsets: [Int32] = [3600]
    var leaps = 0

    /// What stands behind the header, with times of so many bytes.
    func bytes(_ width: Int) -> [UInt8] {
      var bytes: [UInt8] = []
      for time in times { bytes += TZifTests.bigEndian(time, width) }
      bytes += kinds
      for offset in offsets { bytes += TZifTests.bigEndian(Int64(offset), 4) + [0, 0] }
      bytes += Array("X\0".utf8)
      return bytes + [UInt8](repeating: 0, count: leaps * (width + 4))
    }

    func header(_ version: String) -> [UInt8] {
      var bytes = Array("TZif\(version)".utf8) + [UInt8](repeating: 0, count: 15)
      for count in [0, 0, leaps, times.count, offsets.count, 2] {
        bytes += TZifTests.bigEndian(Int64(count), 4)
      }
      return bytes
    }
  }

  private static func bigEndian(_ value: Int64, _ width: Int) -> [UInt8] {
    (0..<width).map { UInt8(truncatingIfNeeded: value >> Int64(8 * (width - 1 - $0))) }
  }

  /// As zone files are today: an empty block for old readers, changes with 64 bits, and the rule after them.
  private func file(_ block: Block, rule: String) -> [UInt8] {
    let old = Block()
    var bytes = old.header("2") + old.bytes(4)
    bytes += block.header("2") + block.bytes(8)
    return bytes + Array("\n\(rule)\n".utf8)
  }

  private func error(_ bytes: [UInt8]) -> TZifError? {
    do {
      _ = try TZif.table(bytes)
      return nil
    } catch {
      return error
    }
  }

  /// New York as files without what the rule says: the last listed change is that of November 2007.
  @Test("Changes that are listed, and the rule after the last of them")
  func ruleAfterTheLast() throws {
    let november: Int64 = 1_194_156_000
    let block = Block(
      times: [1_173_596_400, november], kinds: [1, 0], offsets: [-18_000, -14_400])
    let table = try TZif.table(file(block, rule: "EST5EDT,M3.2.0,M11.1.0"))
    #expect(table.stretch(at: 0).offset == -18_000)
    #expect(table.stretch(at: 1_180_000_000).offset == -14_400)
    #expect(table.stretch(at: november).from == november)
    // 8 March 2026 at 07:00 and 1 November 2026 at 06:00 UTC.
    let (spring, autumn): (Int64, Int64) = (1_772_953_200, 1_793_512_800)
    #expect(
      table.stretch(at: spring)
        == ZoneStretch(from: spring, to: autumn, offset: -14_400))
    #expect(table.stretch(at: spring - 1).offset == -18_000)
    #expect(table.stretch(at: autumn).offset == -18_000)
  }

  @Test("Files of the first version have 32 bits and no rule")
  func firstVersion() throws {
    let block = Block(times: [-100, 1_000], kinds: [1, 0], offsets: [0, 7_200])
    let table = try TZif.table(block.header("\0") + block.bytes(4))
    #expect([-101, -100, 999, 1_000].map { table.stretch(at: $0).offset } == [0, 7_200, 7_200, 0])
    #expect(table.rule == nil)
  }

  @Test("What is wrong with a file is said")
  func faults() {
    let block = Block(times: [1, 2], kinds: [0, 0])
    #expect(error([]) == .notTZif)
    #expect(error(Array("TZif2".utf8)) == .truncated)
    #expect(error(Array(file(block, rule: "CET-1").dropLast(1))) == .truncated)
    #expect(error([UInt8](repeating: 0, count: 1 << 20 + 1)) == .tooLarge)
    #expect(error(file(Block(times: [2, 2], kinds: [0, 0]), rule: "CET-1")) == .unordered)
    #expect(error(file(Block(times: [1], kinds: [1]), rule: "CET-1")) == .badOffset)
    #expect(error(file(Block(offsets: [93_601]), rule: "CET-1")) == .badOffset)
    #expect(error(file(Block(leaps: 1), rule: "CET-1")) == .leapSeconds)
    #expect(error(file(block, rule: "CET")) == .badRule)
    #expect(error(file(block, rule: "")) == nil)
  }

  /// The days of 2027, which has no 29 February, and of 2028, which has one.
  @Test(
    "Days of a rule by month, by number, and by number without 29 February",
    arguments: [
      ("M2.5.0/0", "2027-02-28", "2028-02-27"), ("M2.5.2/0", "2027-02-23", "2028-02-29"),
      ("M5.1.6/0", "2027-05-01", "2028-05-06"), ("J59/0", "2027-02-28", "2028-02-28"),
      ("J60/0", "2027-03-01", "2028-03-01"), ("59/0", "2027-03-01", "2028-02-29"),
      ("0/0", "2027-01-01", "2028-01-01"), ("J365/0", "2027-12-31", "2028-12-31"),
    ])
  func days(_ moment: String, _ ordinary: String, _ leap: String) throws {
    let rule = try #require(YearlyRuleReader.rule(Array("AAA0BBB,\(moment),J200".utf8)[...]))
    let begins = try #require(rule.summer).begins
    let found = [2027, 2028].map { CivilTime(localSeconds: begins.localSeconds(in: $0)) }
    #expect(found.map(\.date.iso) == [ordinary, leap])
    #expect(found.allSatisfy { $0.secondOfDay == 0 })
  }

  @Test("Summer time all year, as RFC 9636 writes it")
  func summerAllYear() throws {
    let rule = try #require(YearlyRuleReader.rule(Array("EST5EDT,0/0,J365/25".utf8)[...]))
    for day in Int64(20_000)..<20_800 {
      #expect(rule.stretch(at: day * 86_400 + 14_400).offset == -14_400)
      #expect(rule.stretch(at: day * 86_400 + 18_000).offset == -14_400)
    }
  }

  @Test(
    "Texts that are no rule",
    arguments: [
      "", "CE-1", "CET", "CET-25", "CET-1CEST", "CET-1CEST,M3.5.0", "CET-1CEST,M13.5.0,M10.5.0",
      "CET-1CEST,M3.6.0,M10.5.0", "CET-1CEST,M3.5.7,M10.5.0", "CET-1CEST,J0,J300",
      "CET-1CEST,366,J300", "CET-1CEST,M3.5.0/168,M10.5.0", "CET-1CEST,M3.5.0,M10.5.0x",
      "<CET-1", "CET-1:60",
    ])
  func noRules(_ text: String) {
    #expect(YearlyRuleReader.rule(Array(text.utf8)[...]) == nil)
  }
}
