import Testing

@testable import FatigueCore

/// Rosters as wards, municipalities, the police and fire stations type them. The answers were written
/// by hand.
@Suite struct WildRosterTests {
  struct Case: Sendable, CustomTestStringConvertible {
    var testDescription: String
    var text: String
    var wanted: [String]

    init(_ name: String, _ text: String, _ wanted: [String]) {
      (testDescription, self.text, self.wanted) = (name, text, wanted)
    }
  }

  private static let codes = "\n\nKode;Start;Slutt\nD;07:30;15:00\nA;14:45;22:15\nN;22:00;07:45\n"

  static let cases = [
    Case(
      "police: names in two columns, times of four digits, prefixes in the header",
      """
      Tjenesteliste;enhet Sentrum;;;;;
      Tj.nr;Etternavn;Fornavn;Dato;Tj.start;Tj.slutt;Tjenestetype
      P1201;Haugen;Silje;29.12.2025;0645;1500;Dag
      P1201;Haugen;Silje;31.12.2025;2245;0700;Natt
      """,
      [
        "Silje Haugen work  2025-12-29T06:45 2025-12-29T15:00",
        "Silje Haugen work  2025-12-31T22:45 2026-01-01T07:00",
      ]),
    Case(
      "fire station: watches of a day with dates in both columns",
      """
      Vaktlag;Mannskap;Vakt fra;Vakt til
      A;Jens Holm;01.02.2026 08:00;02.02.2026 08:00
      B;Kim Aas;02.02.2026 08:00;02.02.2026 24:00
      """,
      [
        "Jens Holm work  2026-02-01T08:00 2026-02-02T08:00",
        "Kim Aas work  2026-02-02T08:00 2026-02-03T00:00",
      ]),
    Case(
      "leave alone: a stretch of dates and its type",
      "Ansatt;Fra dato;Til dato;Fraværstype\nKari;05.01.2026;09.01.2026;Ferie",
      ["Kari absence  2026-01-05 2026-01-10"]),
    Case(
      "own plan: the year in parentheses, times without minutes",
      "Uke,Mandag,Tirsdag,Onsdag,Torsdag,Fredag,Lørdag,Søndag\n2 (2026),7-15,,,22-07:30,,,8-20",
      [
        "turnus work  2026-01-05T07:00 2026-01-05T15:00",
        "turnus work  2026-01-08T22:00 2026-01-09T07:30",
        "turnus work  2026-01-11T08:00 2026-01-11T20:00",
      ]),
    Case(
      "a section for each week: the people below are people",
      """
      Uke 2;Ma 05.01.2026;Ti 06.01.2026;On 07.01.2026
      Kari;D;D;
      Ola;;A;N

      Uke 3;Ma 12.01.2026;Ti 13.01.2026;On 14.01.2026
      Kari;;;D
      Ola;D;;
      """ + codes,
      [
        "Kari work D 2026-01-05T07:30 2026-01-05T15:00",
        "Kari work D 2026-01-06T07:30 2026-01-06T15:00",
        "Kari work D 2026-01-14T07:30 2026-01-14T15:00",
        "Ola work A 2026-01-06T14:45 2026-01-06T22:15",
        "Ola work N 2026-01-07T22:00 2026-01-08T07:45",
        "Ola work D 2026-01-12T07:30 2026-01-12T15:00",
      ]),
    Case(
      "codes that are numbers: the first row is no row of week numbers",
      "Navn;05.01.2026;06.01.2026\nKari;1;2\nOla;0;1\n\nKode;Betegnelse;Start;Slutt;Timer\n"
        + "1;Dag;07:30;15:00;7,5\n2;Kveld;14:45;22:15;7,5\n0;Fri;;;0",
      [
        "Kari work 1 2026-01-05T07:30 2026-01-05T15:00",
        "Kari work 2 2026-01-06T14:45 2026-01-06T22:15", "Ola off 0 2026-01-05 2026-01-06",
        "Ola work 1 2026-01-06T07:30 2026-01-06T15:00",
      ]),
    Case(
      "codes explained in a sentence that goes on",
      """
      Navn;ma 05.01.2026;ti 06.01.2026
      Eva;D;N

      D = 07.30-15.00, N = 22.00-07.45. Feil meldes avdelingsleder.
      """,
      [
        "Eva work D 2026-01-05T07:30 2026-01-05T15:00",
        "Eva work N 2026-01-06T22:00 2026-01-07T07:45",
      ]),
    Case(
      "codes explained to the right of the plan",
      """
      Navn;05.01.2026;06.01.2026;;Kode;Start;Slutt
      Kari;D;A;;D;07:30;15:00
      Ola;;D;;A;14:45;22:15
      """,
      [
        "Kari work D 2026-01-05T07:30 2026-01-05T15:00",
        "Kari work A 2026-01-06T14:45 2026-01-06T22:15",
        "Ola work D 2026-01-06T07:30 2026-01-06T15:00",
      ]),
    Case(
      "a table from a text, with a line of dashes",
      """
      | Navn | 05.01.2026 | 06.01.2026 |
      |------|:----------|------|
      | Kari | 07:30-15:00 | fri |
      | Ola  | 22:00-07:30 |  |
      """,
      [
        "Kari work  2026-01-05T07:30 2026-01-05T15:00", "Kari off fri 2026-01-06 2026-01-07",
        "Ola work  2026-01-05T22:00 2026-01-06T07:30",
      ]),
    Case(
      "each day in two columns",
      """
      Navn;05.01.2026;;06.01.2026;
      ;Fra;Til;Fra;Til
      Kari;07:30;15:00;F1;
      Ola;22:00;07:30;;
      """,
      [
        "Kari work  2026-01-05T07:30 2026-01-05T15:00", "Kari off F1 2026-01-06 2026-01-07",
        "Ola work  2026-01-05T22:00 2026-01-06T07:30",
      ]),
    Case(
      "day numbers below two months",
      "Turnusplan januar–februar 2026;;;;\n;Januar;;;Februar;\nNavn;29;30;31;1;2\nKari;;D;;N;A"
        + codes,
      [
        "Kari work D 2026-01-30T07:30 2026-01-30T15:00",
        "Kari work N 2026-02-01T22:00 2026-02-02T07:45",
        "Kari work A 2026-02-02T14:45 2026-02-02T22:15",
      ]),
    Case(
      "the newest day first", "Dato;Kari;Ola\n07.01.2026;D;\n06.01.2026;;A\n05.01.2026;D;N" + codes,
      [
        "Kari work D 2026-01-05T07:30 2026-01-05T15:00",
        "Kari work D 2026-01-07T07:30 2026-01-07T15:00",
        "Ola work N 2026-01-05T22:00 2026-01-06T07:45",
        "Ola work A 2026-01-06T14:45 2026-01-06T22:15",
      ]),
    Case(
      "base plan: people below the sums, by the week they start in",
      """
      Grunnturnus. Gjelder fra 02.03.2026 til 15.03.2026
      Uke;Ma;Ti;On;To;Fr;Lø;Sø;Timer
      1;D;;;;;;;7,5
      2;;A;;;;;;7,5
      Sum;1;1;;;;;;
      Navn;Starter i uke
      Kari Nes;1
      Ola Rud;2
      """ + codes,
      [
        "Kari Nes work D 2026-03-02T07:30 2026-03-02T15:00",
        "Kari Nes work A 2026-03-10T14:45 2026-03-10T22:15",
        "Ola Rud work A 2026-03-03T14:45 2026-03-03T22:15",
        "Ola Rud work D 2026-03-09T07:30 2026-03-09T15:00",
      ]),
    Case(
      "a remark about a person says nothing of how nights are dated",
      "Navn;05.01.2026;06.01.2026;Merknad\nKari;N;;slutter i natt, siste dag 06.01" + codes,
      ["Kari work N 2026-01-05T22:00 2026-01-06T07:45"]),
    Case(
      "a plan that counts its own weeks",
      """
      Arbeidsplan for Kari Nordmann fra 19.01.2026
      ;Man;Tir;Ons;Tor;Fre;Lør;Søn
      Uke 1;8-16;;;;;;
      Uke 2;;;;14-22;;;
      """,
      [
        "Kari Nordmann work  2026-01-19T08:00 2026-01-19T16:00",
        "Kari Nordmann work  2026-01-29T14:00 2026-01-29T22:00",
      ]),
    Case(
      "marks beside codes, and markings with blanks and points",
      "Navn;05.01.2026;06.01.2026;07.01.2026\nKari;d;D*;N (byttet)\nPer;ferie;F 1;Sykm." + codes,
      [
        "Kari work d 2026-01-05T07:30 2026-01-05T15:00",
        "Kari work D 2026-01-06T07:30 2026-01-06T15:00",
        "Kari work N 2026-01-07T22:00 2026-01-08T07:45", "Per absence ferie 2026-01-05 2026-01-06",
        "Per off F 1 2026-01-06 2026-01-07", "Per absence Sykm. 2026-01-07 2026-01-08",
      ]),
  ]

  @Test("Read as a reader of the ward would", arguments: cases)
  func reads(_ roster: Case) {
    let reading = RosterReader.read(roster.text)
    #expect(reading.entries == roster.wanted)
    #expect(reading.said.isEmpty, "\(reading.said)")
  }

  @Test("A field of dashes is a day off, not a line of a table")
  func keepsDashes() {
    let reading = RosterReader.read("Navn|05.01.2026|06.01.2026\n-|-|-\nKari|-|7-15")
    #expect(
      reading.entries.filter { $0.hasPrefix("Kari") } == [
        "Kari off - 2026-01-05 2026-01-06", "Kari work  2026-01-06T07:00 2026-01-06T15:00",
      ])
  }
}
