/// `design -f csv`: the base plan in the layout that `check` reads, with a line for everybody to start on and the
/// times of the codes.
public enum DesignCSV {
  public static func bytes(_ result: DesignResult, _ language: Language) -> [UInt8] {
    guard let grid = result.grid else { return [] }
    let spec = result.spec
    let isNorwegian = language == .nb
    var rows: [[String]] = []
    let last = spec.from + (spec.weeks * 7 - 1)
    rows.append([isNorwegian ? "Gjelder fra" : "From", date(spec.from)])
    rows.append([isNorwegian ? "Gjelder til" : "To", date(last)])
    rows.append([])
    rows.append(
      isNorwegian
        ? ["Linje", "Man", "Tir", "Ons", "Tor", "Fre", "Lør", "Søn"]
        : ["Line", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"])
    for line in 0..<grid.weeks {
      rows.append([String(line + 1)] + codes(grid.line(line), spec))
    }
    rows.append([])
    rows.append(
      isNorwegian ? ["Ansattnr", "Navn", "Startlinje"] : ["Staff no", "Name", "Start line"])
    let name = isNorwegian ? "Ansatt" : "Employee"
    for person in 0..<spec.people {
      rows.append([
        String(person + 1), "\(name) \(person + 1)", String(person % grid.weeks + 1),
      ])
    }
    rows.append([])
    rows.append(
      isNorwegian
        ? ["Kode", "Start", "Slutt", "Ubetalt pause (min)"]
        : ["Code", "Start", "End", "Unpaid break (min)"])
    for shift in spec.shifts {
      rows.append([
        shift.code, ClockTime(secondOfDay: shift.start).text,
        ClockTime(secondOfDay: shift.end % 86_400).text, String(shift.unpaidBreak),
      ])
    }
    let separator = UInt8(ascii: isNorwegian ? ";" : ",")
    var bytes: [UInt8] = []
    for row in rows {
      for (place, field) in row.enumerated() {
        if place > 0 { bytes.append(separator) }
        bytes += ConvertCSV.field(field, separator: separator)
      }
      bytes += [13, 10]
    }
    return bytes
  }

  private static func date(_ date: CivilDate) -> String {
    let (year, month, day) = date.components
    return "\(padded(day, 2)).\(padded(month, 2)).\(padded(year, 4))"
  }

  /// The codes of a line; the last free day of the week is the weekly one.
  public static func codes(_ line: ArraySlice<UInt8>, _ spec: DesignSpec) -> [String] {
    let weekly = line.lastIndex(of: 0)
    return line.indices.map { day in
      let cell = Int(line[day])
      return cell > 0 ? spec.shifts[cell - 1].code : day == weekly ? "F1" : "F2"
    }
  }
}
