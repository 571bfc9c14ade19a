/// What texts mean, worked out once for each text however often it stands in a file.
struct InternedValues<Value> {
  private var numbers = ByteInterner()
  private var values: [Value] = []

  /// - Parameter make: What a text means that has not been met.
  mutating func number(_ bytes: Span<UInt8>, _ range: Range<Int>, _ make: () -> Value) -> Int32 {
    let number = numbers.number(bytes, range)
    if number == values.count { values.append(make()) }
    return Int32(clamping: number)
  }

  subscript(number: Int32) -> Value {
    get { values[Int(number)] }
    set { values[Int(number)] = newValue }
  }
}
