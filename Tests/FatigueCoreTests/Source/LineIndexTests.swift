import FatigueCore
import Testing

@Suite struct LineIndexTests {
  @Test("The same lines as the slow way, for every byte of files with every line end")
  func agrees() throws {
    var sources = SourceMap()
    for text in ["a\nb\r\nc\rd", "", "\r\r\n\n", "æ\n"] {
      _ = sources.add(path: "f\(sources.files.count)", bytes: Array(text.utf8))
    }
    let index = LineIndex(sources)
    for (number, file) in sources.files.enumerated() {
      for offset in 0...file.bytes.count {
        let position = sources.position(file: number, offset: offset)
        let found = try #require(index.line(of: position))
        #expect(found.file == number)
        #expect(found.line == sources.place(position)?.line)
      }
    }
    #expect(index.line(of: .none) == nil)
    #expect(LineIndex(SourceMap()).line(of: SourcePosition(3)) == nil)
  }
}
