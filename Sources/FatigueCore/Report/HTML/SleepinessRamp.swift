/// Colours of KSS 1–9 in both themes, with the ink that is read on each.
///
/// From cool to warm; contrast to the page rises with sleepiness and lightness is strictly monotone, so
/// that the ramp survives grey print. Steps 4–9 stay apart with protanopia, deuteranopia and
/// tritanopia; 1–3, which all mean alert, are close on purpose. Every ink has at least 4.5:1.
/// Source: `spec/outputs.md` 3.2, our own choice, contrast by WCAG 2.2.
enum SleepinessRamp {
  struct Step {
    var fill: String
    var ink: String
  }

  static let light = steps(
    "#eff8fe #def0f8 #cbe8eb #d4dfb7 #e2c479 #e29c3f #d36c1b #b23b19 #7c1720",
    dark: "#16202b", light: "#ffffff", lightFrom: 8)
  static let dark = steps(
    "#1c272e #21333c #264049 #3a4d3e #6d5327 #9d621e #cf7231 #f88b5f #fec0ad",
    dark: "#f4f7fa", light: "#0b1015", lightFrom: 7)

  /// `--k1:#eff8fe;--t1:#16202b;…`
  static func variables(_ steps: [Step]) -> String {
    steps.enumerated().map { "--k\($0 + 1):\($1.fill);--t\($0 + 1):\($1.ink)" }
      .joined(separator: ";")
  }

  /// The step of a rating: 7 means 7.0 to 7.9.
  static func step(_ kss: KSS) -> Int { KSS(kss.clamped).hundredths / 100 }

  private static func steps(
    _ fills: String, dark: String, light: String, lightFrom: Int
  ) -> [Step] {
    fills.split(separator: " ").enumerated().map { index, fill in
      Step(fill: String(fill), ink: index + 1 < lightFrom ? dark : light)
    }
  }
}
