import FatigueCore

extension OptionTable {
  /// Commands that try the rules, so that the choice of rules is theirs.
  private static let judging: [CommandName] = [.check, .compare, .repair, .design]
  private static let reading: [CommandName] = [
    .check, .compare, .plan, .predict, .repair, .convert, .followUp,
  ]
  private static let writing: [CommandName] = [
    .check, .compare, .plan, .predict, .repair, .design, .convert, .followUp, .explain, .rules,
  ]

  /// How an input can be laid out; a list of codes is named by an option of its own.
  private static let layouts = RosterFormatBook.all.map(\.id).filter { $0 != "legend" }

  /// Every option, in the order of the help.
  static let options: [OptionSpec] =
    report + repairs + comparing + models + rules + failing + readingOptions + common

  private static let report: [OptionSpec] = [
    OptionSpec(
      .format, short: "f",
      .init(
        word: Localized(nb: "FMT[=FIL]", en: "FMT[=FILE]"), completes: .formats),
      for: writing, in: .report,
      Localized(
        nb: "rapportens format, kan gjentas; =FIL skriver til fil, +=FIL føyer til",
        en: "format of the report, repeatable; =FILE writes to a file, +=FILE appends")),
    OptionSpec(
      .output, short: "o", .file, for: writing, in: .report,
      Localized(nb: "skriv rapporten til FIL", en: "write the report to FILE")),
    OptionSpec(
      .outputFolder,
      .init(word: Localized(nb: "MAPPE", en: "FOLDER"), completes: .files), for: [.plan],
      in: .report,
      Localized(
        nb: "skriv én fil for hver ansatt med nattevakter, vanligvis kalendere, til MAPPE",
        en: "write one file for each employee with night duties, by default calendars, to FOLDER")),
    OptionSpec(
      .all, for: [.check, .compare, .plan], in: .report,
      Localized(
        nb: "vis alle funn i full lengde, alle netter og alle ansatte",
        en: "show every finding in full, every night and every employee")),
    OptionSpec(
      .concise, for: [.check], in: .report,
      Localized(nb: "én linje for hvert funn", en: "one line for each finding")),
    OptionSpec(
      .detail, .choice("duties"), for: [.check], in: .report,
      Localized(
        nb: "ta med tallene for hver vakt (json)", en: "include the numbers of every duty (json)")),
    OptionSpec(
      .csvDialect,
      .init(
        word: Localized(nb: "DIALEKT", en: "DIALECT"),
        choices: SheetDialect.allCases.map(\.rawValue),
        completes: .choices),
      for: [.check, .followUp], in: .report,
      Localized(
        nb: "hvordan -f csv skrives; excel-nb åpnes riktig med dobbeltklikk",
        en: "how -f csv is written; excel-nb opens right in Norwegian Excel")),
    OptionSpec(
      .shard, .word("I/N", "I/N"), for: [.check], in: .report,
      Localized(
        nb: "analyser bare del I av N av de ansatte, og skriv delen for fatigue merge",
        en: "analyse only share I of N of the employees, and write the part for fatigue merge")),
    OptionSpec(
      .parts,
      .init(
        word: Localized(nb: "FIL|MAPPE", en: "FILE|FOLDER"), completes: .files), for: [.merge],
      in: .report,
      Localized(
        nb: "deler fra check --shard: en fil, en mappe med *.part, eller -; kan gjentas",
        en: "parts of check --shard: a file, a folder with *.part, or -; repeatable")),
    OptionSpec(
      .maxFindings, .word("ANTALL", "NUMBER"), for: [.check], in: .report,
      Localized(
        nb: "vis høyst så mange funn i full lengde", en: "show at most this many findings in full")),
    OptionSpec(
      .change, .word("DATO", "DATE"), for: [.followUp], in: .report,
      Localized(
        nb: "første dag med det nye: det før er grunnlaget, det etter følges opp",
        en: "first day of what is new: what came before is the baseline")),
    OptionSpec(
      .periodWeeks, .word("ANTALL", "NUMBER"), for: [.followUp], in: .report,
      Localized(
        nb: "uker i hver periode av turnusen; vanlig er 4",
        en: "weeks in each period of the rosters; default 4")),
    OptionSpec(
      .force, for: [.initialise], in: .report,
      Localized(
        nb: "skriv over fatigue.toml; nøkkelen i den beholdes",
        en: "replace fatigue.toml; its key is kept")),
    OptionSpec(
      .list, for: [.explain], in: .report,
      Localized(
        nb: "vis alle koder som kan forklares, eller dem som begynner slik",
        en: "list all codes that can be explained, or those that begin so")),
    OptionSpec(
      .man, for: [.help], in: .report,
      Localized(nb: "skriv manualsiden (mdoc)", en: "print the manual page (mdoc)")),
  ]

