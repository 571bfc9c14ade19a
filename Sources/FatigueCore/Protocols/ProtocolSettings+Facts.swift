extension ProtocolSettings {
  /// What a workplace and its people have said, and our own defaults where they have not.
  public init(_ facts: Facts, for roster: Roster) {
    self.init()
    site = facts.site ?? site
    ward = WardSettings(facts.nights, light: facts.light)
    for (unit, about) in facts.units {
      wards[unit] = WardSettings(about.nights.filled(from: facts.nights), light: facts.light)
    }
    sleep = facts.sleep
    var everyone = PersonChoices()
    everyone.commuteMode = facts.commuteMode ?? everyone.commuteMode
    for (index, person) in roster.people.enumerated() {
      var choices = everyone
      if let about = facts.person(person) {
        sleepOf[index] = about.sleep
        choices.commuteMode = about.commuteMode ?? choices.commuteMode
        choices.avoidsBrightLight = about.avoidsBrightLight
        choices.takesCaffeine = !about.avoidsCaffeine
        choices.isPregnant = about.isPregnant
        choices.nocturnalDaysOff = about.hasNocturnalDaysOff
      }
      choicesOf[index] = choices
    }
  }
}

extension WardSettings {
  /// Ceiling lights reach 1,000 lx at the eye, as the rule for them asks; a lamp keeps its own default.
  private static let ceilingLux = 1000.0

  init(_ facts: NightFacts, light: LightSettings) {
    self.init()
    self.light = light
    self.light.wardNight = facts.nightLux ?? light.wardNight
    self.light.wardDay = facts.dayLux ?? light.wardDay
    brightLight = facts.brightSource ?? brightLight
    brightLux = facts.brightLux ?? (brightLight == .ceiling ? Self.ceilingLux : brightLux)
    hasNapPlace = facts.allowsNaps ?? hasNapPlace
    naps.lengths = facts.napLengths ?? naps.lengths
    naps.notBefore = facts.napFrom ?? naps.notBefore
    leastAwake = facts.leastAwake
    restPlaces = facts.restPlaces
  }
}
