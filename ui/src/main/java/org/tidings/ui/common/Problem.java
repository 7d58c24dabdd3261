package org.tidings.ui.common;

import java.io.IOException;
import java.util.Optional;
import org.tidings.feed.log.PublishRefused;
import org.tidings.feed.store.StoreException;

/// Something did not work: what it was, what is safe or what to try, and for a fault of ours a
/// short code a person can quote.
public record Problem(String sentence, String advice, Optional<String> code) {

  public static Problem of(String sentence, String advice) {
    return new Problem(sentence, advice, Optional.empty());
  }

  /// What the modules below have already put in a sentence for people is shown as it is; a fault of
  /// the program keeps its cause to the log and shows only a code.
  public static Problem of(Throwable cause) {
    return switch (cause) {
      case PublishRefused refused -> of(sentence(refused), Texts.of("problem.refused.advice"));
      case StoreException store -> of(sentence(store), Texts.of("problem.store.advice"));
      case IOException io -> of(sentence(io), Texts.of("problem.io.advice"));
      default ->
          new Problem(
              Texts.of("problem.bug"), Texts.of("problem.bug.advice"), Optional.of(codeOf(cause)));
    };
  }

  private static String sentence(Throwable cause) {
    String message = cause.getMessage();
    return message == null || message.isBlank() ? Texts.of("problem.unnamed") : message;
  }

  /// Whether this is a fault of the program rather than of the world around it.
  public boolean isBug() {
    return code.isPresent();
  }

  /// The same fault gives the same code on every machine: it is made of where it happened.
  private static String codeOf(Throwable cause) {
    StackTraceElement[] trace = cause.getStackTrace();
    String place = trace.length == 0 ? "" : trace[0].getClassName() + trace[0].getMethodName();
    int hash = (cause.getClass().getName() + place).hashCode();
    return String.format("%04X", (hash >>> 16) ^ (hash & 0xffff));
  }
}
