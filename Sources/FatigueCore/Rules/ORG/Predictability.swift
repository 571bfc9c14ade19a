/// Shifts changed with short notice.
public enum Predictability {
  public static let least = Limit(
    "ORG-PRED.days", Localized(nb: "varsel før vakten", en: "notice before the shift"), .atLeast,
    Fraction(14), .days,
    allowed: Fraction(1)...Fraction(60))

  public static let rule = Rule(
    id: "ORG-PRED",
    lane: .research,
    title: Localized(
      nb: "Vakter endret med kort varsel",
      en: "Shifts changed with short notice"),
    section: Localized(
      nb: "programmet, tiltak D4",
      en: "the programme, measure D4"),
    test: Localized(
      nb: """
        En vakt er endret etter at planen ble kjent, mindre enn 14 kalenderdager før den begynner. \
        Andelen endrede vakter følger med.
        """,
      en: """
        A shift was changed after the plan was published, less than 14 calendar days before it \
        begins. The share of changed shifts is given.
        """),
    why: Localized(
      nb: """
        Den som ikke vet når hun skal på jobb, kan ikke planlegge søvnen.
        """,
      en: """
        Whoever does not know when she is to work cannot plan her sleep.
        """),
    remedies: remedies,
    limits: [least],
    sources: [
      RuleSource(
        Localized(
          nb: "Programmet for turnushelse, D4",
          en: "The shift-health programme, D4"), .primary)
    ],
    examples: ["↓D - -", "@2026-01-26 D - -"],
    premises: .plan(
      Localized(
        nb: "mandagens vakt ble endret to dager før",
        en: "Monday's shift was changed two days before")
    ) {
      let monday = CivilDate(days: 20_458)
      $0.changes = [ShiftChange(person: "A", shift: monday, changed: monday + -2)]
    },
    inputs: [.changes],
    evaluate: { evidence, findings in
      let changes = evidence.facts.plan.changes
      guard !changes.isEmpty, let first = evidence.roster.slices[evidence.person].first else {
        return
      }
      let person = evidence.roster.people[evidence.person]
      let published = evidence.facts.plan.published
      // Of several changes of a shift the last, once the plan was published.
      var own: [ShiftChange] = []
      for change in changes where change.person == person.number || change.person == person.name {
        if let published, change.changed < published { continue }
        if let known = own.firstIndex(where: { $0.shift == change.shift }) {
          if own[known].changed < change.changed { own[known] = change }
        } else {
          own.append(change)
        }
      }
      let least = evidence.limits.steps(Self.least)
      let known = evidence.roster.knownDates
      for change in own where known.contains(change.shift) {
        let notice = Int64(change.shift - change.changed)
        guard notice < least else { continue }
        let begins = evidence.roster.midnight(change.shift)
        let ends = evidence.roster.midnight(change.shift + 1)
        let shift = evidence.roster.slices[evidence.person].first { index in
          let row = evidence.roster.shifts[index]
          return row.kind.isWork && row.start >= begins && row.start < ends
        }
        var finding = Finding(
          .warning, from: begins, to: ends, shift: Int32(shift ?? first),
          measured: Fraction(notice),
          limit: evidence.limits[Self.least], .atLeast, .days)
        finding.count = Int32(own.count)
        finding.detail = Int32(clamping: evidence.timeline.pieces.count)
        findings.append(finding)
      }
    },
    describe: { finding, context in
      let notice = finding.measured.numerator
      let when = Localized(
        nb: Self.days(notice, "dag", "dager") + (notice < 0 ? " etter" : " før"),
        en: Self.days(notice, "day", "days") + (notice < 0 ? " after it" : " before"))
      let one = finding.detail == 1
      return FindingText(
        Localized(
          nb: """
            \(context.name): vakten \(context.day(finding.from)[.nb]) ble endret \(when.nb). \
            \(finding.count) av \(finding.detail) \(one ? "vakt" : "vakter") er endret.
            """,
          en: """
            \(context.name): the shift of \(context.day(finding.from)[.en]) was changed \(when.en). \
            \(finding.count) of \(finding.detail) \(one ? "shift" : "shifts") \
            \(finding.count == 1 ? "was" : "were") changed.
            """
        ),
        remedies)
    })

  private static func days(_ count: Int64, _ one: String, _ many: String) -> String {
    "\(count.magnitude) \(count.magnitude == 1 ? one : many)"
  }

  private static let remedies = [
    Remedy(
      .leader,
      Localized(
        nb: "Frys planen to uker fram, og ha en beredskap av vikarer.",
        en: """
          Freeze the plan two weeks ahead, and keep a pool of stand-ins.
          """))
  ]
}
