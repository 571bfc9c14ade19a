// The one file that talks to C with pointers.
import FatigueCore
import Glibc

/// A failed call, by `errno`.
struct SystemError: Error, Equatable, Sendable {
  var number: Int32

  static let brokenPipe = SystemError(number: EPIPE)
  static let isDirectory = SystemError(number: EISDIR)
  static let exists = SystemError(number: EEXIST)
  static let tooLarge = SystemError(number: EFBIG)
}

/// The calls to the system, each checked.
enum SystemIO {
  static let standardInput: Int32 = 0
  static let standardOutput: Int32 = 1
  static let standardError: Int32 = 2

  /// The value of an environment variable, nil when it is not set.
  static func environment(_ name: String) -> String? {
    guard let value = unsafe getenv(name) else { return nil }
    return unsafe String(cString: value)
  }

  /// A reader that goes away, and a limit on the size of files, give an error from `write`, not a
  /// signal.
  static func takeErrorsForSignals() {
    _ = signal(SIGPIPE, SIG_IGN)
    _ = signal(SIGXFSZ, SIG_IGN)
  }

  /// Processors this process may use.
  static var processorCount: Int { max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN))) }

  static func terminalFacts(_ descriptor: Int32) -> Terminal.Facts {
    guard isatty(descriptor) == 1 else { return Terminal.Facts() }
    var size = winsize()
    let asked = unsafe ioctl(descriptor, UInt(TIOCGWINSZ), &size)
    let columns = asked == 0 && size.ws_col > 0 ? Int(size.ws_col) : nil
    return Terminal.Facts(isTerminal: true, columns: columns)
  }

  static func openForReading(_ path: String) throws(SystemError) -> Int32 {
    try opened(path) { unsafe open($0, O_RDONLY | O_CLOEXEC) }
  }

  /// - Parameter isPrivate: a new file can be read by its owner only.
  static func openForWriting(
    _ path: String, appends: Bool, isPrivate: Bool = false
  ) throws(SystemError) -> Int32 {
    let mode = O_WRONLY | O_CREAT | O_CLOEXEC | (appends ? O_APPEND : O_TRUNC)
    return try opened(path) { unsafe open($0, mode, isPrivate ? 0o600 : 0o666) }
  }

  /// Makes a folder for its owner only, unless it is there.
  static func makeFolder(_ path: String) throws(SystemError) {
    guard !path.utf8.contains(0) else { throw SystemError(number: ENOENT) }
    guard unsafe mkdir(path, 0o700) == 0 || errno == EEXIST else {
      throw SystemError(number: errno)
    }
  }

  /// Creates a file that only its owner can read; fails when it exists.
  static func create(_ path: String) throws(SystemError) -> Int32 {
    try opened(path) { unsafe open($0, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600) }
  }

  /// What a path leads to, when there is something.
  enum Kind: Equatable {
    case none
    case regularFile(mode: UInt32)
    case other

    /// The rights that a file has which is there.
    var mode: UInt32? {
      if case .regularFile(let mode) = self { mode } else { nil }
    }
  }

  /// A link that leads nowhere, or to itself, is something other than a file.
  static func kind(_ path: String) -> Kind {
    var facts = stat()
    guard !path.utf8.contains(0) else { return .none }
    guard unsafe stat(path, &facts) == 0 else {
      return unsafe lstat(path, &facts) == 0 ? .other : .none
    }
    return facts.st_mode & S_IFMT == S_IFREG
      ? .regularFile(mode: facts.st_mode & 0o7777) : .other
  }

  /// Creates a file; fails when it exists.
  ///
  /// - Parameter mode: nil for what the user's mask leaves of reading and writing.
  static func createNew(_ path: String, mode: UInt32?) throws(SystemError) -> Int32 {
    // Never wider than wanted, not even for a moment: others could open it meanwhile.
    let descriptor = try opened(path) {
      unsafe open($0, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, mode == nil ? 0o666 : 0o600)
    }
    if let mode { _ = fchmod(descriptor, mode) }
    return descriptor
  }

  /// Creates a file that has no name and is gone when it is closed; not every file system can.
  ///
  /// - Parameters:
  ///   - folder: On the file system where it will get a name; empty for the working folder.
  ///   - mode: As in ``createNew(_:mode:)``.
  static func createNameless(in folder: String, mode: UInt32?) throws(SystemError) -> Int32 {
    // Without this it could not be given a name.
    guard exists(ownFiles) else { throw SystemError(number: ENOENT) }
    // O_TMPFILE, a macro that Swift does not import: a bit of its own, and that of a folder.
    let nameless = 0o20_000_000 | O_DIRECTORY
    let descriptor = try opened(folder.isEmpty ? "." : folder) {
      unsafe open($0, nameless | O_WRONLY | O_CLOEXEC, mode == nil ? 0o666 : 0o600)
    }
    if let mode { _ = fchmod(descriptor, mode) }
    return descriptor
  }

  /// Gives a file a name that no other has.
  static func name(_ descriptor: Int32, _ path: String) throws(SystemError) {
    let own = "\(ownFiles)/\(descriptor)"
    guard unsafe linkat(AT_FDCWD, own, AT_FDCWD, path, AT_SYMLINK_FOLLOW) == 0 else {
      throw SystemError(number: errno)
    }
  }

  /// What the process has open, by number.
  private static let ownFiles = "/proc/self/fd"

  /// Puts a file in the place of another in one step.
  static func rename(_ path: String, to target: String) throws(SystemError) {
    guard unsafe Glibc.rename(path, target) == 0 else { throw SystemError(number: errno) }
  }

  static func remove(_ path: String) { _ = unsafe unlink(path) }

  /// The path without links and dots, nil when there is no such file or folder.
  static func realPath(_ path: String) -> String? {
    guard !path.utf8.contains(0), let resolved = unsafe realpath(path, nil) else { return nil }
    defer { unsafe free(resolved) }
    return unsafe String(cString: resolved)
  }

  static func isFolder(_ path: String) -> Bool {
    var facts = stat()
    guard !path.utf8.contains(0), unsafe stat(path, &facts) == 0 else { return false }
    return facts.st_mode & S_IFMT == S_IFDIR
  }

  /// What lies in a folder, by name and in no order, without the folder itself and the one it lies in.
  static func names(in folder: String) throws(SystemError) -> [String] {
    guard !folder.utf8.contains(0), let stream = unsafe opendir(folder) else {
      throw SystemError(number: errno)
    }
    defer { unsafe closedir(stream) }
    var names: [String] = []
    while let entry = unsafe readdir(stream) {
      let name = unsafe withUnsafePointer(to: &entry.pointee.d_name) { field in
        unsafe field.withMemoryRebound(to: CChar.self, capacity: 256) { unsafe String(cString: $0) }
      }
      if name != ".", name != ".." { names.append(name) }
    }
    return names
  }

  static func exists(_ path: String) -> Bool {
    guard !path.utf8.contains(0) else { return false }
    return unsafe access(path, F_OK) == 0
  }

  /// Bytes that nobody can foresee. The standard library takes them from getrandom(2).
  static func randomBytes(_ count: Int) -> [UInt8] {
    var generator = SystemRandomNumberGenerator()
    return (0..<count).map { _ in UInt8.random(in: 0...255, using: &generator) }
  }

  private static func opened(
    _ path: String, _ call: (String) -> Int32
  ) throws(SystemError) -> Int32 {
    // A name with a NUL would be cut there and name another file.
    guard !path.utf8.contains(0) else { throw SystemError(number: ENOENT) }
    while true {
      let descriptor = call(path)
      if descriptor >= 0 { return descriptor }
      guard errno == EINTR else { throw SystemError(number: errno) }
    }
  }

  static func close(_ descriptor: Int32) throws(SystemError) {
    guard Glibc.close(descriptor) == 0 || errno == EINTR else { throw SystemError(number: errno) }
  }

  /// Bytes that are read of a stream: three times the largest roster the tool is measured with.
  static let longestStream = 256 << 20

  /// Bytes of a regular file; nil of everything else.
  static func fileSize(_ descriptor: Int32) -> Int? {
    var facts = stat()
    guard unsafe fstat(descriptor, &facts) == 0, facts.st_mode & S_IFMT == S_IFREG else {
      return nil
    }
    return Int(clamping: facts.st_size)
  }

  /// Adds what one reading of a file gives, at most `room` bytes from an offset on; nothing at its end.
  static func readPiece(
    _ descriptor: Int32, at offset: Int, into bytes: inout [UInt8], room: Int
  ) throws(SystemError) {
    var failure: Int32 = 0
    bytes.append(addingCapacity: room) { added in
      unsafe added.withUnsafeMutableBufferPointer { buffer, count in
        (count, failure) = readOnce {
          unsafe Glibc.pread(descriptor, buffer.baseAddress, buffer.count, offset)
        }
      }
    }
    guard failure == 0 else { throw SystemError(number: failure) }
  }

  /// Everything that can be read, at most `limit` bytes, and of what is no file, such as standard
  /// input or a device, at most ``longestStream``: nobody knows beforehand whether it ends.
  static func readAll(_ descriptor: Int32, limit: Int) throws(SystemError) -> [UInt8] {
    var facts = stat()
    var expected = 0
    if unsafe fstat(descriptor, &facts) == 0 {
      guard facts.st_mode & S_IFMT != S_IFDIR else { throw .isDirectory }
      if facts.st_mode & S_IFMT == S_IFREG { expected = Int(clamping: facts.st_size) }
    }
    let isFile = facts.st_mode & S_IFMT == S_IFREG
    let limit = isFile ? limit : min(limit, longestStream)
    guard expected <= limit else { throw .tooLarge }
    var bytes: [UInt8] = []
    while true {
      // Room for all of a file at once, and one byte more.
      let room = max(1 << 16, expected + 1 - bytes.count)
      let read = try readSome(descriptor, into: &bytes, room: room)
      if read == 0 { return bytes }
      guard bytes.count <= limit else { throw .tooLarge }
    }
  }

  private static func readSome(
    _ descriptor: Int32, into bytes: inout [UInt8], room: Int
  ) throws(SystemError) -> Int {
    var failure: Int32 = 0
    let piece = unsafe [UInt8](unsafeUninitializedCapacity: room) { buffer, count in
      unsafe askForLargePages(UnsafeRawBufferPointer(buffer))
      (count, failure) = readOnce {
        unsafe Glibc.read(descriptor, buffer.baseAddress, buffer.count)
      }
    }
    guard failure == 0 else { throw SystemError(number: failure) }
    if bytes.isEmpty { bytes = piece } else { bytes += piece }
    return piece.count
  }

  /// - Returns: how many bytes were read, and what went wrong; 0 when nothing did.
  private static func readOnce(_ call: () -> Int) -> (count: Int, failure: Int32) {
    while true {
      let read = call()
      if read >= 0 { return (read, 0) }
      if errno != EINTR { return (0, errno) }
    }
  }

  /// Asks for pages of 2 MiB where the shifts of a long list will lie, as below.
  static func askForLargePages(_ room: inout OutputSpan<Shift>) {
    unsafe room.withUnsafeMutableBufferPointer { buffer, _ in
      unsafe askForLargePages(UnsafeRawBufferPointer(buffer))
    }
  }

  /// Asks for pages of 2 MiB where a large input will lie: 1,000 page faults fewer for 8 MiB.
  private static func askForLargePages(_ buffer: UnsafeRawBufferPointer) {
    let large = 2 << 20
    guard let start = buffer.baseAddress, buffer.count >= 2 * large else { return }
    // What lies between the first and the last boundary of such a page; a refusal does no harm.
    let toBoundary = -Int(bitPattern: start) & (large - 1)
    let length = (buffer.count - toBoundary) & -large
    let first = unsafe UnsafeMutableRawPointer(mutating: start + toBoundary)
    _ = unsafe madvise(first, length, MADV_HUGEPAGE)
  }

  /// Writes everything or fails.
  static func write(_ descriptor: Int32, _ bytes: [UInt8]) throws(SystemError) {
    var failure: Int32 = 0
    unsafe bytes.withUnsafeBytes { buffer in
      var done = 0
      while done < buffer.count {
        guard let base = buffer.baseAddress else { return }
        let written = unsafe Glibc.write(descriptor, base + done, buffer.count - done)
        if written >= 0 {
          done += written
        } else if errno != EINTR {
          failure = errno
          return
        }
      }
    }
    guard failure == 0 else { throw SystemError(number: failure) }
  }
}
