import FatigueCore
import Foundation
import Testing

@testable import fatigue_cli

@Suite struct PlanTests {
  private static func sample(_ name: String) -> String {
    Golden.package.appending(path: "samples/\(name)").path
  }

  private static func plan(_ arguments: [String], lang: String = "nb") throws -> ProgramRun {
    try ProgramRun(["plan"] + arguments + ["--lang", lang, "--width", "80", "--no-config"])
  }

  private static func rows(_ nights: [String]) -> String {
    "navn;dato;fra;til\n" + nights.map { "\($0)\n" }.joined()
  }

  private func lines(_ run: ProgramRun) -> [String] {
    run.output.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
  }

  private func index(_ text: String, _ run: ProgramRun) throws -> Int {
    try #require(lines(run).firstIndex { $0.hasPrefix(text) }, "\(text)")
  }

  // MARK: The ward

  @Test("Without -e the page names nobody and shows no person's plan", arguments: ["nb", "en"])
  func wardPage(_ language: String) throws {
    for sample in ["ward.csv", "rolig.csv"] {
      let run = try Self.plan([Self.sample(sample), "--all"], lang: language)
      #expect(run.status == .success && run.errors.isEmpty)
      #expect(lines(run).allSatisfy { TextWidth.cells($0) <= 80 }, "\(sample)")
      #expect(!run.output.contains("T-"))
      let order = try ["1. ", "2. ", "3. ", "4. "].map { try index($0, run) }
      #expect(order == order.sorted())
    }
  }

