extension DiagnosticCode {
  /// A key that must be there is not.
  public static let configurationMissing = DiagnosticCode(
    id: "CFG-032",
    title: Localized(nb: "Nøkkel mangler", en: "A key is missing"),
    explanation: Localized(
      nb: """
        Avtaler, fravik og endringer har nøkler som må oppgis. docs/config.md viser hvilke.
        """,
      en: """
        Agreements, waivers and changes have keys that must be given. docs/config.md shows \
        which.
        """))

  /// No rule or limit of that name.
  public static let configurationUnknownRule = DiagnosticCode(
    id: "CFG-033",
    title: Localized(nb: "Ukjent regel eller grense", en: "Unknown rule or limit"),
    explanation: Localized(
      nb: """
        Ingen regel eller grense heter det. fatigue rules viser alle med grensene sine.
        """,
      en: """
        No rule or limit is called that. fatigue rules lists them all with their limits.
        """))

  /// Two agreements with one name or about one thing, or two tables about one person.
  public static let configurationTwice = DiagnosticCode(
    id: "CFG-034",
    title: Localized(nb: "Det samme er sagt to ganger", en: "The same is said twice"),
    explanation: Localized(
      nb: """
        Rapporten viser til avtaler ved navn, så to kan ikke hete det samme. To avtaler som setter samme grense \
        for de samme i samme tid, gir ett svar: den som står sist i filen, gjelder; skriv to i den andre. Av to \
        tabeller om én ansatt brukes den ene, etter ansattnummer før navn.
        """,
      en: """
        The report refers to agreements by name, so two cannot be called the same. Of two agreements that set \
        one limit for the same people at the same time, the one that stands last in the file is in force; \
        write to in the other. Of two tables about one employee one is used, by staff number before name.
        """))

  /// An agreement without compensating rest.
  public static let configurationNoCompensation = DiagnosticCode(
    id: "CFG-035",
    title: Localized(
      nb: "Avtale uten kompenserende hvile", en: "Agreement without compensating rest"),
    explanation: Localized(
      nb: """
        En avtale om kortere hvile forutsetter kompenserende hvile eller annet passende vern \
        (aml. § 10-8 (3)). Skriv i compensation hva som er avtalt.
        """,
      en: """
        An agreement on shorter rest depends on compensating rest or other suitable protection \
        (Working Environment Act § 10-8 (3)). Write in compensation what was agreed.
        """))

  /// Below what the law leaves the parties to agree on.
  public static let configurationFloor = DiagnosticCode(
    id: "CFG-FLOOR",
    title: Localized(nb: "Under gulvet i loven", en: "Below the statutory floor"),
    explanation: Localized(
      nb: """
        Verdien går lenger enn loven lar partene på dette nivået avtale, eller fraviker et gulv. \
        Ingenting er prøvd. fatigue explain på regelen viser hvem som kan avtale hva.
        """,
      en: """
        The value goes further than the law lets parties of this level agree, or waives a floor. \
        Nothing was checked. fatigue explain on the rule shows who may agree on what.
        """))

  /// A table about somebody who is not in the plan.
  public static let configurationNobody = DiagnosticCode(
    id: "CFG-NOBODY",
    title: Localized(
      nb: "Innstillinger for noe som ikke står i planen",
      en: "Settings for something that is not in the plan"),
    explanation: Localized(
      nb: """
        [person."ID"], [[plan.change]], [[waiver]] og people i en avtale gjelder den som har det ansattnummeret eller \
        navnet, [ward."NAVN"] og units en enhet, codes en vaktkode, og staff-group en gruppe som har egne \
        regler; alt må være skrevet som i planen. Står det ikke der, har innstillingen ingen virkning.
        """,
      en: """
        [person."ID"], [[plan.change]], [[waiver]] and people in an agreement are about whoever has that staff number \
        or name, [ward."NAME"] and units about a unit, codes about a shift code, and staff-group about a \
        group with rules of its own; all must be written as in the plan. What does not stand there has no \
        effect.
        """))

  static let policy: [DiagnosticCode] = [
    configurationMissing,
    configurationUnknownRule,
    configurationTwice,
    configurationNoCompensation,
    configurationFloor,
    configurationNobody,
  ]
}
