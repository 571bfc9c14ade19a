/// Times as machines read them.
public enum TimeText {
  /// `2026-03-29T01:00:00Z`
  public static func utc(_ instant: Instant) -> String {
    local(CivilTime(localSeconds: instant.seconds)) + "Z"
  }

  /// `2026-03-29T03:00:00+02:00`
  public static func withOffset(_ instant: Instant, in zone: Zone) -> String {
    let offset = Int(zone.offset(at: instant))
    let minutes = abs(offset) / 60
    let sign = offset < 0 ? "-" : "+"
    return local(zone.civil(instant)) + sign + padded(minutes / 60, 2) + ":"
      + padded(minutes % 60, 2)
  }

  /// `2026-03-29T03:00:00`
  public static func local(_ time: CivilTime) -> String {
    "\(time.date.iso)T\(padded(time.hour, 2)):\(padded(time.minute, 2)):\(padded(time.second, 2))"
  }
}
