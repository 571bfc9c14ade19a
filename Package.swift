// swift-tools-version: 6.2
import PackageDescription

let settings: [SwiftSetting] = [
  .strictMemorySafety(),
  .enableUpcomingFeature("MemberImportVisibility"),
  .enableUpcomingFeature("ExistentialAny"),
]

let package = Package(
  name: "fatigue",
  products: [
    .executable(name: "fatigue", targets: ["fatigue-cli"]),
    .library(name: "FatigueCore", targets: ["FatigueCore"]),
  ],
  targets: [
    .target(name: "FatigueCore", swiftSettings: settings),
    .executableTarget(
      name: "fatigue-cli", dependencies: ["FatigueCore"], swiftSettings: settings),
    .testTarget(
      name: "FatigueCoreTests", dependencies: ["FatigueCore"], swiftSettings: settings),
    .testTarget(
      name: "FatigueCLITests", dependencies: ["fatigue-cli", "FatigueCore"],
      swiftSettings: settings),
  ],
  swiftLanguageModes: [.v6]
)
