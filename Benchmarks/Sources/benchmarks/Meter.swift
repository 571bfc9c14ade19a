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

  /// Most memory the process has held, in bytes.
  static var peakMemory: Int {
    var usage = rusage()
    getrusage(RUSAGE_SELF, &usage)
    return usage.ru_maxrss * 1024
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

  /// Runs `work` once to warm up, then `repetitions` times.
  static func of(_ repetitions: Int, _ work: () -> Int) -> Sample {
    var kept = work()
    var times: [Int64] = []
    var walls: [Int64] = []
    for _ in 0..<repetitions {
      let wall = Meter.wallTime
      let start = Meter.processorTime
      kept &+= work()
      times.append(Meter.processorTime - start)
      walls.append(Meter.wallTime - wall)
    }
    Sink.take(kept)
    return Sample(times: times.sorted(), wall: walls.sorted()[walls.count / 2])
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
      while count < size {
        let got = Glibc.read(file, buffer.baseAddress! + count, size - count)
        guard got > 0 else { return }
        count += got
      }
    }
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
