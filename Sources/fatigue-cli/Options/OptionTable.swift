import FatigueCore

/// The one table from which parser, help, manual and completion are made.
enum OptionTable {
  static let version = "0.1.0"

  static let purpose = Localized(
    nb: "Kontrollerer turnuser for trøtthetsrisiko og hviletidsregler.",
    en: "Check shift rosters for fatigue risk and rest-time rules.")

  static let commands: [CommandSpec] = [
    CommandSpec(
      name: .check,
      summary: Localized(
        nb: "kontroller turnuser: hviletid og predikert søvnighet",
        en: "check rosters: rest-time rules and predicted sleepiness"),
      description: Localized(
        nb: """
          Leser turnuser fra CSV eller iCalendar, predikerer søvnighet for hver vakt og melder \
          vakter som bryter hviletidsregler eller avviker fra faglige råd om nattarbeid.
          """,
        en: """
          Reads rosters in CSV or iCalendar form, predicts sleepiness for every shift, and reports \
          shifts that break rest-time rules or depart from expert advice on night work.
          """),
      operand: .files, formats: ["text", "concise"] + FormatBook.all.map(\.name),
      examples: [
        "fatigue check turnus.csv", "fatigue check turnus.csv -f json -o report.json",
        "fatigue check - --stdin-name turnus.csv < turnus.csv",
      ]),
    CommandSpec(
      name: .merge,
      summary: Localized(
        nb: "sett sammen deler av check --shard til én rapport",
        en: "put parts of check --shard together to one report"),
      description: Localized(
        nb: """
          Leser turnusen på nytt og tar det som ble funnet om hver ansatt, fra delene i --parts. \
          Rapporten er byte for byte den som check gir i én kjøring, i alle formater. Filene og \
          valgene må være de samme som delene ble laget med; en del som mangler, er endret eller \
          gjelder noe annet, avvises.
          """,
        en: """
          Reads the roster again and takes what was found about each employee from the parts of \
          --parts. The report is byte for byte what check gives in one run, in every format. The \
          files and options must be those that the parts were made with; a part that is missing, \
          was changed or is about something else is refused.
          """),
      operand: .files, formats: ["text", "concise"] + FormatBook.all.map(\.name),
      examples: [
        "fatigue merge turnus.csv --parts deler",
        "fatigue merge turnus.csv --parts - -f json -o report.json < alle.part",
      ]),
    CommandSpec(
      name: .compare,
      summary: Localized(
        nb: "sammenlign to planer: hvem vinner, hvem taper, og hvor mye",
        en: "compare two plans: who gains, who loses, and how much"),
      description: Localized(
        nb: """
          Setter to planer for de samme ansatte opp mot hverandre, bane for bane: loven, avtaler, \
          forskning, modell og fritid. Den som taper, nevnes først og skjules ikke av et snitt. Ulik lengde \
          regnes om til fire uker. Status er 0 når ikke --fail-if er gitt.
          """,
        en: """
          Sets two plans for the same employees side by side, lane by lane: the law, agreements, research, \
          model and time off. Whoever loses is named first and not hidden by a mean. Different lengths are \
          told for four weeks. The status is 0 unless --fail-if is given.
          """),
      operand: .plans,
      formats: ["text", "json", "markdown", "html", "protokoll", "protokoll-html"],
      examples: [
        "fatigue compare dagens.csv forslag.csv",
        "fatigue compare dagens.csv forslag.csv -f protokoll -o protokoll.html",
        "fatigue compare main.csv branch.csv --fail-if worse",
      ]),
    CommandSpec(
      name: .plan,
      summary: Localized(
        nb: "foreslå søvn, hvil og lys rundt nattevakter, avdelingen først",
        en: "propose sleep, naps and light around night duties, the ward first"),
      description: Localized(
        nb: """
          Viser hva avdelingen kan gjøre med nettene i turnusen, og hvordan hvil på vakt kan \
          fordeles med minstebemanningen, uten navn. Med -e: når den ansatte kan sove, hvile og \
          søke lys, hva det kan gi, og hvor sikkert det er. -f ics og --out-dir gir kalendere.
          """,
        en: """
          Shows what the ward can do about the nights of the roster, and how naps on duty can be \
          shared with minimum staffing, without names. With -e: when the employee may sleep, nap and \
          seek light, what it may give, and how sure that is. -f ics and --out-dir give calendars.
          """),
      operand: .files, formats: ["text", "json", "ics", "html"],
      examples: [
        "fatigue plan turnus.csv", "fatigue plan turnus.csv -e 1003",
        "fatigue plan turnus.csv -e 1003 -f ics -o netter.ics",
        "fatigue plan turnus.csv --out-dir planer",
      ]),
    CommandSpec(
      name: .predict,
      summary: Localized(
        nb: "skriv modellens forløp time for time", en: "print the model's course step by step"),
      description: Localized(
        nb: """
          Skriver søvn, våkenhet og søvnighet for hvert tidsteg og hver ansatt, med likningenes \
          deler. Rader går fra planens første midnatt, eller --from, til og med --to. Før det første \
          som er kjent, viser de vanlige netter fra 23 til 07. A er S + C + U; S og L i ump er \
          feilreaksjoner, L er søvngjelden over uker.
          """,
        en: """
          Prints sleep, alertness and sleepiness for every time step and employee, with the parts \
          of the equations. Rows run from the plan's first midnight, or --from, up to and with --to. \
          Before the first thing known they show plain nights from 23 to 07. A is S + C + U; S and L of \
          ump are lapses, L the debt of weeks.
          """),
      operand: .files, formats: ["csv", "ndjson"],
      examples: [
        "fatigue predict turnus.csv --step 15 -o series.csv",
        "fatigue predict turnus.csv -e 1003 --from 2026-01-05 --to 2026-01-07",
      ]),
    CommandSpec(
      name: .repair,
      summary: Localized(
        nb: "foreslå bytter som fjerner brudd, med samme bemanning",
        en: "propose exchanges that clear breaches, with the same staffing"),
      description: Localized(
        nb: """
          Foreslår de få byttene som fjerner funn i lovbanen og så letter de tyngste planene etter \
          forskning og modell. Hver vakt er fortsatt dekket; timene holder seg innenfor en margin, og \
          ingen får lovfunn de ikke hadde. Ingenting skrives uten -o, som gir turnusen etter byttene.
          """,
        en: """
          Proposes the few exchanges that clear findings of the law and then ease the heaviest plans by \
          research and model. Every shift stays covered; hours keep within a margin, and nobody gets \
          findings of law they did not have. Nothing is written without -o, which takes the roster after \
          the exchanges.
          """),
      operand: .files, formats: ["text", "json"],
      examples: [
        "fatigue repair turnus.csv", "fatigue repair turnus.csv --fix 1003:2026-03-04",
        "fatigue repair turnus.csv -o byttet.csv -f json=bytter.json",
      ]),
    CommandSpec(
      name: .design,
      summary: Localized(
        nb: "foreslå en grunnturnus av bemanning og antall ansatte",
        en: "propose a base plan from staffing and the number of people"),
      description: Localized(
        nb: """
          Leser hva planen skal dekke, fra en fil med tabellen [design], og foreslår en grunnturnus som alle \
          går gjennom: rotasjon med klokka, høyst tre netter på rad, ingen korte hviler og helger likt \
          fordelt, så langt det går. Sier i ord hva som ikke lar seg oppfylle. -f csv gir en grunnturnus \
          som check leser.
          """,
        en: """
          Reads what the plan is to cover from a file with a table [design], and proposes a base plan that \
          everybody walks through: forward rotation, at most three nights in a row, no quick returns and \
          weekends shared alike, as far as can be. Says in words what cannot be met. -f csv gives a base \
          plan that check reads.
          """),
      operand: .specification, formats: ["text", "csv", "json"],
      examples: [
        "fatigue design bemanning.toml", "fatigue design bemanning.toml --against grunnturnus.csv",
        "fatigue design bemanning.toml -f csv -o forslag.csv",
      ]),
    CommandSpec(
      name: .convert,
      summary: Localized(
        nb: "skriv turnusen slik den ble forstått, som CSV, JSON eller kalender",
        en: "write the roster as it was understood, as CSV, JSON or a calendar"),
      description: Localized(
        nb: """
          Skriver den normaliserte turnusen slik leseren forsto den, med virkelige navn: én rad \
          for hver vakt, tidspunkter i UTC og stedet den kom fra.
          """,
        en: """
          Writes the normalised roster as the reader understood it, with real names: one row for \
          each shift, times in UTC, and the place it came from.
          """),
      operand: .files, formats: ["csv", "json", "ndjson", "ics"],
      examples: [
        "fatigue convert turnus.ics", "fatigue convert turnus.csv -f json -o turnus.json",
      ]),
    CommandSpec(
      name: .followUp,
      summary: Localized(
        nb: "følg tall for turnus og helse over tid: hjalp endringen?",
        en: "follow numbers of rosters and health over time: did the change help?"),
      description: Localized(
        nb: """
          Leser turnuser fra flere perioder og filer med utfall for grupper (sykefravær, ISI, \
          PSS-10, WHO-5 og andre totaler), og viser dem som tidsserier med median, regler for \
          serier og effektstørrelse før og etter --change. Svar på enkeltspørsmål og tall for \
          enkeltpersoner leses aldri; grupper under fem vises ikke.
          """,
        en: """
          Reads rosters of several periods and files with outcomes of groups (sick leave, ISI, \
          PSS-10, WHO-5 and other totals), and shows them as run charts with median, rules and \
          effect sizes before and after --change. Answers to single questions and numbers of single \
          people are never read; groups under five are not shown.
          """),
      operand: .files, formats: ["text", "json", "csv", "markdown", "html"],
      examples: [
        "fatigue follow-up utfall.csv",
        "fatigue follow-up vinter.csv host.csv utfall.csv --change 2026-03-02",
        "fatigue follow-up turnus.csv --change 2026-03-02 -f html -o oppfolging.html",
      ]),
    CommandSpec(
      name: .explain,
      summary: Localized(
        nb: "forklar en regel, et tiltak, en diagnosekode eller et tall",
        en: "explain a rule, a measure, a diagnostic code or a figure"),
      description: Localized(
        nb: """
          Forklarer hva koden betyr, hvilken grense som gjelder, eksempler og kilder; om et tiltak \
          hva det er, hvor sikker forskningen er, og hva arbeidsplassen gjør for at det virker; om et \
          tall i json og csv hvordan det er regnet.
          """,
        en: """
          Explains what the code means, the limit that applies, examples and sources; of a measure \
          what it is, how sure research is, and what the workplace does so that it works; of a figure \
          in json and csv how it is computed.
          """),
      operand: .codes, formats: ["text", "json", "markdown"],
      examples: [
        "fatigue explain AML-10-8-1", "fatigue explain nap", "fatigue explain --list IN",
      ]),
    CommandSpec(
      name: .rules,
      summary: Localized(
        nb: "vis alle regler med grenser og kilder",
        en: "list every rule with its limits and sources"),
      description: Localized(
        nb: "Viser alle regler: kode, bane, grenser og kilde.",
        en: "Lists every rule: code, lane, limits and source."),
      operand: .none, formats: ["text", "json", "markdown"],
      examples: ["fatigue rules", "fatigue rules -f json -o rules.json"]),
    CommandSpec(
      name: .initialise,
      summary: Localized(
        nb: "skriv en kommentert fatigue.toml her", en: "write a commented fatigue.toml here"),
      description: Localized(
        nb: """
          Skriver fatigue.toml i arbeidsmappen, med hver tabell og nøkkel forklart og en ny \
          hemmelig nøkkel for pseudonymene. En fil som finnes, blir stående uten --force; med den \
          beholdes nøkkelen.
          """,
        en: """
          Writes fatigue.toml in the working directory, with every table and key explained and a \
          new secret key for the pseudonyms. A file that exists stays unless --force is given; \
          its key is then kept.
          """),
      operand: .none, formats: [],
      examples: ["fatigue init", "fatigue init --lang nb --force"]),
    CommandSpec(
      name: .completion,
      summary: Localized(
        nb: "skriv et fullføringsskript for bash, zsh eller fish",
        en: "print a completion script for bash, zsh or fish"),
      description: Localized(
        nb: "Skriver et skript som lar skallet fullføre kommandoer, valg og verdier.",
        en: "Prints a script that lets the shell complete commands, options and values."),
      operand: .shell, formats: [],
      examples: ["fatigue completion bash > ~/.local/share/bash-completion/completions/fatigue"]),
    CommandSpec(
      name: .help,
      summary: Localized(nb: "vis hjelp for en kommando", en: "show help for a command"),
      description: Localized(
        nb: "Viser hjelp for programmet eller for én kommando.",
        en: "Shows help for the program or for one command."),
      operand: .command, formats: [],
      examples: ["fatigue help check", "fatigue help --man > fatigue.1"]),
  ]