  private static let models: [OptionSpec] = [
    OptionSpec(
      .model,
      .init(
        word: Localized(nb: "MODELL", en: "MODEL"), choices: ModelBook.all.map(\.id),
        completes: .choices),
      for: [.check, .compare, .predict], in: .model,
      Localized(
        nb: "modell; vanlig er \(ModelBook.all[0].id)", en: "model; default \(ModelBook.all[0].id)")
    ),
    OptionSpec(
      .allModels, for: [.predict], in: .model,
      Localized(
        nb: "alle modeller i hver rad", en: "every model in each row")),
    OptionSpec(
      .fromSleep, .file, for: [.predict], in: .model,
      Localized(
        nb: "følg søvnen i FIL (person;start;slutt), ikke en turnus",
        en: "follow the sleep in FILE (person,start,end), not a roster")),
    OptionSpec(
      .initial, .word("TILSTAND", "STATE"), for: [.predict], in: .model,
      Localized(
        nb: """
          start for --from-sleep: at=TID,S=TALL eller at=TID,A=TALL, der S er treprosessmodellens \
          (2,4–14,3) og A = S + C + U; med --model ump at=TID,S=TALL[,L=TALL], ellers tar \
          --all-models umpS= og umpL= (vanlig 0)
          """,
        en: """
          start of --from-sleep: at=TIME,S=NUMBER or at=TIME,A=NUMBER, where S is that of the \
          three-process model (2.4–14.3) and A = S + C + U; with --model ump \
          at=TIME,S=NUMBER[,L=NUMBER], while --all-models takes umpS= and umpL= (default 0)
          """)),
    OptionSpec(
      .duties, .file, for: [.predict], in: .model,
      Localized(
        nb: "indeksene til vaktene i FIL (day,on_h,off_h), med --model rr446",
        en: "the indices of the duties in FILE (day,on_h,off_h), with --model rr446")),
    OptionSpec(
      .step, .word("MINUTTER", "MINUTES"), for: [.predict], in: .model,
      Localized(
        nb: """
          minutter mellom radene, også deler av ett; vanlig er 15; den siste raden er det siste steget \
          til og med --to
          """,
        en: """
          minutes between rows, also parts of one; default 15; the last row is the last step at or \
          before --to
          """)),
    OptionSpec(
      .assume, .choice("cautious", "normal", "optimistic"), for: [.check, .compare, .predict],
      in: .model,
      Localized(
        nb: "hvor mye søvn planen antas å gi: reisevei, forberedelse og oppvåkning",
        en: "how much sleep the plan is taken to give: way, preparation and waking")),
    OptionSpec(
      .parity, .choice("fips"), for: [.predict], in: .model,
      Localized(
        nb: """
          regn som det programmet: kroppsklokken følger veggklokken, og S faller i det man sovner \
          med S over 12,2
          """,
        en: """
          compute as that program does: the body clock follows the wall clock, and S drops at sleep \
          onset when it is above 12.2
          """)),
  ]

  private static let ruleList = OptionSpec.Value(
    word: Localized(nb: "REGEL,...", en: "RULE,..."), completes: .rules)

  private static let rules: [OptionSpec] = [
    OptionSpec(
      .profile,
      .init(
        word: Localized(nb: "PROFIL", en: "PROFILE"), choices: RuleProfile.all.map(\.id),
        completes: .choices),
      for: judging, in: .rules,
      Localized(nb: "regelpakkene som prøves", en: "the packs of rules that are tried")),
    OptionSpec(
      .select, ruleList, for: judging, in: .rules,
      Localized(
        nb: "prøv bare disse reglene; id eller begynnelsen på den",
        en: "try only these rules; an id or the beginning of it")),
    OptionSpec(
      .ignore, ruleList, for: judging, in: .rules,
      Localized(nb: "prøv ikke disse reglene", en: "do not try these rules")),
    OptionSpec(
      .set,
      .init(word: Localized(nb: "GRENSE=VERDI", en: "LIMIT=VALUE"), completes: .limits),
      for: judging, in: .rules,
      Localized(
        nb: "prøv en annen grense, som AML-10-8-1.limit=9; funnene blir hypotetiske",
        en: "try another limit, as AML-10-8-1.limit=9; the findings become hypothetical")),
    OptionSpec(
      .rulesAt, .word("DATO", "DATE"), for: judging, in: .rules,
      Localized(
        nb: "prøv reglene som gjaldt den dagen; vanlig er planens første dag",
        en: "use the rules of that day; default the first day of the plan")),
  ]

