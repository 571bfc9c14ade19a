/// Every alertness model, in the order of listings; the first is the default.
public enum ModelBook {
  public static let all: [AlertnessModel] = [
    .fiveC,
    .classic,
    .classicWithInertia,
    .unified,
    .indices,
  ]

  public static func model(_ id: String) -> AlertnessModel? { all.first { $0.id == id } }
}
