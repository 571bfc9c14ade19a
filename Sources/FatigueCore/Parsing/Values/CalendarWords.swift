/// Names of weekdays and months in bokmål, nynorsk and English, in small letters.
enum CalendarWords {
  /// 1 is Monday.
  static let weekdays: [String: Int] = {
    let names: [[String]] = [
      ["mandag", "måndag", "man", "mån", "ma", "må", "mon", "monday", "mo"],
      ["tirsdag", "tysdag", "tir", "tirs", "tys", "ti", "ty", "tue", "tues", "tuesday", "tu"],
      ["onsdag", "ons", "on", "wed", "weds", "wednesday", "we"],
      ["torsdag", "tor", "tors", "to", "thu", "thur", "thurs", "thursday", "th"],
      ["fredag", "fre", "fr", "fri", "friday"],
      ["lørdag", "laurdag", "lør", "lau", "laur", "lø", "la", "sat", "saturday", "sa"],
      ["søndag", "sundag", "søn", "sun", "sø", "su", "sunday"],
    ]
    var result: [String: Int] = [:]
    for (index, words) in names.enumerated() {
      for word in words { result[word] = index + 1 }
    }
    return result
  }()

  /// 1 is January.
  static let months: [String: Int] = {
    let names: [[String]] = [
      ["januar", "january", "jan"], ["februar", "february", "feb", "febr"],
      ["mars", "march", "mar"], ["april", "apr"], ["mai", "may"], ["juni", "june", "jun"],
      ["juli", "july", "jul"], ["august", "aug"], ["september", "sep", "sept"],
      ["oktober", "october", "okt", "oct"], ["november", "nov"],
      ["desember", "december", "des", "dec"],
    ]
    var result: [String: Int] = [:]
    for (index, words) in names.enumerated() {
      for word in words { result[word] = index + 1 }
    }
    return result
  }()
}