  private static let failing: [OptionSpec] = [
    OptionSpec(
      .failOn,
      .init(
        word: Localized(nb: "NIVÅ|BANE=NIVÅ,...", en: "LEVEL|LANE=LEVEL,..."),
        completes: .choices),
      for: [.check, .compare], in: .failing,
      Localized(
        nb: """
          laveste nivå som gir status 1: breach, disputed, warning, note, never; baner: law, \
          agreement, research, model, data; vanlig er \(FailurePolicy.standard.text.replacing(",", with: ", "))
          """,
        en: """
          lowest level that gives status 1: breach, disputed, warning, note, never; lanes: law, \
          agreement, research, model, data; default \(FailurePolicy.standard.text.replacing(",", with: ", "))
          """)),
    OptionSpec(
      .failIf,
      .init(word: Localized(nb: "worse|BANE,...", en: "worse|LANE,..."), completes: .choices),
      for: [.check, .compare], in: .failing,
      Localized(
        nb: """
          status 1 når noen kommer verre ut i en bane: law, agreement, research, model, timeOff, eller \
          worse for alle; i check bare med --what-if
          """,
        en: """
          status 1 when somebody comes off worse in a lane: law, agreement, research, model, timeOff, or \
          worse for all; in check only with --what-if
          """)),
    OptionSpec(
      .baseline, .file, for: [.check], in: .failing,
      Localized(
        nb: "funn som står i FIL, gir ikke status 1",
        en: "findings that FILE has do not give status 1")),
    OptionSpec(
      .writeBaseline, .file, for: [.check], in: .failing,
      Localized(
        nb: "skriv funnene til FIL, med pseudonymer, som grunnlinje",
        en: "write the findings to FILE, with pseudonyms, as a baseline")),
    OptionSpec(
      .exitZero, for: [.check, .compare], in: .failing,
      Localized(nb: "status 0 også når det finnes funn", en: "status 0 even with findings")),
  ]

  private static let readingOptions: [OptionSpec] = [
    OptionSpec(
      .zone, .word("SONE", "ZONE"), for: reading, in: .reading,
      Localized(
        nb: "tidssone for klokkeslett uten sone; vanlig er Europe/Oslo",
        en: "time zone of clock times without one; default Europe/Oslo")),
    OptionSpec(
      .year, .word("ÅR", "YEAR"), for: reading, in: .reading,
      Localized(nb: "år for datoer uten år", en: "year of dates without one")),
    OptionSpec(
      .legend, .file, for: reading, in: .reading,
      Localized(
        nb: "liste med tidene til vaktkodene (Kode;Start;Slutt), kan gjentas",
        en: "list with the times of shift codes (Code,Start,End), repeatable")),
    OptionSpec(
      .layout,
      .init(
        word: Localized(nb: "OPPSETT", en: "LAYOUT"), choices: layouts, completes: .choices),
      for: reading, in: .reading,
      Localized(
        nb: "les som \(layouts.joined(separator: ", ")); vanlig er etter innholdet",
        en: "read as \(layouts.joined(separator: ", ")); default by content")),
    OptionSpec(
      .person, .word("NAVN", "NAME"), for: reading, in: .reading,
      Localized(
        nb: "hvem en plan gjelder som ikke sier det selv",
        en: "whose a plan is that does not say so itself")),
    OptionSpec(
      .history, .file, for: [.check, .compare, .plan, .predict, .repair], in: .reading,
      Localized(
        nb: "turnusen for ukene før, som tilbakeblikk, kan gjentas",
        en: "the roster of the weeks before, as a look-back, repeatable")),
    OptionSpec(
      .sleep, .file, for: [.check, .compare, .plan, .predict], in: .reading,
      Localized(
        nb: "søvnlogg (person;start;slutt), kan gjentas",
        en: "log of recorded sleep (person,start,end)")),
    OptionSpec(
      .stdinName, .file, for: reading, in: .reading,
      Localized(
        nb: "navnet som vises for standard inn (-)",
        en: "name to show for standard input (-)")),
    OptionSpec(
      .lenient, for: reading, in: .reading,
      Localized(
        nb: "rader som ikke kan leses, gir ikke status 3",
        en: "rows that cannot be read do not give status 3")),
    OptionSpec(
      .from, .word("TID", "TIME"), for: reading, in: .reading,
      Localized(
        nb: """
          ta bare med det som slutter etter dato eller tidspunkt; tidligere rader er da heller ikke \
          grunnlag (bruk --history); i predict den første raden
          """,
        en: """
          keep only what ends after this date or date-time; earlier rows are then no evidence either \
          (use --history); in predict the first row
          """)),
    OptionSpec(
      .to, .word("TID", "TIME"), for: reading, in: .reading,
      Localized(
        nb: """
          ta bare med det som begynner før dato eller tidspunkt; i predict den siste raden, om den er \
          et helt antall steg unna
          """,
        en: """
          keep only what begins before this date or date-time; in predict the last row, when it is a \
          whole number of steps away
          """)),
    OptionSpec(
      .employee, short: "e", .word("ID,...", "ID,..."), for: [.check, .compare, .plan, .predict],
      in: .reading,
      Localized(nb: "bare disse ansatte", en: "only these employees")),
  ]

