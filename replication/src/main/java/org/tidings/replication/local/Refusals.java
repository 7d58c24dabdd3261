package org.tidings.replication.local;

import java.util.Objects;
import java.util.Optional;
import org.tidings.feed.log.PublishRefused;
import org.tidings.feed.message.Message;
import org.tidings.feed.message.Verdict;
import org.tidings.feed.search.Unclear;
import org.tidings.feed.store.StoreException;
import org.tidings.feed.told.Told;
import org.tidings.replication.muxrpc.RpcError;

/// Says why something was not done: in a few words for a message, in a sentence for a command.
public final class Refusals {
  private Refusals() {}

  /// What was thrown with a sentence for people, as the answer to a call.
  public static RpcError answer(Throwable problem) {
    return new RpcError(
        problem instanceof StoreException store
            ? store.advised()
            : Objects.requireNonNullElse(problem.getMessage(), problem.getClass().getSimpleName()));
  }

  /// Something that is published.
  @FunctionalInterface
  public interface Publication {
    Message run() throws PublishRefused;
  }

  /// What was published; or why not, as the answer to a call.
  public static Message published(Publication publication) throws RpcError {
    try {
      return publication.run();
    } catch (PublishRefused refused) {
      throw answer(refused);
    }
  }

  /// What somebody has to type instead, as the answer to a search.
  public static RpcError answer(Unclear unclear) {
    return new RpcError(sentence(unclear));
  }

  /// The same, for people.
  public static String sentence(Unclear unclear) {
    return switch (unclear) {
      case Unclear.NoValue(String filter) ->
          "Write right after '" + filter + ":' what you mean, without a space.";
      case Unclear.Blocked(String name) ->
          "'" + name + "' is blocked, so nothing of them is shown.";
      case Unclear.ManyNamesakes(String name, int most) ->
          "More than "
              + most
              + " people here have a name that begins with '"
              + name
              + "'. Write more of it, or an id.";
      case Unclear.Nowhere(String place) ->
          "No post here is in '"
              + place
              + "'. Write a channel as in:#name, the id of a thread's first post, or"
              + " in:private.";
      case Unclear.NoDate(String typed) ->
          "'"
              + typed
              + "' is no date. Write a day such as 2024-05-01, a month such as 2024-05, or a"
              + " year.";
      case Unclear.Nobody(String name) ->
          "Nobody known here is called '" + name + "' or has an id that begins so.";
      case Unclear.Ambiguous(String beginning) ->
          "More than one id begins with '" + beginning + "'. Write more of it.";
      case Unclear.TooShort(String beginning, int least) ->
          "'"
              + beginning
              + "' is too short for the beginning of an id. Write at least "
              + least
              + " characters of it, @ and all, as log shows it.";
      case Unclear.Excluded(String typed) ->
          "'" + typed + "' cannot be left out. Only words can, as in -word.";
      case Unclear.TooManyWords(int most) ->
          "These are more than " + most + " words. Leave some out.";
    };
  }

  /// The words; empty when the message was taken, or held already.
  public static Optional<Told> reason(Verdict verdict) {
    return switch (verdict) {
      case Verdict.Accepted accepted -> Optional.empty();
      case Verdict.Duplicate duplicate -> Optional.empty();
      case Verdict.Gap gap -> fault(LineFault.GAP);
      case Verdict.Forked forked -> fault(LineFault.FORKED);
      case Verdict.Unwanted unwanted -> fault(LineFault.UNWANTED);
      case Verdict.Unstored unstored -> Optional.of(Told.of(unstored.why()));
      case Verdict.Forged forged -> fault(LineFault.FORGED);
      case Verdict.Malformed malformed -> fault(LineFault.MALFORMED, malformed.reason());
      case Verdict.Foreign foreign -> fault(LineFault.FOREIGN);
    };
  }

  private static Optional<Told> fault(LineFault fault, Object... values) {
    return Optional.of(Told.of(fault, values));
  }
}
