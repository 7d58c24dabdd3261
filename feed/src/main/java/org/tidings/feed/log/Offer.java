package org.tidings.feed.log;

import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.tidings.feed.index.Meaning;
import org.tidings.feed.message.Checked;
import org.tidings.feed.message.Verdict;

/// One offered message on its way through ingest. Handed from thread to thread: whoever offers, one
/// verifier, the writer, the events' thread; each hand-over is a queue, so no field needs more.
final class Offer {

  private static final Verdict.Malformed CANNOT_BE_READ = new Verdict.Malformed("cannot be read");

  private final int bytes;
  private final Origin origin;
  private final Consumer<Verdict> outcome;
  private byte @Nullable [] value;
  private @Nullable Checked checked;
  private @Nullable Meaning meaning;
  private Verdict verdict = new Verdict.Unstored(StoringFault.NOT_LOOKED_AT);

  Offer(byte[] value, Origin origin, Consumer<Verdict> outcome) {
    this.bytes = value.length;
    this.value = value;
    this.origin = origin;
    this.outcome = outcome;
  }

  int bytes() {
    return bytes;
  }

  Origin origin() {
    return origin;
  }

  /// The part that needs no state: parse, check the signature, find the meaning. Whatever a
  /// stranger's bytes do to that, also where the stack was used up, the message is refused; but of
  /// one that memory did not suffice for nothing is known.
  ///
  /// In loops, each with a part: in the first seconds of a process compiling takes a fifth of the
  /// time. The compiler makes one piece of all that is called once for each message, and of
  /// whatever calls that once for each the same piece again.
  ///
  /// @param bugs hears of each that could not be read
  static void check(
      Iterable<Offer> offers, Function<byte[], Checked> verifier, Consumer<Throwable> bugs) {
    for (Offer offer : offers) {
      try {
        offer.checked = verifier.apply(Objects.requireNonNull(offer.value, "checked twice"));
        offer.value = null;
      } catch (RuntimeException | Error odd) {
        offer.fail(odd);
        bugs.accept(odd);
      }
    }
    for (Offer offer : offers) {
      try {
        if (offer.checked instanceof Checked.Genuine genuine) {
          offer.meaning = Meaning.inTheOpen(genuine.message().content());
        }
      } catch (RuntimeException | Error odd) {
        offer.fail(odd);
        bugs.accept(odd);
      }
    }
  }

  private void fail(Throwable odd) {
    if (!(odd instanceof OutOfMemoryError)) {
      checked = CANNOT_BE_READ;
    }
  }

  /// What the check found; empty where it did not come to its end, and once it was judged.
  Optional<Checked> checked() {
    boolean isDone = meaning != null || !(checked instanceof Checked.Genuine);
    return isDone ? Optional.ofNullable(checked) : Optional.empty();
  }

  Meaning meaning() {
    if (meaning == null) {
      throw new IllegalStateException("only a genuine message has a meaning");
    }
    return meaning;
  }

  /// Lets go of the message: a long batch waits for its commit with little in memory.
  void judged(Verdict verdict) {
    this.verdict = verdict;
    checked = null;
    meaning = null;
  }

  Verdict verdict() {
    return verdict;
  }

  void tell() {
    outcome.accept(verdict);
  }
}
