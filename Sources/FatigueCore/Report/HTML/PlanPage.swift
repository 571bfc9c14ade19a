/// `plan -f html`: the ward's page, and below it the plan of each person asked for. One file without
/// script, in the style of the report of `check`.
public enum PlanPage {
  public static func bytes(_ report: PlanReport, _ language: Language) -> [UInt8] {
    var page = Writer(report: report, language: language)
    page.head()
    page.html.markup(PlanHTML.section(report, language))
    for person in report.shown { page.person(person) }
    page.html.raw("</main>\n</body></html>\n")
    return page.html.takeBytes()
  }

  private struct Writer {
    let report: PlanReport
    let language: Language
    var html = HTMLWriter()

    private func say(_ nb: String, _ en: String) -> String { Localized(nb: nb, en: en)[language] }

    mutating func head() {
      let title = say("Netter", "Nights") + " – " + period
      html.raw(
        "<!DOCTYPE html>\n<html lang=\"\(language.rawValue)\"><head><meta charset=\"utf-8\">\n")
      html.raw(
        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; "
          + "style-src '\(HTMLReport.hash(HTMLStyle.sheet))'; base-uri 'none'; form-action 'none'\">\n"
      )
      html.raw("<meta name=\"viewport\" content=\"width=device-width,initial-scale=1\">")
      html.raw("<meta name=\"referrer\" content=\"no-referrer\">")
      html.raw("<meta name=\"robots\" content=\"noindex\">")
      html.raw("<meta name=\"color-scheme\" content=\"light dark\">\n")
      html.element("title", title)
      html.raw(
        "<style>\(HTMLStyle.sheet)</style></head>\n<body>\n<a class=\"skip\" href=\"#main\">")
      html.text(say("Hopp til innholdet", "Skip to the content"))
      html.raw("</a>\n<header><div>")
      html.element("h1", title)
      html.raw("</div></header>\n<main id=\"main\">\n")
    }

    private var period: String {
      let roster = report.roster
      return DateText.period(from: roster.firstDate, through: roster.lastDate)[language]
    }

    /// What to do when, with how sure it is, night by night.
    mutating func person(_ person: Int) {
      guard let plan = report.plan.people[person] else { return }
      let id = "plan-\(person + 1)"
      html.raw(
        "<section id=\"\(id)\" class=\"brk\" aria-labelledby=\"h-\(id)\"><h2 id=\"h-\(id)\">")
      html.text(report.names.shown[person])
      html.raw("</h2>\n")
      html.element("p", Caution.notMedical.text[language])
      html.element("p", Caution.modelValue.text[language])
      var days: [(title: String, entries: [AdviceEntry])] = []
      for entry in PlanCalendar.entries(plan, report.roster, language) {
        let date = report.roster.zone.civil(entry.anchor).date
        let title = date.text[language]
        if days.last?.title == title {
          days[days.count - 1].entries.append(entry)
        } else if let known = days.firstIndex(where: { $0.title == title }) {
          days[known].entries.append(entry)
        } else {
          days.append((title, [entry]))
        }
      }
      for entry in PlanWords.withoutNap(plan.nights) {
        let dates = entry.nights.map {
          CivilTime(localSeconds: report.roster.civil($0.duty.start).localSeconds - 43_200).date
            .text[language]
        }
        html.element(
          "p",
          say("Ingen hvil på vakt ", "No nap on duty ") + dates.joined(separator: ", ") + ": "
            + entry.reason.text[language])
      }
      var remarks: [String] = []
      for remark in plan.blocks.flatMap({ PlanWords.remarks($0, report.roster) })
      where !remarks.contains(remark[language]) {
        remarks.append(remark[language])
      }
      for remark in remarks { html.element("p", remark) }
      html.element("p", PlanPicture.legend[language], class: "mut")
      for picture in plan.blocks.flatMap({
        PlanPicture.all(of: $0, plan, report.roster, language)
      }) {
        html.raw("<div class=\"scroll\" tabindex=\"0\" role=\"region\"")
        html.attribute("aria-label", picture.label)
        html.raw(">")
        picture.write(to: &html)
        html.raw("</div>\n")
      }
      for day in days { table(day.title, day.entries) }
      let given = Set(plan.nights.flatMap(\.advice).flatMap(\.cautions))
      let cautions = Caution.allCases.filter { given.contains($0) || $0 == .seeDoctor }
      html.element("p", cautions.map { $0.text[language] }.joined(separator: " "))
      html.raw("</section>\n")
    }

    private mutating func table(_ night: String, _ entries: [AdviceEntry]) {
      html.raw("<div class=\"scroll\" tabindex=\"0\" role=\"region\"")
      html.attribute("aria-label", night)
      html.raw("><table class=\"tab rows\">")
      html.element("caption", say("Natten \(night)", "The night of \(night)"))
      html.raw("<thead><tr>")
      for head in [
        say("Når", "When"), say("Hva", "What"),
        say("Hvordan, og hvor sikkert", "How, and how sure"),
      ] {
        html.raw("<th scope=\"col\">")
        html.text(head)
        html.raw("</th>")
      }
      html.raw("</tr></thead><tbody>\n")
      for entry in entries {
        html.raw("<tr><th scope=\"row\">")
        html.text("\(time(entry.start))–\(end(entry))\(length(entry))")
        html.raw("</th><td>")
        html.text(entry.title)
        html.raw("</td><td>")
        // What to be careful about stands once, below the nights.
        let said = entry.text.split(separator: "\n")
        html.text((said.prefix(2) + said.dropFirst(2).suffix(1)).joined(separator: " "))
        html.raw("</td></tr>\n")
      }
      html.raw("</tbody></table></div>\n")
    }

    /// With its day, where it is another than the start's.
    private func end(_ entry: AdviceEntry) -> String {
      let zone = report.roster.zone
      let (start, end) = (zone.civil(entry.start), zone.civil(entry.end))
      return start.date == end.date ? end.clock : time(entry.end)
    }

    /// ` (20 min)`, where the clock is changed in it.
    private func length(_ entry: AdviceEntry) -> String {
      let roster = report.roster
      let span = WorkInterval(
        start: Int32(clamping: (entry.start - roster.origin).seconds),
        end: Int32(clamping: (entry.end - roster.origin).seconds))
      return AdviceText.changedLength(span, roster).map { " (\($0[language]))" } ?? ""
    }

    private func time(_ instant: Instant) -> String {
      let civil = report.roster.zone.civil(instant)
      return "\(DateText.weekday(civil.date.weekday)[language]) \(civil.clock)"
    }
  }
}