  private static let common: [OptionSpec] = [
    OptionSpec(
      .names, .choice("pseudonym", "numbered", "initials", "real"), in: .common,
      Localized(nb: "hvordan ansatte vises", en: "how employees are shown")),
    OptionSpec(
      .config, .file, in: .common,
      Localized(
        nb: "bruk innstillingene i FIL, og ikke den nærmeste fatigue.toml",
        en: "use the settings of FILE, not of the nearest fatigue.toml")),
    OptionSpec(
      .noConfig, in: .common,
      Localized(nb: "bruk ingen fil med innstillinger", en: "use no file of settings")),
    OptionSpec(
      .showConfig, in: .common,
      Localized(
        nb: "vis hva som gjelder, og hvor det kommer fra; gjør ikke noe annet",
        en: "show what applies and where it comes from; do nothing else")),
    OptionSpec(
      .lang, .choice("nb", "en"), in: .common,
      Localized(nb: "språk i tekst og meldinger", en: "language of text and messages")),
    OptionSpec(
      .color, .choice("auto", "always", "never"), in: .common,
      Localized(
        nb: "farge; vanlig er auto, og NO_COLOR respekteres",
        en: "colour; default auto, and NO_COLOR is respected")),
    OptionSpec(
      .ascii, in: .common, Localized(nb: "bare ASCII-tegn i tekst", en: "only ASCII in text")),
    OptionSpec(
      .width, .word("ANTALL", "NUMBER"), in: .common,
      Localized(nb: "tekstens bredde, 40 til 120", en: "width of text, 40 to 120")),
    OptionSpec(
      .quiet, short: "q", in: .common,
      Localized(nb: "skriv ingenting; bare utgangsstatus", en: "print nothing; only exit status")),
    OptionSpec(
      .verbose, short: "v", in: .common,
      Localized(nb: "fortell hva som gjøres", en: "say what is done")),
    OptionSpec(
      .stats, for: reading, in: .common,
      Localized(
        nb: "si hvor mye som ble behandlet, og hvor lang tid hvert steg tok",
        en: "say how much was done and how long each step took")),
    OptionSpec(
      .jobs, .word("ANTALL", "NUMBER"), in: .common,
      Localized(nb: "tråder; vanlig er én per kjerne", en: "threads; default one per core")),
    OptionSpec(
      .hash, in: .common,
      Localized(
        nb: "ta med kontrollsum også for store filer", en: "include a digest of large files too")),
    OptionSpec(
      .help, short: "h", in: .common,
      Localized(nb: "vis hjelp; -h er kortere", en: "show help; -h is shorter")),
    OptionSpec(
      .version, in: .common, Localized(nb: "vis versjonen", en: "show the version")),
  ]
}
