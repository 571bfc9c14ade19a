/// `[sleep]`, and the keys about sleep of `[person."ID"]`.
extension ConfigurationReader {
  mutating func readSleep(_ table: TOMLTable) {
    var fields = TOMLFields(table, name: "sleep")
    var habits = SleepHabits()
    readHabits(&habits, &fields, at: "sleep")
    habits.windDownAfterNight =
      minutes("wind-down-after-night", &fields, at: "sleep") ?? habits.windDownAfterNight
    habits.windDownAfterEvening =
      minutes("wind-down-after-evening", &fields, at: "sleep") ?? habits.windDownAfterEvening
    habits.latency = minutes("latency", &fields, at: "sleep")
    configuration.facts.sleep = habits
    finishTable(&fields)
  }

  /// The keys that both tables have.
  mutating func readHabits(
    _ habits: inout SleepHabits, _ fields: inout TOMLFields, at path: String
  ) {
    habits.commute = minutes("commute", &fields, at: path)
    habits.preparation = minutes("preparation", &fields, at: path)
    // One value stands for all three, unless they have their own.
    let windDown = minutes("wind-down", &fields, at: path)
    habits.windDownOtherwise = windDown
    habits.windDownAfterNight = windDown
    habits.windDownAfterEvening = windDown
    habits.habitualBedtime = clock("habitual-bed", &fields, at: path)
    habits.need = number("sleep-need", in: ConfigurationBook.need, &fields, at: path).map {
      Elapsed(seconds: Int64(($0 * 60).rounded()) * 60)
    }
  }

  mutating func chronotype(_ fields: inout TOMLFields, at path: String) -> Chronotype? {
    choice("chronotype", Chronotype.allCases.map(\.rawValue), &fields, at: path)
      .flatMap(Chronotype.init)
  }

  private mutating func minutes(
    _ name: String, _ fields: inout TOMLFields, at path: String
  ) -> Elapsed? {
    integer(name, in: ConfigurationBook.habitMinutes, &fields, at: path).map {
      .minutes(Int64($0))
    }
  }

  /// A clock time as text or TOML time, in seconds of the day.
  mutating func clock(
    _ name: String, _ fields: inout TOMLFields, at path: String
  ) -> Int? {
    guard let entry = fields.entry(name) else { return nil }
    var second: Int?
    if case .string(let text) = entry.value.content {
      _ = fields.string(name)
      second = (try? ClockTime(text))?.secondOfDay
    } else {
      guard let field = fields.time(name) else { return nil }
      if field.value.date == nil {
        second = field.value.clock.map { $0.hour * 3600 + $0.minute * 60 }
      }
    }
    configuration.places["\(path).\(name)"] = entry.value.span
    guard let second else {
      report(
        .configurationChoice, entry.value.span,
        Localized(nb: "\(name) er ikke et klokkeslett", en: "\(name) is not a clock time"),
        hint: Localized(nb: "skriv for eksempel \"22:30\"", en: "write for example \"22:30\""))
      return nil
    }
    return second % 86_400
  }
}
