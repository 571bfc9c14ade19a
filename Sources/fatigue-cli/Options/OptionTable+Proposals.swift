import FatigueCore

/// Options of the commands that weigh, mend and make plans.
extension OptionTable {
  static let repairs: [OptionSpec] = [
    OptionSpec(
      .hoursTolerance, .word("TIMER", "HOURS"), for: [.repair], in: .report,
      Localized(
        nb: "så langt kan noens timer i planen endre seg; vanlig er 8",
        en: "how far anybody's hours in the plan may change; default 8")),
    OptionSpec(
      .against, .file, for: [.design], in: .report,
      Localized(
        nb: "sammenlign med planen i FIL, bane for bane",
        en: "compare with the plan in FILE, lane by lane")),
    OptionSpec(
      .clear, .choice("breach", "disputed"), for: [.repair], in: .report,
      Localized(
        nb: "mildeste lovfunn som fjernes; vanlig er disputed",
        en: "mildest finding of law that is cleared; default disputed")),
    OptionSpec(
      .fix, .word("HVEM[:DATO]", "WHO[:DATE]"), for: [.repair], in: .report,
      Localized(
        nb: "la vaktene stå, alle eller på en dato (eller FRA/TIL), kan gjentas",
        en: "leave the shifts alone, all or on a date (or FROM/TO), repeatable")),
    OptionSpec(
      .proposals, .word("ANTALL", "NUMBER"), for: [.repair], in: .report,
      Localized(
        nb: "høyst så mange forslag for forskning og modell; vanlig er 10",
        en: "at most so many proposals for research and model; default 10")),
    OptionSpec(
      .seed, .word("TALL", "NUMBER"), for: [.repair, .design], in: .report,
      Localized(
        nb: "velger mellom like gode svar; vanlig er 1",
        en: "chooses between answers that are equally good; default 1")),
    OptionSpec(
      .effort, .word("TALL", "NUMBER"), for: [.repair, .design], in: .report,
      Localized(
        nb: "hvor mange planer som prøves; samme tall gir samme svar",
        en: "how many plans are tried; the same number gives the same answer")),
    OptionSpec(
      .timeLimit, .word("SEKUNDER", "SECONDS"), for: [.repair], in: .report,
      Localized(
        nb: "stopp med det beste svaret så langt; vanlig er 60",
        en: "stop with the best answer so far; default 60")),
  ]

  static let comparing: [OptionSpec] = [
    OptionSpec(
      .whatIf, .word("ENDRING", "CHANGE"), for: [.check], in: .comparing,
      Localized(
        nb: """
          prøv en endring og sammenlign, kan gjentas: "P7 2026-03-04 N->F", "P7 2026-03-04 +D", \
          "P7->P9 2026-03-04 N", "P7<->P9 2026-03-04"
          """,
        en: """
          try a change and compare, repeatable: "P7 2026-03-04 N->F", "P7 2026-03-04 +D", \
          "P7->P9 2026-03-04 N", "P7<->P9 2026-03-04"
          """)),
    OptionSpec(
      .match, .choice("id", "line"), for: [.compare], in: .comparing,
      Localized(
        nb: "hvem er hvem: samme nummer eller navn, eller samme linje i planen; vanlig er id",
        en: "who is who: the same number or name, or the same line of the plan; default id")),
    OptionSpec(
      .map, .file, for: [.compare], in: .comparing,
      Localized(
        nb: "hvem er hvem etter FIL (gammel;ny); resten etter nummer eller navn",
        en: "who is who by FILE (old;new); the rest by number or name")),
    OptionSpec(
      .changedOn, .word("DATO", "DATE"), for: [.compare], in: .comparing,
      Localized(
        nb: "dagen den nye planen ble kjent, for sene endringer",
        en: "the day the new plan was made known, for late changes")),
  ]
}
