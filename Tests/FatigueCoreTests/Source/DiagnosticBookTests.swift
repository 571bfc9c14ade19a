import Foundation
import Testing

@testable import FatigueCore

@Suite struct DiagnosticBookTests {
  @Test("Every identifier is unique, in order, and has both languages")
  func isInOrder() {
    let ids = DiagnosticCode.all.map(\.id)
    #expect(ids == ids.sorted())
    #expect(Set(ids).count == ids.count)
    for code in DiagnosticCode.all {
      for language in Language.allCases {
        #expect(!code.title[language].isEmpty)
        #expect(code.explanation[language].count > 20, "\(code.id)")
      }
      #expect(DiagnosticCode.named(code.id) == code)
    }
  }

  @Test("Every code in the sources is in the list")
  func isComplete() throws {
    let folder = TestData.tests.deletingLastPathComponent()
      .appending(path: "Sources/FatigueCore/Source")
    var declared: [String] = []
    for name in try FileManager.default.contentsOfDirectory(atPath: folder.path) {
      let text = try String(contentsOf: folder.appending(path: name), encoding: .utf8)
      declared += text.matches(of: /id: "((?:CFG|IN)-(?:\d+|[A-Z]+))"/).map { String($0.output.1) }
    }
    #expect(declared.sorted() == DiagnosticCode.all.map(\.id).sorted())
  }
}
