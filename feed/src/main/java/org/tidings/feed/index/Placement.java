package org.tidings.feed.index;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Supplier;

/// When a message came, and the time by which a timeline places it: what its author claims, but
/// never later than it came. Who claims to write far ahead is placed where it came only if that was
/// some time after the message before; of what came all at once, nobody knows when it was written,
/// and it is placed with what it came after. So a friend whose clock is wrong is read when writing,
/// and history fetched in bulk sinks whatever it claims.
///
/// @param receivedMs when it came, epoch milliseconds
/// @param shownMs by what it is placed, epoch milliseconds
public record Placement(long receivedMs, long shownMs) {

  /// The time by which a message is placed, of a table `messages m` in SQL.
  public static final String SHOWN =
      "max(0, min(coalesce(m.shown, CAST(m.claimed AS INTEGER)), m.received))";

  /// Clocks, and what they take for their time zone, are not farther ahead than that by accident.
  private static final long FAR_AHEAD_MS = Duration.ofDays(1).toMillis();

  /// Messages between which less time has passed came at once.
  private static final long AT_ONCE_MS = Duration.ofMinutes(1).toMillis();

  /// What is noted of the time by which a message is placed, of a table `messages m` in SQL:
  /// nothing where that follows from what its author claims, whatever a damaged row says.
  public static final String NOTED =
      "iif(m.claimed - " + FAR_AHEAD_MS + " > m.received, m.shown, NULL)";

  /// Where nothing came before.
  private static final Placement BOTTOM = new Placement(Long.MAX_VALUE, 0);

  /// That of a message which comes now.
  ///
  /// @param claimedMs what its author says, epoch milliseconds; anything at all
  /// @param before finds that of the message before it in its feed, asked for only where that
  ///     matters
  public static Placement of(
      double claimedMs, long receivedMs, Supplier<Optional<Placement>> before) {
    if (!isFarAhead(claimedMs, receivedMs)) {
      return undated(claimedMs, receivedMs);
    }
    Placement last = before.get().orElse(BOTTOM);
    boolean cameAlone = receivedMs - AT_ONCE_MS >= last.receivedMs;
    return new Placement(receivedMs, notAfter(receivedMs, cameAlone ? receivedMs : last.shownMs));
  }

  /// That of a message which comes now, where nobody knows when that is.
  ///
  /// @param receivedMs the latest time that is known to have passed
  public static Placement undated(double claimedMs, long receivedMs) {
    return new Placement(receivedMs, notAfter(receivedMs, (long) claimedMs));
  }

  /// The time it is placed by, where that does not follow from what its author claims.
  public OptionalLong exception(double claimedMs) {
    return shownMs == notAfter(receivedMs, (long) claimedMs)
        ? OptionalLong.empty()
        : OptionalLong.of(shownMs);
  }

  /// Whether a message that claims this can be placed so.
  public boolean fits(double claimedMs) {
    return isFarAhead(claimedMs, receivedMs)
        ? shownMs == notAfter(receivedMs, shownMs)
        : exception(claimedMs).isEmpty();
  }

  private static boolean isFarAhead(double claimedMs, long receivedMs) {
    return claimedMs - FAR_AHEAD_MS > receivedMs;
  }

  /// A damaged row, or a clock far off, may say that it came before 1970.
  private static long notAfter(long receivedMs, long ms) {
    return Math.clamp(ms, 0, Math.max(0, receivedMs));
  }
}
