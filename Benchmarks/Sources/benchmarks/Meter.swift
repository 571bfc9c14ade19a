import FatigueCore
import Glibc

/// Processor time of this process and the memory it holds.
enum Meter {
  /// Nanoseconds of processor time, all threads, user and system.
  static var processorTime: Int64 { clock(CLOCK_PROCESS_CPUTIME_ID) }

  static var wallTime: Int64 { clock(CLOCK_MONOTONIC) }

  private static func clock(_ id: clockid_t) -> Int64 {
    var time = timespec()
    clock_gettime(id, &time)
    return Int64(time.tv_sec) * 1_000_000_000 + Int64(time.tv_nsec)
  }

  /// Memory the process holds now, in bytes; 0 where the system does not tell.
  static var memory: Int {
    let file = open("/proc/self/statm", O_RDONLY)
    guard file >= 0 else { return 0 }
    defer { close(file) }
    var bytes = [UInt8](repeating: 0, count: 256)
    let count = Glibc.read(file, &bytes, bytes.count)
    let fields = String(decoding: bytes.prefix(max(0, count)), as: UTF8.self).split(separator: " ")
    return fields.count > 1 ? (Int(fields[1]) ?? 0) * Int(getpagesize()) : 0
  }
}

/// What several runs of one stage took.
struct Sample {
  /// Nanoseconds of processor time, sorted.
  var times: [Int64]
  /// Nanoseconds on the wall clock, the median.
  var wall: Int64

  var median: Int64 { times[times.count / 2] }
  var least: Int64 { times[0] }
  /// Half the distance between the quickest and the slowest run, in percent of the median.
  var spread: Double {
    guard median > 0, let last = times.last else { return 0 }
    return Double(last - times[0]) / 2 / Double(median) * 100
  }

  /// A measurement takes at least this long, so that short stages are repeated in it.
  private static let shortest: Int64 = 4_000_000

  /// Runs `work` once to warm up, then measures `repetitions` times.
  static func of(_ repetitions: Int, _ work: () -> Int) -> Sample {
    let first = Meter.processorTime
    var kept = work()
    let rounds = Int(max(1, min(1_000, shortest / max(1, Meter.processorTime - first))))
    var times: [Int64] = []
    var walls: [Int64] = []
    for _ in 0..<repetitions {
      let wall = Meter.wallTime
      let start = Meter.processorTime
      for _ in 0..<rounds { kept &+= work() }
      times.append((Meter.processorTime - start) / Int64(rounds))
      walls.append((Meter.wallTime - wall) / Int64(rounds))
    }
    Sink.take(kept)
    return Sample(times: times.sorted(), wall: walls.sorted()[walls.count / 2])
  }

  /// Of work that tells by itself what it took, in nanoseconds of processor time.
  static func told(_ repetitions: Int, by work: () -> Int64) -> Sample {
    _ = work()
    let times = (0..<repetitions).map { _ in work() }.sorted()
    return Sample(times: times, wall: times[times.count / 2])
  }

  /// What `work` takes beyond `base`: each repetition runs both, one after the other, so that what else
  /// the machine does weighs on both.
  static func of(_ repetitions: Int, _ work: () -> Int, beyond base: () -> Int) -> Sample {
    var kept = base() &+ work()
    var times: [Int64] = []
    for _ in 0..<repetitions {
      let start = Meter.processorTime
      kept &+= base()
      let middle = Meter.processorTime
      kept &+= work()
      times.append(Meter.processorTime - middle - (middle - start))
    }
    Sink.take(kept)
    times.sort()
    return Sample(times: times, wall: times[times.count / 2])
  }
}

/// Somewhere to leave a result, so that no work is optimised away.
enum Sink {
  @inline(never)
  static func take(_ value: Int) {
    guard value == .min else { return }
    print(value)
  }
}

/// Files, as whole byte arrays.
enum Files {
  static func read(_ path: String) -> [UInt8]? {
    let file = open(path, O_RDONLY)
    guard file >= 0 else { return nil }
    defer { close(file) }
    var status = stat()
    guard fstat(file, &status) == 0 else { return nil }
    let size = Int(status.st_size)
    return [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
      askForLargePages(UnsafeMutableRawBufferPointer(buffer))
      while count < size {
        let got = Glibc.read(file, buffer.baseAddress! + count, size - count)
        guard got > 0 else { return }
        count += got
      }
    }
  }

  static func readAtOnce(_ path: String) -> RosterReading? {
    read(path).map { RosterReader.read([(path, $0)]) }
  }

  /// Reads a long list without keeping its bytes, as the program does; nil when it is to be read at once.
  static func readInPieces(_ path: String) -> RosterReading? {
    let file = open(path, O_RDONLY)
    guard file >= 0 else { return nil }
    defer { close(file) }
    var status = stat()
    guard fstat(file, &status) == 0, status.st_size >= 1 << 20 else { return nil }
    let source = PieceSource(size: Int(status.st_size), room: 1 << 18) { bytes, offset, most in
      bytes.append(addingCapacity: most) { added in
        added.withUnsafeMutableBufferPointer { buffer, count in
          count = max(0, pread(file, buffer.baseAddress!, buffer.count, offset))
        }
      }
      return true
    }
    return RosterReader.readInPieces(path, source, prepare: askForLargePages)
  }

  private static func askForLargePages(_ room: inout OutputSpan<Shift>) {
    room.withUnsafeMutableBufferPointer { buffer, _ in
      askForLargePages(UnsafeMutableRawBufferPointer(buffer))
    }
  }

  /// As the program does it where a long input and its shifts will lie.
  private static func askForLargePages(_ room: UnsafeMutableRawBufferPointer) {
    let large = 2 << 20
    guard let start = room.baseAddress, room.count >= 2 * large else { return }
    let toBoundary = -Int(bitPattern: start) & (large - 1)
    madvise(start + toBoundary, (room.count - toBoundary) & -large, MADV_HUGEPAGE)
  }

  @discardableResult
  static func write(_ bytes: [UInt8], _ path: String) -> Bool {
    let file = open(path, O_WRONLY | O_CREAT | O_TRUNC, 0o644)
    guard file >= 0 else { return false }
    defer { close(file) }
    return bytes.withUnsafeBytes { buffer in
      var done = 0
      while done < buffer.count {
        let sent = Glibc.write(file, buffer.baseAddress! + done, buffer.count - done)
        guard sent > 0 else { return false }
        done += sent
      }
      return true
    }
  }
}
