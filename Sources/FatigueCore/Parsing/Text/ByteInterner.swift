/// Numbers texts in the order in which they are first met, without making strings.
///
/// A key is up to three stretches of bytes. The last key and the one after it are tried before the
/// table: rows of one person stand together, and a list by date goes through people in one order.
struct ByteInterner {
  private struct Entry {
    var offset: Int
    var lengths: (Int32, Int32, Int32)
    var hash: UInt64
  }

  private var arena: [UInt8] = []
  private var entries: [Entry] = []
  /// Numbers of entries plus one, 0 where free; a power of two long.
  private var table = [UInt32](repeating: 0, count: 64)
  private var last = 0
  /// Unknown to those who write files, so that none can be made that is slow to read.
  private let seed = UInt64.random(in: 1...UInt64.max)

  var count: Int { entries.count }

  /// - Returns: the number of the key; a new one is ``count`` before the call.
  mutating func number(
    _ bytes: Span<UInt8>, _ a: Range<Int>, _ b: Range<Int> = 0..<0, _ c: Range<Int> = 0..<0
  ) -> Int {
    let hash: UInt64
    switch look(bytes, a, b, c) {
    case .known(let entry): return entry
    case .new(let made): hash = made
    }
    add(bytes, a, b, c, hash)
    last = entries.count - 1
    return last
  }

  /// - Returns: the number of the key, nil when it has not been met; it is not added then.
  mutating func find(
    _ bytes: Span<UInt8>, _ a: Range<Int>, _ b: Range<Int> = 0..<0, _ c: Range<Int> = 0..<0
  ) -> Int? {
    guard case .known(let entry) = look(bytes, a, b, c) else { return nil }
    return entry
  }

  /// The bytes of a key, its stretches one after another.
  func bytes(of number: Int) -> ArraySlice<UInt8> {
    let entry = entries[number]
    let count = entry.lengths.0 + entry.lengths.1 + entry.lengths.2
    return arena[entry.offset..<entry.offset + Int(count)]
  }

  /// Makes room for so many keys in all, if they are as long as those so far and not very long.
  mutating func reserve(_ count: Int) {
    arena.reserveCapacity(min(arena.count / max(1, entries.count), 64) * count)
    entries.reserveCapacity(count)
  }

  private enum Outcome {
    case known(Int)
    case new(hash: UInt64)
  }

  @inline(__always)
  private mutating func look(
    _ bytes: Span<UInt8>, _ a: Range<Int>, _ b: Range<Int>, _ c: Range<Int>
  ) -> Outcome {
    if last < entries.count {
      if equals(last, bytes, a, b, c) { return .known(last) }
      if last + 1 < entries.count, equals(last + 1, bytes, a, b, c) {
        last += 1
        return .known(last)
      }
    }
    var hash = seed
    mix(&hash, bytes, a)
    if !b.isEmpty || !c.isEmpty {
      mix(&hash, bytes, b)
      mix(&hash, bytes, c)
    }
    hash ^= hash >> 32
    var slot = Int(truncatingIfNeeded: hash) & (table.count - 1)
    while table[slot] != 0 {
      let entry = Int(table[slot]) - 1
      if entries[entry].hash == hash, equals(entry, bytes, a, b, c) {
        last = entry
        return .known(entry)
      }
      slot = (slot + 1) & (table.count - 1)
    }
    return .new(hash: hash)
  }

  /// Both halves of a product, so that what two texts differ in meets the seed and cannot be undone by what follows.
  @inline(__always)
  private func fold(_ hash: inout UInt64, _ word: UInt64) {
    let product = (hash ^ word).multipliedFullWidth(by: 0x9FB2_1C65_1E98_DF25)
    hash = (product.high ^ product.low) &+ seed
  }

  private func mix(_ hash: inout UInt64, _ bytes: Span<UInt8>, _ range: Range<Int>) {
    var i = range.lowerBound
    while range.upperBound - i >= 8 {
      fold(&hash, ByteWords.load(bytes, i))
      i += 8
    }
    var rest: UInt64 = 0
    while i < range.upperBound {
      rest = rest << 8 | UInt64(bytes[i])
      i += 1
    }
    // The length, so that stretches do not run together.
    fold(&hash, rest << 4 ^ UInt64(truncatingIfNeeded: range.count))
  }

  @inline(__always)
  private func equals(
    _ entry: Int, _ bytes: Span<UInt8>, _ a: Range<Int>, _ b: Range<Int>, _ c: Range<Int>
  ) -> Bool {
    let lengths = entries[entry].lengths
    guard Int(lengths.0) == a.count, Int(lengths.1) == b.count, Int(lengths.2) == c.count else {
      return false
    }
    let at = entries[entry].offset
    let arena = arena.span
    return ByteWords.equal(bytes, a, arena, at)
      && ByteWords.equal(bytes, b, arena, at + a.count)
      && ByteWords.equal(bytes, c, arena, at + a.count + b.count)
  }

  private mutating func add(
    _ bytes: Span<UInt8>, _ a: Range<Int>, _ b: Range<Int>, _ c: Range<Int>, _ hash: UInt64
  ) {
    entries.append(
      Entry(
        offset: arena.count, lengths: (Int32(a.count), Int32(b.count), Int32(c.count)), hash: hash))
    append(bytes, a)
    append(bytes, b)
    append(bytes, c)
    if entries.count * 2 > table.count {
      table = [UInt32](repeating: 0, count: table.count * 2)
      for i in entries.indices { insert(i) }
    } else {
      insert(entries.count - 1)
    }
  }

  private mutating func append(_ bytes: Span<UInt8>, _ range: Range<Int>) {
    if range.isEmpty { return }
    arena.append(addingCapacity: range.count) { added in
      for i in range { added.append(bytes[i]) }
    }
  }

  private mutating func insert(_ entry: Int) {
    var slot = Int(truncatingIfNeeded: entries[entry].hash) & (table.count - 1)
    while table[slot] != 0 { slot = (slot + 1) & (table.count - 1) }
    table[slot] = UInt32(entry + 1)
  }
}
