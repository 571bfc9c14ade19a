import FatigueCore
import Glibc

extension SystemError {
  /// What went wrong, in words.
  var message: Localized {
    switch number {
    case ENOENT: Localized(nb: "finnes ikke", en: "does not exist")
    case EEXIST: Localized(nb: "finnes fra før", en: "exists already")
    case EACCES, EPERM: Localized(nb: "ingen tilgang", en: "permission denied")
    case EISDIR: Localized(nb: "er en mappe", en: "is a directory")
    case ENOTDIR:
      Localized(nb: "en del av stien er ikke en mappe", en: "part of the path is not a directory")
    case ENOSPC, EDQUOT: Localized(nb: "disken er full", en: "the disk is full")
    case EROFS: Localized(nb: "disken kan bare leses", en: "the disk is read-only")
    case EFBIG: Localized(nb: "for stor", en: "too large")
    case ENAMETOOLONG: Localized(nb: "navnet er for langt", en: "the name is too long")
    case ELOOP: Localized(nb: "lenker i ring", en: "links in a circle")
    case EMFILE, ENFILE: Localized(nb: "for mange åpne filer", en: "too many open files")
    case EIO: Localized(nb: "feil på disken", en: "disk error")
    case EBADF: Localized(nb: "er lukket", en: "is closed")
    default: Localized(nb: "systemfeil \(number)", en: "system error \(number)")
    }
  }
}
