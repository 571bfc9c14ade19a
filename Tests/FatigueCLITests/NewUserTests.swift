import Testing

@testable import fatigue_cli

/// What somebody found who tried the program for the first time.
@Suite("Found by a new user")
struct NewUserTests {
  private static let names = """
    ansattnr;navn;enhet;dato;vaktkode;fra;til
    4711;Hansen, Ola;Team Ola Hansen;05.01.2026;A;15:00;22:30
    4711;Hansen, Ola;Ola Hansens team;06.01.2026;D;07:30;15:30

    """

  @Test(
    "A name in a unit, in the genitive too, stands in no format",
    arguments: ["csv", "json", "html"])
  func namesInUnits(_ format: String) throws {
    let folder = try TestFolder(["r.csv": Self.names])
    let run = try ProgramRun(["check", folder.path("r.csv"), "--no-config", "-f", format])
    #expect(!run.output.contains("Ola") && !run.output.contains("Hansen"))
    #expect(format == "html" || run.output.contains("Team T-"))
  }

  @Test("What was not tried is not counted as none")
  func untriedCounts() throws {
    let folder = try TestFolder(["r.csv": Self.names])
    func told(_ rule: String) throws -> String {
      try ProgramRun(
        ["check", folder.path("r.csv"), "--no-config", "--lang", "en", "--select", rule]
      ).output
    }
    let words = try told("AML-10-8-2").replacing("\n", with: " ")
    #expect(words.contains("rest between shifts not tried, weekly rest 0,"))
    #expect(try told("AML-10-8-1").contains("rest between shifts 1, weekly rest not tried"))
  }

  @Test(
    "Codes past the last date of a plan are an error with its place; sums and empty fields are not")
  func longRow() throws {
    func run(_ row: String) throws -> ProgramRun {
      let folder = try TestFolder([
        "m.csv": """
        Navn;05.01.2026;06.01.2026
        \(row)

        Kode;Start;Slutt
        D;07:30;15:30
        N;22:15;07:45

        """
      ])
      return try ProgramRun(["check", folder.path("m.csv"), "--no-config", "--lang", "en"])
    }
    let long = try run("Ås;D;D;N;N")
    #expect(long.errors.contains("m.csv:2:8: 2 fields after the last day were not read (IN-022)"))
    #expect(long.status == .unreadable)
    for row in ["Ås;D;D;;", "Ås;D;D;16;16,5", "Ås;D;D"] {
      let short = try run(row)
      #expect(!short.errors.contains("IN-022") && short.status != .unreadable)
    }
  }

