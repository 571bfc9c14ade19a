import Testing

@testable import FatigueCore

/// The figures of `spec/models.md` section 4.
@Suite struct RelativeRiskTests {
  @Test("Type of shift")
  func type() {
    #expect(RelativeRisk.shiftType(.day).value == 1)
    #expect(RelativeRisk.shiftType(.evening).value == 1)
    #expect(RelativeRisk.shiftType(.night).value == 1.33)
  }

  @Test("Nights and days in a row stay at the fourth, and say so")
  func consecutive() {
    for (number, nights, days) in [
      (1, 1.00, 1.00), (2, 1.06, 1.02), (3, 1.17, 1.07), (4, 1.36, 1.17),
    ] {
      #expect(RelativeRisk.consecutiveNights(number).value == nights)
      #expect(RelativeRisk.consecutiveDays(number).value == days)
      #expect(RelativeRisk.consecutiveNights(number).basis == .published)
    }
    for number in [5, 7, Int.max] {
      #expect(RelativeRisk.consecutiveNights(number).value == 1.36)
      #expect(RelativeRisk.consecutiveNights(number).isExtrapolated)
      #expect(RelativeRisk.consecutiveDays(number).value == 1.17)
      #expect(RelativeRisk.consecutiveDays(number).isExtrapolated)
    }
    #expect(RelativeRisk.consecutiveNights(.min).value == 1)
    #expect(RelativeRisk.consecutiveNights(0).isExtrapolated)
  }

  @Test("Length: published at 8, 10 and 12 h, never falling, never beyond")
  func length() {
    for (hours, value) in [(8, 1.00), (10, 1.13), (12, 1.28)] as [(Int64, Double)] {
      let risk = RelativeRisk.shiftLength(.hours(hours))
      #expect(risk.value == value && risk.basis == .published)
    }
    #expect(RelativeRisk.shiftLength(.hours(9)).hundredths == 107)
    #expect(RelativeRisk.shiftLength(.hours(9)).basis == .interpolated)
    var last = 1.0
    for seconds in stride(from: Int64(0), through: 40 * 3600, by: 67) {
      let risk = RelativeRisk.shiftLength(Elapsed(seconds: seconds))
      #expect(risk.value >= last && risk.value <= 1.28)
      last = risk.value
    }
    for seconds in [Int64.min, 0, 28_799, 43_201, .max] {
      #expect(RelativeRisk.shiftLength(Elapsed(seconds: seconds)).isExtrapolated)
    }
  }

  @Test(
    "A duty has three figures with source and trust, none of them confirmed in a primary source")
  func figures() {
    let night = RelativeRisk.figures(type: .night, number: 4, length: .hours(10))
    #expect(night.map(\.factor) == [.shiftType, .consecutiveNights, .shiftLength])
    #expect(night.map(\.hundredths) == [133, 136, 113])
    #expect(night.map(\.trust) == [.secondary, .recalled, .recalled])
    #expect(night.allSatisfy { !$0.source.isEmpty })
    let day = RelativeRisk.figures(type: .day, number: 2, length: .hours(8))
    #expect(day.map(\.hundredths) == [100, 102, 100])
  }
}
