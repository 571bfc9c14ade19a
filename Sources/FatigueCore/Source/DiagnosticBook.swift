/// Every diagnostic there is, in the order of their identifiers.
///
/// Identifiers never change and are never used again. Ranges: 001–039 files and rows, 040–099 values
/// in a list, 100–199 matrices, base plans and legends, 200–299 calendars, 400–409 look-back, 500–509
/// JSON, 600–619 sleep logs, 620–629 tables of duties, 630–639 changes to try and plans to compare,
/// 640–659 outcomes; `CFG-` stands for the settings, 001–019 how they are written, 020–099 what they
/// mean.
/// A new reader adds its own file `DiagnosticBook+….swift` and one line here.
extension DiagnosticCode {
  public static let all: [DiagnosticCode] =
    configuration + policy + files + rows + values + layouts + calendars + history + json
    + sleepLogs + dutyTables + changes + outcomes

  private static let configuration: [DiagnosticCode] = [
    .configurationUnreadable, .configurationTooLarge, .configurationNotUTF8,
    .configurationControlCharacter, .configurationLine, .configurationUnquoted,
    .configurationString, .configurationNumber, .configurationTime, .configurationBrackets,
    .configurationKeyAgain, .configurationTableAgain, .configurationUnknownTable,
    .configurationUnknownKey, .configurationWrongType, .configurationZone, .configurationRange,
    .configurationChoice, .configurationCode, .configurationEmpty, .configurationWeakKey,
    .configurationNotUsed, .configurationPair,
    .configurationSeveral,
  ]
  private static let files: [DiagnosticCode] = [
    .unreadableFile, .tooMuchInput, .emptyFile, .workbook, .document, .webPage, .mergeConflict,
    .notText, .readAsWindows1252, .invalidUTF8, .brokenUTF16, .nulPadding, .tooLong,
    .unclosedQuote, .textAfterQuote, .titleRows, .unknownLayout, .missingColumn, .noRows,
    .unknownColumn, .doubledColumn,
  ]
  private static let rows: [DiagnosticCode] = [
    .tooManyFields, .tooFewFields, .personMissing, .longName, .oneNameTwoNumbers,
    .oneNumberTwoNames, .controlCharacter, .lineBreakInField, .repeatedRow, .totalRow,
    .repeatedHeader, .tooManyNames, .unknownZone, .zonesDiffer,
    .guessablePseudonyms, .namesAlike, .hiddenCharacters, .fileNamesSomebody,
  ]
  private static let values: [DiagnosticCode] = [
    .dateMissing, .notADate, .noSuchDate, .dateWithoutYear, .weekdayDiffers, .yearOutOfRange,
    .farDate, .timeMissing, .notAClockTime, .noSuchTime, .spreadsheetNumber, .spreadsheetError,
    .equalTimes, .endsBeforeStart, .longShift, .tooLongShift, .badBreak, .codeWithoutTimes,
    .offCodeWithTimes, .unknownKind, .outOfReach,
  ]

  /// Those whose message quotes nothing of the input: only our own words, and numbers and dates that
  /// were read as such. A report for others prints these messages, and the title of every other
  /// diagnostic, so that a new one cannot give a name away. Whoever adds a code here has looked at
  /// every message that it has.
  public static let quotingNothing: Set<DiagnosticCode> = [
    .workbook, .document, .webPage, .mergeConflict, .readAsWindows1252, .brokenUTF16, .nulPadding,
    .tooLong, .unclosedQuote, .titleRows, .missingColumn, .noRows, .tooFewFields, .personMissing,
    .repeatedRow, .totalRow, .repeatedHeader, .tooManyNames, .guessablePseudonyms,
    .fileNamesSomebody, .dateMissing, .farDate, .timeMissing, .endsBeforeStart, .longShift,
    .tooLongShift, .outOfReach,
    .gapInDates, .noStartDate, .nightsDated, .emptyLegend, .shortPlanRow, .lineCountDiffers,
    .planTooLarge, .onlyLegend, .nothingInLayout, .weekDiffers, .rolledOut,
    .noCalendar, .noEvents, .nestedEvent, .badContentLine, .unclosedParameterQuote,
    .eventWithoutStart, .eventEndsFirst, .eventWithoutUID, .repeatedEvent, .sharedUID,
    .supersededEvent, .untilIsDate, .startNotInRule, .exceptionRule, .exceptionMissed,
    .exceptionIsDate, .seriesCut, .seriesWithoutEnd, .timeInGap, .seriesOverClockChange,
    .staleOverride, .otherComponents, .severalAttendees, .tooDeep, .longEvent, .freeEvents,
    .historyLeftOut, .historyUnknown, .historyGap, .jsonMissing,
    .sleepTooLong, .sleepOverlap, .sleepNotSleep, .sleepLogGap, .sleepInDuty, .sleepUnused,
    .sleepWhose, .sleepClockChange, .sleepTooMany, .sleepNoRows,
  ]

  private static let calendars: [DiagnosticCode] = [
    .noCalendar, .noEvents, .componentNotEnded, .strayEnd, .nestedEvent, .badContentLine,
    .unclosedParameterQuote, .outsideComponent, .eventWithoutStart, .badCalendarValue,
    .eventEndsFirst, .unknownCalendarZone, .badRule, .eventWithoutUID, .repeatedEvent,
    .sharedUID, .supersededEvent, .untilIsDate, .startNotInRule, .exceptionRule,
    .exceptionMissed, .exceptionIsDate, .seriesCut, .seriesWithoutEnd, .timeInGap,
    .seriesOverClockChange, .staleOverride, .wholeDayEvent, .otherComponents, .whoseCalendar,
    .severalAttendees, .floatingTimes, .foreignText, .tooDeep, .longEvent, .freeEvents,
    .doubledProperty,
  ]

  /// - Returns: nil when no diagnostic has this identifier.
  public static func named(_ id: String) -> DiagnosticCode? { all.first { $0.id == id } }
}
