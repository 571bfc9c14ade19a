/// One stream, written through a buffer. A failure is remembered and writing goes on into nothing, so
/// that the work runs to its end and the exit status is right.
final class OutputWriter {
  let descriptor: Int32
  private var buffer: [UInt8] = []
  private(set) var failure: SystemError?
  /// The reader has gone away; not a failure.
  private(set) var isClosed = false

  static let bufferSize = 1 << 16

  init(descriptor: Int32) { self.descriptor = descriptor }

  func write(_ text: String) { write(Array(text.utf8)) }

  func write(_ bytes: [UInt8]) {
    guard !isClosed, failure == nil, !bytes.isEmpty else { return }
    if buffer.isEmpty, bytes.count >= Self.bufferSize {
      send(bytes)
    } else {
      buffer += bytes
      if buffer.count >= Self.bufferSize { flush() }
    }
  }

  func flush() {
    guard !buffer.isEmpty else { return }
    if !isClosed, failure == nil { send(buffer) }
    buffer.removeAll(keepingCapacity: true)
  }

  private func send(_ bytes: [UInt8]) {
    do throws(SystemError) {
      try SystemIO.write(descriptor, bytes)
    } catch {
      if error == .brokenPipe { isClosed = true } else { failure = error }
    }
  }
}
