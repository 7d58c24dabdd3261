package org.tidings.replication.ebt;

import java.util.Optional;

/// What a peer says about one feed: that it does not want it, or how much of it it has and whether
/// it wants more from us. Protocol 6.2.
///
/// @param wanted false for the note `-1`: do not exchange this feed with me
/// @param receive whether messages after `sequence` are asked for; false means "I know this much,
///     do not send, tell me when you have more"
/// @param sequence the last message the peer has, 0 for none
public record Note(boolean wanted, boolean receive, long sequence) {
  /// `-1`: do not exchange this feed with me.
  public static final Note UNWANTED = new Note(false, false, 0);

  /// The largest sequence that a note can carry: other implementations calculate in 32 bits.
  public static final long MAX_SEQUENCE = (1L << 30) - 1;

  private static final long LARGEST = MAX_SEQUENCE << 1 | 1;

  public Note {
    if (sequence < 0 || sequence > MAX_SEQUENCE || (!wanted && (receive || sequence != 0))) {
      throw new IllegalArgumentException("no such note: " + sequence + ", receive " + receive);
    }
  }

  /// "I have messages up to `sequence`", 0 for none.
  public static Note of(long sequence, boolean receive) {
    return new Note(true, receive, Math.min(sequence, MAX_SEQUENCE));
  }

  /// Reads the number of the wire; empty for numbers that no note has.
  public static Optional<Note> decode(long number) {
    if (number == -1) {
      return Optional.of(UNWANTED);
    }
    if (number < 0 || number > LARGEST) {
      return Optional.empty();
    }
    return Optional.of(new Note(true, (number & 1) == 0, number >> 1));
  }

  /// The number of the wire.
  public long encode() {
    return wanted ? sequence << 1 | (receive ? 0 : 1) : -1;
  }
}
