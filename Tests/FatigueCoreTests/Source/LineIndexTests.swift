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

  @Test("Many places of one file have the lines and columns that each has by itself (seed 3)")
  func together() {
    var random = SeededNumbers(seed: 3)
    let parts = ["a", "æ", "😀", "\n", "\r\n", "\r", ";", "xyz"]
    for _ in 0..<200 {
      var sources = SourceMap()
      for file in 0..<2 {
        let text = (0..<Int.random(in: 0...40, using: &random)).map { _ in
          parts.randomElement(using: &random) ?? ""
        }.joined()
        _ = sources.add(path: "f\(file)", bytes: Array(text.utf8))
      }
      let positions = (0..<60).map { _ in
        let file = Int.random(in: 0...1, using: &random)
        let offset = Int.random(in: 0...sources.files[file].bytes.count, using: &random)
        return sources.position(file: file, offset: offset)
      }
      for (place, position) in zip(sources.places(positions), positions) {
        let alone = slowly(position, sources)
        #expect(place?.line == alone.line)
        #expect(place?.column == alone.column)
      }
    }
  }

  /// A line ends with LF, CR LF or a CR alone; a column is counted in UTF-16.
  private func slowly(_ position: SourcePosition, _ sources: SourceMap) -> (line: Int, column: Int)
  {
    let file = sources.files.last { $0.base <= position.value }
    let bytes = file?.bytes ?? []
    let offset = Int(position.value - (file?.base ?? 0))
    var (line, column) = (1, 1)
    for i in 0..<offset {
      if bytes[i] == 10 || bytes[i] == 13 && !(i + 1 < bytes.count && bytes[i + 1] == 10) {
        (line, column) = (line + 1, 1)
      } else if bytes[i] & 0xC0 != 0x80 {
        column += bytes[i] >= 0xF0 ? 2 : 1
      }
    }
    return (line, column)
  }
}