  static let exitStatuses: [(status: ExitCode, meaning: Localized)] = [
    (
      .success,
      Localized(
        nb: "Ingen funn på eller over nivået i --fail-on; ingen verre ut etter --fail-if.",
        en: "No findings at or above the level of --fail-on; nobody worse off by --fail-if.")
    ),
    (
      .findings,
      Localized(
        nb: "Det finnes slike funn, eller noen er verre ut.",
        en: "There are such findings, or somebody is worse off.")
    ),
    (
      .usage,
      Localized(nb: "Feil bruk eller feil innstillinger.", en: "Wrong usage or settings.")
    ),
    (
      .unreadable,
      Localized(
        nb: "Noe av turnusen kunne ikke leses.", en: "Some of a roster could not be read.")
    ),
    (
      .unwritable,
      Localized(
        nb: "Intern feil, eller rapporten kunne ikke skrives.",
        en: "Internal error, or the output could not be written.")
    ),
  ]

  static let environment: [(name: String, meaning: Localized)] = [
    ("FATIGUE_LANG", Localized(nb: "Språk: nb eller en.", en: "Language: nb or en.")),
    (
      "LC_ALL",
      Localized(
        nb: "Språk og tegnsett; LC_MESSAGES, LC_CTYPE og LANG gjelder etter den.",
        en: "Language and character set; LC_MESSAGES, LC_CTYPE and LANG come after it.")
    ),
    (
      "HOME",
      Localized(
        nb: "Mappen der letingen oppover etter fatigue.toml slutter.",
        en: "The folder where the upward search for fatigue.toml ends.")
    ),
    (
      "NO_COLOR",
      Localized(
        nb: "Ingen farge når den ikke er tom; går foran CLICOLOR_FORCE.",
        en: "No colour when not empty; wins over CLICOLOR_FORCE.")
    ),
    (
      "CLICOLOR_FORCE",
      Localized(
        nb: "Farge også utenfor en terminal; det samme gjør FORCE_COLOR.",
        en: "Colour also outside a terminal; FORCE_COLOR does the same.")
    ),
    (
      "TERM",
      Localized(nb: "dumb betyr ingen farge.", en: "dumb means no colour.")
    ),
    ("COLUMNS", Localized(nb: "Bredden på teksten.", en: "Width of the text.")),
  ]

  static func spec(_ command: CommandName) -> CommandSpec {
    guard let spec = commands.first(where: { $0.name == command }) else {
      preconditionFailure("\(command) is missing from the table")
    }
    return spec
  }

  static func spec(_ option: OptionName) -> OptionSpec {
    guard let spec = options.first(where: { $0.name == option }) else {
      preconditionFailure("\(option) is missing from the table")
    }
    return spec
  }

  static func option(long name: String) -> OptionSpec? {
    OptionName(rawValue: name).map(spec)
  }

  static func option(short name: Character) -> OptionSpec? {
    options.first { $0.short == name }
  }

  /// The options of a command, in the order of the table.
  static func options(of command: CommandName) -> [OptionSpec] {
    options.filter { $0.belongs(to: command) }
  }

  /// The values an option allows for a command; empty when the set is open.
  static func choices(_ option: OptionSpec, for command: CommandName) -> [String] {
    option.name == .format ? spec(command).formats : option.value?.choices ?? []
  }
}