  @Test(
    "Rules left out and limits of the workplace's own are told",
    arguments: ["text", "html", "markdown"])
  func ownChoices(_ format: String) throws {
    let folder = try TestFolder([
      "r.csv": Self.names,
      "fatigue.toml": """
      [rules]
      off = ["AML-10-8-1"]
      [rules."EVID-N3"]
      nights = 4
      [rules."EVID-QR11"]
      in-28-days = 1

      """,
    ])
    func told(_ arguments: [String]) throws -> String {
      try ProgramRun(["check", folder.path("r.csv"), "-f", format, "--lang", "en"] + arguments)
        .output.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }
    let own = try told(["--config", folder.path("fatigue.toml")])
    #expect(
      own.contains(
        "Chosen for this plan: not tried: AML-10-8-1; own limits: EVID-N3.nights 4 nights."))
    #expect(try !told(["--no-config"]).contains("Chosen for"))
    let one = try told(["--no-config", "--select", "AML-10-8-2"])
    #expect(one.contains("not tried: AML-10-8-1, AML-10-8-3D") && one.contains(" more."))
  }

  @Test("People are found as the roster writes them, surname first")
  func surnameFirst() throws {
    let settings = """
      [[agreement]]
      id = "P"
      level = "A2"
      from = 2026-01-01
      rule = "AML-10-8-1"
      value = 8
      compensation = "hvile"
      people = ["Hansen, Ola"]
      [[waiver]]
      rule = "EVID-QRS"
      person = "Hansen, Ola"
      reason = "r"
      agreed-by = "t"
      expires = 2026-12-31
      """
    let people = """
      [person."Hansen, Ola"]
      age = 17
      [person."Ola Hansen"]
      age = 18
      """
    let roster = Self.names.replacing("4711", with: "")
    func check(_ settings: String, _ options: [String] = []) throws -> ProgramRun {
      let folder = try TestFolder(["r.csv": roster, "fatigue.toml": settings])
      return try ProgramRun(
        [
          "check", folder.path("r.csv"), "--config", folder.path("fatigue.toml"), "--lang", "en",
          "--concise",
        ] + options)
    }
    let known = try check(settings)
    #expect(!known.errors.contains("CFG-NOBODY") && !known.output.contains("AML-10-8-1 "))
    #expect(try check("").output.contains("AML-10-8-1 "))
    let misspelt = try check(
      settings.replacing("person = \"Hansen, Ola", with: "person = \"Hansen, Olav"))
    #expect(misspelt.errors.contains("the employee Olav Hansen of [[waiver]] is not in the plan"))
    let doubled = try check(people)
    #expect(doubled.errors.contains("is about the same as the table about Ola Hansen"))
    #expect(doubled.output.contains("AML-11-5"))
    let all = try check("").output
    for options in [["-e", "Hansen, Ola"], ["-e", "Ola Hansen"], ["-e", "hansen,ola"]] {
      let run = try check("", options)
      #expect(run.errors.isEmpty && run.output == all)
    }
    let changed = try check("", ["--what-if", "Hansen, Ola 2026-01-06 -D"])
    #expect(!changed.errors.contains("IN-630"))
  }

  @Test(
    "After how many days a plan repeats is told, in whole rounds",
    arguments: ["text", "html", "markdown"])
  func rounds(_ format: String) throws {
    func told(_ settings: String) throws -> String {
      let folder = try TestFolder(["r.csv": Self.names, "fatigue.toml": settings])
      return try ProgramRun([
        "check", folder.path("r.csv"), "--config", folder.path("fatigue.toml"), "--lang", "en",
        "-f",
        format,
      ]).output.replacing("\n", with: " ")
    }
    #expect(try told("[plan]\ncycle-days = 14\n").contains("repeats after 14 days; its beginning"))
    #expect(try told("[plan]\ncycle-days = 1\n").contains("after 2 days (cycle-days = 1); its"))
    #expect(try !told("").contains("The plan repeats after"))
  }

  @Test("A file named after an employee is told, as its name stands in the report")
  func fileNamedAfterSomebody() throws {
    func told(_ file: String, _ options: [String] = []) throws -> Bool {
      let folder = try TestFolder([file: Self.names])
      return try ProgramRun(["check", folder.path(file), "--no-config"] + options)
        .errors.contains("IN-039")
    }
    for file in ["ola-hansen.csv", "Turnus Hansen, Ola 2026.csv", "OLA_HANSEN.csv"] {
      #expect(try told(file), "\(file)")
      #expect(try !told(file, ["--names", "real"]))
    }
    for file in ["hansen.csv", "ola.hanse-n.csv", "colahansen.csv", "Ola ma Hansen.csv"] {
      #expect(try !told(file), "\(file)")
    }
    // For want of another name the person is called as the file is.
    let calendar = """
      BEGIN:VCALENDAR
      BEGIN:VEVENT
      UID:1
      DTSTART:20260105T070000
      DTEND:20260105T150000
      SUMMARY:D
      END:VEVENT
      END:VCALENDAR

      """
    for (file, name) in [("vakter mars.ics", ""), ("kari-ås.ics", "X-WR-CALNAME:Kari Ås\n")] {
      let text = calendar.replacing("BEGIN:VEVENT", with: name + "BEGIN:VEVENT")
      let folder = try TestFolder([file: text])
      let run = try ProgramRun(["check", folder.path(file), "--no-config"])
      #expect(run.errors.contains("IN-039") == !name.isEmpty, "\(file)")
    }
  }

  @Test("The nearest code of the list and the nearest limit of a rule are named")
  func nearest() throws {
    let folder = try TestFolder([
      "r.csv": "Ansatt;Dato;Kode\nKari Ås;2026-03-02;LANG1\nKari Ås;2026-03-03;LANK1\n",
      "codes.csv": "Kode;Start;Slutt\nLANG1;07:30;20:30\n",
      "fatigue.toml": "[rules.\"AML-10-8-1\"]\ndaily-rst = 12\n",
    ])
    func errors(_ options: [String]) throws -> String {
      try ProgramRun(["check", folder.path("r.csv"), "--lang", "en"] + options).errors
    }
    let codes = try errors(["--no-config", "--legend", folder.path("codes.csv")])
    #expect(codes.contains("did you mean LANG1?"))
    #expect(try errors(["--config", folder.path("fatigue.toml")]).contains("mean daily-rest?"))
  }

  @Test("A name in a unit or a code stands in no page of plan and repair")
  func namesInUnitsOfPlans() throws {
    var rows = ["ansattnr;navn;enhet;dato;vaktkode;fra;til"]
    for (number, name) in [(4711, "Ola Hansen"), (4712, "Kari Ås")] {
      for day in 5...9 where number == 4711 || day == 9 {
        let date = "0\(day).01.2026"
        rows.append("\(number);\(name);Team Ola Hansen;\(date);N Kari Ås;23:00;07:00")
      }
    }
    rows.append("4711;Ola Hansen;Team Ola Hansen;10.01.2026;D;12:00;20:00")
    let folder = try TestFolder(["r.csv": rows.joined(separator: "\n") + "\n"])
    for command in ["plan", "repair"] {
      for format in ["text", "json"] + (command == "plan" ? ["html"] : []) {
        for people in [[], ["-e", "4711"]] where command == "plan" || people.isEmpty {
          let run = try ProgramRun(
            [command, folder.path("r.csv"), "--no-config", "-f", format, "--names", "pseudonym"]
              + people)
          #expect(run.output.contains("Team T-") || format != "json", "\(command) \(format)")
          for name in ["Ola", "Hansen", "Kari", "Ås"] {
            #expect(!run.output.contains(name), "\(command) \(format)")
          }
        }
      }
    }
  }

  @Test("A row that names no zone is read in that of the run, beside rows that name one")
  func zoneOfSomeRows() throws {
    func read(_ zone: String, _ last: String = "") throws -> ProgramRun {
      let folder = try TestFolder([
        "r.csv": """
        ansatt;dato;fra;til;tidssone
        Lie;05.01.2026;07:30;15:30;\(zone)
        Moe;05.01.2026;07:30;15:30;Europe/London
        \(last)

        """
      ])
      return try ProgramRun(["convert", folder.path("r.csv"), "--no-config", "-f", "json"])
    }
    let mixed = try read("")
    #expect(mixed.output.contains("2026-01-05T07:30:00+01:00"))
    #expect(mixed.output.contains("2026-01-05T08:30:00+01:00"))
    #expect(mixed.errors.contains("IN-035"))
    // A sum has no time, and one zone for all is that of the plan.
    for last in ["", "Sum;;;16;"] {
      let alike = try read("Europe/London", last)
      #expect(alike.output.contains("2026-01-05T07:30:00+00:00"))
      #expect(!alike.errors.contains("IN-035"))
    }
  }

  @Test("Nobody named is not everybody", arguments: ["", ",", " , "])
  func nobodyNamed(_ people: String) throws {
    let folder = try TestFolder(["r.csv": Self.names])
    let run = try ProgramRun(["check", folder.path("r.csv"), "--no-config", "-e", people])
    #expect(run.status == .usage && run.output.isEmpty)
  }

  @Test("Two tables about one person are told")
  func twoTables() throws {
    let folder = try TestFolder([
      "r.csv": Self.names,
      "fatigue.toml": """
      [person."Ola Hansen"]
      age = 17
      [person."4711"]
      commute = 45

      """,
    ])
    let run = try ProgramRun([
      "check", folder.path("r.csv"), "--config", folder.path("fatigue.toml"), "--lang", "en",
    ])
    #expect(run.errors.contains("[person.\"Ola Hansen\"] is about the same as [person.\"4711\"]"))
  }
}
