// swift-tools-version: 6.2
import PackageDescription

let package = Package(
  name: "Benchmarks",
  // Named, since the identity of a package by path is the folder, which is anything in a clone.
  dependencies: [.package(name: "fatigue", path: "..")],
  targets: [
    .executableTarget(
      name: "benchmarks", dependencies: [.product(name: "FatigueCore", package: "fatigue")])
  ],
  swiftLanguageModes: [.v6]
)
