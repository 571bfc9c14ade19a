import Foundation
import Testing

@testable import FatigueCore

/// The naps of one night on a ward against another program of our own, and against trying everything.
@Suite struct WardStaggerTests {
  struct File: Decodable {
    struct Person: Decodable {
      var person: String
      var costWithout: Double
      var table: [String: Double]

      enum CodingKeys: String, CodingKey {
        case person, table
        case costWithout = "J_none"
      }

      var wish: NapWish {
        let starts = table.keys.sorted()
        return NapWish(
          starts: starts.map { (Int32($0) ?? 0) * 60 }, costs: starts.map { table[$0] ?? .nan },
          costWithout: costWithout)
      }
    }
    struct Problem: Decodable {
      var people: [String]
      var cap: Int
      var occupancyMin: Int64
      var totalJ: Double
      var starts: [String: Int32]
      var unplaced: [String]
    }
    var people: [Person]
    var problems: [Problem]
  }

  @Test("Four wards of the reference")
  func reference() throws {
    let bytes = try TestData.bytes("vectors_light/stagger.json")
    let file = try JSONDecoder().decode(File.self, from: Data(bytes))
    #expect(file.problems.count == 4)
    for problem in file.problems {
      let wishes = problem.people.compactMap { name in
        file.people.first { $0.person == name }?.wish
      }
      let capacity = NapCapacity(
        staff: problem.cap + 2, leastAwake: 2, away: .minutes(problem.occupancyMin))
      let plan = try WardStagger(wishes, capacity: capacity)
      #expect(plan.starts == problem.people.map { problem.starts[$0].map { $0 * 60 } })
      #expect(abs(plan.costOfPlaced / problem.totalJ - 1) < 1e-6)
      #expect(plan.leftOut.count == problem.unplaced.count)
      // In another order the same cost.
      let turned = try WardStagger(wishes.reversed(), capacity: capacity)
      #expect(abs(turned.costOfAll - plan.costOfAll) < 1e-9)
    }
  }

  /// Tries every start of every person.
  private func brute(_ wishes: [NapWish], away: Int32, together: Int) -> (count: Int, cost: Double)
  {
    var best = (count: 0, cost: 0.0)
    func go(_ i: Int, _ placed: [Int32], _ cost: Double) {
      guard i < wishes.count else {
        let isMore = placed.count > best.count
        if isMore || (placed.count == best.count && cost < best.cost) {
          best = (placed.count, cost)
        }
        return
      }
      go(i + 1, placed, cost)
      for (start, price) in zip(wishes[i].starts, wishes[i].costs) {
        let all = placed + [start]
        // The most are away at somebody's start.
        let most = all.map { at in all.count { $0 <= at && at < $0 + away } }.max() ?? 0
        if most <= together { go(i + 1, all, cost + price) }
      }
    }
    go(0, [], 0)
    return best
  }

  @Test("Exact on small random nights, seeds 1–60", arguments: 1...60)
  func exact(seed: UInt64) throws {
    var random = SplitMix(seed)
    let people = Int.random(in: 1...4, using: &random)
    let wishes = (0..<people).map { _ in
      let starts = (0..<8).filter { _ in Bool.random(using: &random) }.map { Int32($0 * 300) }
      return NapWish(
        starts: starts, costs: starts.map { _ in Double.random(in: 1...9, using: &random) },
        costWithout: 12)
    }
    let away = Int32.random(in: 1...4, using: &random) * 300
    let together = Int.random(in: 0...3, using: &random)
    let plan = try WardStagger(
      wishes,
      capacity: NapCapacity(staff: together + 1, leastAwake: 1, away: .minutes(Int64(away) / 60)))
    let expected = brute(wishes, away: away, together: together)
    let placed: [Int32] = plan.starts.compactMap { $0 }
    #expect(placed.count == expected.count)
    #expect(abs(plan.costOfPlaced - expected.cost) < 1e-9)
    for at in placed {
      let ends = at - away
      #expect(placed.count { $0 <= at && $0 > ends } <= together)
    }
    var cost = 0.0
    for (wish, start) in zip(wishes, plan.starts) {
      if let start, let i = wish.starts.firstIndex(of: start) { cost += wish.costs[i] }
    }
    #expect(abs(cost - plan.costOfPlaced) < 1e-9)
    #expect(plan.leftOut.count == people - placed.count)
  }

  @Test("Who is left out, and why")
  func leftOut() throws {
    let wish = NapWish(starts: [0, 300], costs: [1, 2], costWithout: 5)
    let other = NapWish(starts: [0, 300], costs: [3, 3], costWithout: 9)
    let none = NapWish(starts: [], costs: [], costWithout: 4)
    let tight = try WardStagger(
      [other, wish, none], capacity: NapCapacity(staff: 3, leastAwake: 2))
    #expect(tight.starts == [nil, 0, nil])
    #expect(tight.leftOut == [0: .full(.staffing), 2: .noTime])
    #expect(tight.costOfPlaced == 1)
    #expect(tight.costOfAll == 14)
    let nobody = try WardStagger([wish], capacity: NapCapacity(staff: 2, leastAwake: 2))
    #expect(nobody.leftOut == [0: .nobodyMayLeave(.staffing)])
    let noRoom = NapCapacity(staff: 9, leastAwake: 2, restPlaces: 0)
    #expect(try WardStagger([wish], capacity: noRoom).leftOut == [0: .nobodyMayLeave(.restPlaces)])
    let oneRoom = NapCapacity(staff: 9, leastAwake: 2, restPlaces: 1)
    let crowded = try WardStagger([wish, other], capacity: oneRoom)
    #expect(crowded.leftOut == [1: .full(.restPlaces)])
  }

  @Test("Nobody, too many, and numbers nobody means")
  func bounds() throws {
    let capacity = NapCapacity(staff: .max, leastAwake: .min, away: Elapsed(seconds: .max))
    #expect(try WardStagger([], capacity: capacity).starts.isEmpty)
    let wish = NapWish(starts: [.min, 0, .max, 0], costs: [.nan, 1, .infinity], costWithout: 2)
    #expect(try WardStagger([wish, wish], capacity: capacity).starts == [0, 0])
    #expect(throws: StaggerError(people: 13)) {
      try WardStagger(Array(repeating: wish, count: 13), capacity: capacity)
    }
    #expect(NapCapacity(staff: .min, leastAwake: .max).together == 0)
  }

  @Test("A ward of twelve, three away at once")
  func large() throws {
    let wishes = (0..<12).map { person in
      NapWish(
        starts: (0..<38).map { 90_000 + $0 * 300 },
        costs: (0..<38).map { Double(($0 * 7 + Int32(person) * 5) % 23) }, costWithout: 30)
    }
    let plan = try WardStagger(wishes, capacity: NapCapacity(staff: 13, leastAwake: 10))
    #expect(plan.leftOut.isEmpty)
  }
}