  @Test("Long blocks stand first, with what one night fewer would give, before any measure")
  func longBlocksFirst() throws {
    let run = try Self.plan([Self.sample("ward.csv")])
    let block = try index("  - Fire netter eller mer på rad: ", run)
    #expect(try block == index("1. Det turnusen viser", run) + 1)
    // Findings with their signs, and what those mean; what may be offered with level, grade and partner.
    #expect(lines(run).contains { $0.hasPrefix("  △ AML-") || $0.hasPrefix("  ▲ AML-") })
    #expect(run.output.contains("△ omtvistet"))
    #expect(
      lines(run).contains {
        $0.hasPrefix("  - Oppmerksomt nærvær (mindfulness; D; individ). Arbeidsplassen:")
      })
    #expect(lines(run).joined().contains("ansatte. Én    natt færre i hver: timer"))
    #expect(try block < index("2. Det arbeidsplassen kan gjøre", run))
  }

  @Test("Minimum staffing that leaves nobody free is told, not worked around")
  func staffing() throws {
    let folder = try TestFolder([
      "t.csv": "navn;dato;fra;til;avdeling\n"
        + ["Kari", "Ola", "Per"].map { "\($0);2026-03-02;22:00;07:30;Post\n" }.joined(),
      "fatigue.toml": "[ward.Post]\nleast-awake = 3\n",
      "two.toml": "[ward.Post]\nleast-awake = 2\nrest-places = 1\n",
    ])
    let path = folder.path("t.csv")
    let none = try ProgramRun(["plan", path, "--lang", "en"])
    #expect(none.output.contains("3 without: Nobody can leave"))
    let own = try ProgramRun(["plan", path, "-e", "Kari", "--lang", "en"])
    #expect(own.output.contains("No nap on duty Mo 2 Mar"))
    let some = try ProgramRun([
      "plan", path, "--config", folder.path("two.toml"), "-f", "json",
    ])
    let object = try JSONSerialization.jsonObject(with: Data(some.output.utf8)) as? [String: Any]
    let night = try #require((object?["wardNights"] as? [[String: Any]])?.first)
    let naps = try #require(night["naps"] as? [[String]])
    #expect(naps.count == 3 && night["awayTogether"] as? Int == 1)
    let away = try #require(night["awayMinutes"] as? Int)
    let starts = naps.map { $0[0] }.compactMap { ISO8601DateFormatter().date(from: $0) }
    #expect(
      zip(starts, starts.dropFirst()).allSatisfy { $1.timeIntervalSince($0) >= Double(away) * 60 })
  }

  // MARK: One person

  private static let three = rows(
    ["Kari Holm", "Ola Ås"].flatMap { name in
      (2...4).map { "\(name);2026-03-0\($0);22:00;07:30" }
    } + ["Eva Li;2026-03-03;07:30;15:00"])

  @Test("Three nights fit a screen, and each line says how sure it is", arguments: ["nb", "en"])
  func threeNights(_ language: String) throws {
    let folder = try TestFolder(["t.csv": Self.three])
    let run = try Self.plan([folder.path("t.csv"), "-e", "kari holm"], lang: language)
    let all = lines(run)
    #expect(all.allSatisfy { TextWidth.cells($0) <= 80 } && all.count <= 56)
    let start = try #require(
      all.firstIndex {
        $0.contains("2.") && $0.contains("4.") || $0.contains("2 Mar") && $0.contains("4 Mar")
      })
    let block = all[start...].prefix { !$0.isEmpty }
    #expect(block.count <= 24)
    let head = try #require(
      block.firstIndex { $0.hasSuffix("Hvor sikkert") || $0.hasSuffix("How sure") })
    let rows = block[(head + 1)...]
    // The duty itself is no advice.
    #expect(
      rows.dropFirst().allSatisfy { row in
        ["A", "B", "C", "D", "model", "modell", "±1–2 t", "±1–2 h"].contains {
          row.hasSuffix(" \($0)")
        }
      })
    // The workplace before the person.
    let first = try index(
      language == "nb" ? "Tiltak på arbeidsplassen kommer først" : "What the workplace can do", run)
    #expect(first < start)
    #expect(!run.output.contains("Kari") && !run.output.contains("Ola"))
    for word in [" vil ", " will ", "trygg", " safe", "lovlig", "lawful"] {
      #expect(!run.output.contains(word), "\(word)")
    }
  }

  @Test("Opt-outs change their owner's plan and nobody else's")
  func optOuts() throws {
    let block = (2...8).flatMap { day in
      ["Kari;2026-03-0\(day);22:00;07:30", "Ola;2026-03-0\(day);22:00;07:30"]
    }
    let folder = try TestFolder([
      "t.csv": Self.rows(block),
      "fatigue.toml": "[person.Kari]\nno-bright-light = true\nno-caffeine = true\n",
      "none.toml": "",
    ])
    func plan(_ name: String, _ config: String) throws -> String {
      try ProgramRun(
        ["plan", folder.path("t.csv"), "-e", name, "-f", "json", "--config", folder.path(config)]
      ).output
    }
    let kari = try plan("Kari", "fatigue.toml")
    #expect(!kari.contains("\"kind\": \"light\"") && !kari.contains("\"kind\": \"caffeine\""))
    #expect(kari.contains("NO_BRIGHT_SOURCE"))
    #expect(try plan("Kari", "none.toml").contains("\"kind\": \"light\""))
    #expect(try plan("Ola", "fatigue.toml") == plan("Ola", "none.toml"))
    let ward = try ProgramRun(["plan", folder.path("t.csv"), "--lang", "en"])
    #expect(!ward.output.contains("bright light to use"))
  }

  @Test("JSON: every advice has grade, source, partner and level; long blocks have their gain")
  func json() throws {
    let path = Self.sample("ward.csv")
    let ward = try Self.plan([path, "-f", "json"])
    let all = try ProgramRun(["check", path, "-f", "json", "--no-config"])
    func object(_ run: ProgramRun) throws -> [String: Any] {
      try #require(try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any])
    }
    #expect((try object(ward)["people"] as? [Any])?.isEmpty == true)
    let ids = try #require(try object(all)["employees"] as? [[String: Any]])
      .compactMap { $0["id"] as? String }
    #expect(!ids.isEmpty && ids.allSatisfy { !ward.output.contains($0) })
    let run = try Self.plan([path, "-f", "json", "-e", ids.joined(separator: ",")])
    let people = try #require(try object(run)["people"] as? [[String: Any]])
    #expect(people.count == ids.count)
    for person in people {
      let nights = person["nights"] as? [[String: Any]] ?? []
      for advice in nights.flatMap({ $0["advice"] as? [[String: Any]] ?? [] }) {
        for member in ["grade", "source", "partner", "measure", "text"] {
          #expect((advice[member] as? String)?.isEmpty == false, "\(member)")
        }
        #expect((advice["levels"] as? [String])?.contains { $0 != "individual" } == true)
      }
      let isLong = (person["blocks"] as? [[String: Any]] ?? []).contains {
        ($0["nights"] as? Int ?? 0) >= 4
      }
      #expect((person["fewerNights"] is [String: Any]) == isLong)
    }
  }

  @Test(
    "Four nights and seven fit 80 columns, with what several lights mean", arguments: ["nb", "en"])
  func manyNights(_ language: String) throws {
    for nights in 4...7 {
      let folder = try TestFolder([
        "t.csv": Self.rows((2..<2 + nights).map { "Kari;2026-03-0\($0);22:00;07:30" })
      ])
      for ascii in [[], ["--ascii"]] {
        let run = try Self.plan([folder.path("t.csv"), "-e", "Kari"] + ascii, lang: language)
        #expect(lines(run).allSatisfy { TextWidth.cells($0) <= 80 }, "\(nights)")
        let (sure, month) = language == "nb" ? ("Hvor sikkert", "mars") : ("How sure", "Mar")
        let head = try #require(lines(run).first { $0.hasSuffix(sure) })
        #expect(head.ranges(of: month).count == 4, "as many nights as there is room for")
        #expect(
          run.output.replacing("\n", with: " ").contains(
            language == "nb"
              ? "\(ascii.isEmpty ? "så" : "saa") mange ganger 15 min" : "so many times 15 min"))
      }
    }
  }

  @Test("A night in which the clock is changed says how long it lasts")
  func lengthOverClockChange() throws {
    let path = Self.sample("rotasjon.ics")
    let run = try Self.plan([path, "-e", "Kaja Nygård"])
    #expect(run.output.contains("22:15–07:45") && run.output.contains("8 t 30 min"))
    #expect(lines(run).contains { $0.hasPrefix("  varer") && $0.contains("8 t 30 min") })
  }

  @Test("Whoever has no nap on duty is told why")
  func withoutNap() throws {
    let folder = try TestFolder([
      "t.csv": Self.rows(["Kari;2026-03-02;22:00;07:30", "Ola;2026-03-03;07:30;15:00"])
    ])
    let path = folder.path("t.csv")
    let alone = try Self.plan([path, "-e", "Kari"])
    #expect(alone.output.contains("Ingen hvil på vakt ma 2. mars: Ingen kan gå fra"))
    let page = try Self.plan([path, "-e", "Kari", "-f", "html"]).output
    #expect(page.contains("Ingen hvil på vakt ma 2. mars: Ingen kan gå fra"))
    let json = try Self.plan([path, "-e", "Kari", "-f", "json"], lang: "en").output
    #expect(json.contains("\"noNap\": \"Nobody can leave"))
  }

  @Test("A damaged file is told of on every page, with its exit status")
  func damaged() throws {
    let path = Self.sample("feil.csv")
    for arguments in [[], ["-f", "html"]] {
      let run = try Self.plan([path] + arguments, lang: "en")
      #expect(run.status == .unreadable)
      #expect(run.output.contains("in what was read"), "\(arguments)")
    }
    #expect(try Self.plan([path, "-f", "json"]).output.contains("\"errors\": "))
  }

  @Test("Settings about somebody who is not in the plan are told of")
  func strangers() throws {
    let folder = try TestFolder([
      "t.csv": Self.three, "fatigue.toml": "[person.\"Kari Hol\"]\nno-bright-light = true\n",
    ])
    let run = try ProgramRun(["plan", folder.path("t.csv"), "--lang", "en"])
    #expect(run.errors.contains("the employee Kari Hol of [person] is not in the plan"))
    #expect(run.errors.ranges(of: "is not in the plan").count == 1)
  }

  @Test("By bus no page tells one not to drive, by car text, JSON and calendar agree")
  func wayHome() throws {
    let folder = try TestFolder([
      "t.csv": Self.three, "bus.toml": "[person.\"Kari Holm\"]\ncommute-mode = \"transit\"\n",
      "car.toml": "[sleep]\ncommute = 90\n",
    ])
    func run(_ config: String, _ more: [String]) throws -> String {
      try ProgramRun(
        [
          "plan", folder.path("t.csv"), "-e", "Kari Holm", "--config", folder.path(config),
          "--lang", "en",
        ] + more
      ).output
    }
    for arguments in [["-f", "text"], ["-f", "json"], ["-f", "ics"], ["-f", "html"]] {
      let bus = try run("bus.toml", arguments).replacing("\r\n ", with: "")
      #expect(!bus.contains("no driving") && !bus.contains("Do not drive home"), "\(arguments)")
      #expect(!bus.contains("Better take a bus"), "\(arguments)")
    }
    // With the plan and without, where that is graver.
    #expect(try run("car.toml", []).contains("without the plan"))
    for arguments in [["-f", "json"], ["-f", "ics"]] {
      let car = try run("car.toml", arguments).replacing("\r\n ", with: "")
      #expect(car.contains("Without the rest of the plan: "), "\(arguments)")
    }
  }

  @Test("Shifts before the plan, recorded sleep and a repeating plan mean what they mean in check")
  func surroundings() throws {
    let folder = try TestFolder([
      "t.csv": Self.rows(["Kari;2026-03-04;22:00;07:30", "Kari;2026-03-07;07:30;15:00"]),
      "before.csv": Self.rows((1...3).map { "Kari;2026-03-0\($0);22:00;07:30" }),
      "sleep.csv": "person;start;slutt\nKari;2026-03-03 09:00;2026-03-03 12:00\n"
        + "Kari;2026-03-04 09:00;2026-03-04 12:00\n",
      "cycle.toml": "[plan]\ncycle-days = 7\n",
    ])
    func object(_ more: [String]) throws -> [String: Any] {
      let run = try ProgramRun(
        ["plan", folder.path("t.csv"), "-e", "Kari", "-f", "json", "--lang", "en"] + more)
      #expect(run.status == .success, "\(run.errors)")
      return try #require(
        try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any])
    }
    func blocks(_ object: [String: Any]) -> [Int] {
      let person = (object["people"] as? [[String: Any]])?.first
      return (person?["blocks"] as? [[String: Any]] ?? []).compactMap { $0["nights"] as? Int }
    }
    #expect(try blocks(object(["--no-config"])) == [1])
    // The fourth night in a row.
    #expect(try blocks(object(["--no-config", "--history", folder.path("before.csv")])) == [4])
    let cycle = try object(["--config", folder.path("cycle.toml")])
    #expect(blocks(cycle) == [1])
    let slept = try object(["--no-config", "--sleep", folder.path("sleep.csv")])
    let person = try #require((slept["people"] as? [[String: Any]])?.first)
    let sleeps = try #require(person["sleep_without"] as? [[String]])
    #expect(
      sleeps.contains { $0[0].hasPrefix("2026-03-04T09:00") && $0[1].hasPrefix("2026-03-04T12:00") }
    )
  }

  // MARK: Calendars

  @Test("A calendar is for one person; a folder has one for each who has nights")
  func calendars() throws {
    let folder = try TestFolder(["t.csv": Self.three])
    let path = folder.path("t.csv")
    #expect(try Self.plan([path, "-f", "ics"]).status == .usage)
    #expect(try Self.plan([path, "-f", "ics", "-e", "Kari Holm,Ola Ås"]).status == .usage)
    // Nothing that was asked for is lost: the folder has the calendars, other files their own -f.
    let both = ["--out-dir", folder.path("x"), "-f", "ics"]
    #expect(try Self.plan([path, "-o", folder.path("n.ics")] + both).status == .usage)
    #expect(
      try Self.plan([path, "--out-dir", folder.path("x"), "-f", "ics=\(folder.path("n.ics"))"])
        .status == .usage)
    let page = try Self.plan([path] + both + ["-f", "html=\(folder.path("n.html"))"])
    #expect(page.status == .success)
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path("x")).count == 2)
    #expect(FileManager.default.fileExists(atPath: folder.path("n.html")))
    let one = try Self.plan([path, "-f", "ics", "-e", "Kari Holm"])
    #expect(one.status == .success && one.output.hasPrefix("BEGIN:VCALENDAR\r\n"))
    #expect(!one.output.contains("Kari") && !one.output.contains("Ola"))
    #expect(one.output == (try Self.plan([path, "-f", "ics", "-e", "Kari Holm"])).output)
    let target = folder.path("planer")
    #expect(try Self.plan([path, "--out-dir", target]).status == .success)
    let files = try FileManager.default.contentsOfDirectory(atPath: target)
    #expect(files.count == 2)
    #expect(files.allSatisfy { $0.hasPrefix("T-") && $0.hasSuffix(".ics") })
    let written = try files.map { try String(contentsOfFile: "\(target)/\($0)", encoding: .utf8) }
    #expect(written.contains(one.output))
    let mode = try FileManager.default.attributesOfItem(atPath: "\(target)/\(files[0])")
    #expect(mode[.posixPermissions] as? Int == 0o600)
    _ = try Self.plan([path, "--out-dir", target, "--names", "real", "-f", "text"])
    let named = try FileManager.default.contentsOfDirectory(atPath: target)
    #expect(named.contains("Kari_Holm.txt"))
    #expect(try Self.plan([path, "--out-dir", path]).status == .unwritable)
  }

  @Test("Identities stay when another week is asked for, and follow the person")
  func identities() throws {
    let path = Self.sample("netter.csv")
    func identities(_ more: [String]) throws -> Set<Substring> {
      let run = try Self.plan([path, "-f", "ics"] + more)
      return Set(run.output.split(separator: "\r\n").filter { $0.hasPrefix("UID:") })
    }
    let week = ["--from", "2026-03-09", "--to", "2026-03-22"]
    let amir = try identities(["-e", "Amir Solheim", "--to", "2026-05-01"])
    #expect(try identities(["-e", "Amir Solheim"] + week).subtracting(amir).isEmpty)
    #expect(try identities(["-e", "Kaja Nygård"] + week).isDisjoint(with: amir))
  }

  @Test("Every alarm about driving or naps says what to be careful about")
  func alarms() throws {
    let folder = try TestFolder(["t.csv": Self.three])
    let run = try Self.plan([folder.path("t.csv"), "-f", "ics", "-e", "Kari Holm"])
    let text = run.output.replacing("\r\n ", with: "")
    let alarms = text.components(separatedBy: "BEGIN:VALARM").dropFirst()
    #expect(alarms.count >= 6)
    #expect(alarms.allSatisfy { $0.contains("Ikke kjør hvis du er søvnig.") })
    let nap = try #require(alarms.first { $0.contains("Begynn senest kl.") })
    #expect(nap.contains("helt våken fra kl.") && nap.contains("lokal avtale og dekning"))
  }

  @Test("Nights over both changes of the clock have their right length")
  func clockChanges() throws {
    let folder = try TestFolder([
      "t.csv": Self.rows(
        ["2026-03-28", "2026-10-24"].map { "Kari;\($0);22:00;07:30" })
    ])
    let run = try Self.plan([folder.path("t.csv"), "-f", "json", "-e", "Kari"])
    let object = try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any]
    let nights = (object?["people"] as? [[String: Any]])?.first?["nights"] as? [[String: Any]] ?? []
    let format = ISO8601DateFormatter()
    let hours = nights.compactMap { night -> Double? in
      guard let start = (night["start"] as? String).flatMap(format.date),
        let end = (night["end"] as? String).flatMap(format.date)
      else { return nil }
      return end.timeIntervalSince(start) / 3600
    }
    #expect(hours == [8.5, 10.5])
    let calendar = try Self.plan([folder.path("t.csv"), "-f", "ics", "-e", "Kari"]).output
    #expect(calendar.contains("TZID:Europe/Oslo") && calendar.contains("CATEGORIES:NAP\r\n"))
  }

  @Test("Nobody with nights, and one who has none")
  func none() throws {
    let folder = try TestFolder(["t.csv": Self.rows(["Kari;2026-03-02;07:30;15:00"])])
    let path = folder.path("t.csv")
    #expect(try Self.plan([path]).status == .success)
    #expect(try Self.plan([path, "-e", "Kari"]).output.contains("Ingen nattevakter"))
    let into = try Self.plan([path, "--out-dir", folder.path("x")])
    #expect(into.status == .success && into.errors.contains("ingen har nattevakter"))
    // An empty calendar is none.
    let calendar = try Self.plan([path, "-e", "Kari", "-f", "ics"])
    #expect(calendar.status == .success && calendar.output.isEmpty)
    #expect(calendar.errors.contains("ingen nattevakter i turnusen"))
  }
}
