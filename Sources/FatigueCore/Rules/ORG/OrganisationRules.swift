/// What the programme asks of the organisation.
enum OrganisationRules {
  static let all: [Rule] = []
}
