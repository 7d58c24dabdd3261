package org.tidings.ui.common;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.util.Optional;
import org.tidings.feed.blob.BlobRefused;
import org.tidings.feed.log.ContentRefused;
import org.tidings.feed.log.PublishingHeld;
import org.tidings.feed.store.StoreException;
import org.tidings.feed.told.ToldException;
import org.tidings.replication.room.RoomException;
import org.tidings.replication.transport.ConnectionFailedException;

/// Something did not work: what it was, what is safe or what to try, and for a fault of ours a
/// short code a person can quote.
public record Problem(String sentence, String advice, Optional<String> code) {

  public static Problem of(String sentence, String advice) {
    return new Problem(sentence, advice, Optional.empty());
  }

  /// What the modules below tell is said in the person's language; a fault of the program keeps its
  /// cause to the log and shows only a code.
  public static Problem of(Throwable cause) {
    return switch (cause) {
      case PublishingHeld held ->
          of(EngineWords.of(held.reason()), Texts.of("problem.refused.advice"));
      case ContentRefused refused ->
          of(Texts.of("problem.content"), Texts.of("problem.refused.advice"));
      case StoreException full when full.kind() == StoreException.Kind.DISK_FULL ->
          of(EngineWords.of(full.kind()), Texts.of("problem.full.advice"));
      case StoreException store ->
          of(EngineWords.of(store.kind()), Texts.of("problem.store.advice"));
      case RoomException room -> of(EngineWords.of(room.why()), Texts.of("problem.io.advice"));
      case ConnectionFailedException unreached ->
          of(EngineWords.of(unreached.failure()), Texts.of("problem.io.advice"));
      case ToldException told -> of(EngineWords.of(told.why()), Texts.of("problem.io.advice"));
      case BlobRefused refused ->
          of(EngineWords.of(refused.reason()), Texts.of("problem.io.advice"));
      case IOException full when StoreException.isFull(full) ->
          of(EngineWords.of(StoreException.Kind.DISK_FULL), Texts.of("problem.full.advice"));
      case FileAlreadyExistsException taken ->
          of(Texts.of("problem.exists", taken.getFile()), Texts.of("problem.exists.advice"));
      case FileSystemException file ->
          of(Texts.of("problem.file", file.getFile()), Texts.of("problem.io.advice"));
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
