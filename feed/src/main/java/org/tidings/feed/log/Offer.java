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
  /// stranger's bytes do to that, the message is refused; but of one that memory did not suffice
  /// for nothing is known.
  void check(Function<byte[], Checked> verifier) {
    try {
      look(verifier);
    } catch (OutOfMemoryError full) {
      throw full;
    } catch (RuntimeException | Error odd) {
      checked = new Verdict.Malformed("cannot be read");
      throw odd;
    }
  }

  private void look(Function<byte[], Checked> verifier) {
    Checked found = verifier.apply(Objects.requireNonNull(value, "checked twice"));
    value = null;
    if (found instanceof Checked.Genuine genuine) {
      meaning = Meaning.inTheOpen(genuine.message().content());
    }
    checked = found;
  }

  /// What the check found; empty where it did not come to its end, and once it was judged.
  Optional<Checked> checked() {
    return Optional.ofNullable(checked);
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
