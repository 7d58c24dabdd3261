package org.tidings.app.command;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.Arrays;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tidings.app.folder.FolderException;
import org.tidings.crypto.key.SecretFileException;
import org.tidings.feed.store.StoreException;
import org.tidings.feed.told.ToldException;
import org.tidings.replication.muxrpc.RpcError;
import org.tidings.replication.transport.ConnectionFailedException;

/// Tells a person in one sentence why a command was not carried out.
public final class Problems {
  private static final Logger log = LoggerFactory.getLogger(Problems.class);

  private Problems() {}

  /// Prints the sentence and returns the exit code.
  static int tell(Exception problem, Terminal terminal) {
    if (problem instanceof MessagePrinter.NobodyListens) {
      return Commands.DONE;
    }
    terminal.refuse(sentence(problem));
    return Commands.REFUSED;
  }

  /// What happened, for people. What we did not foresee is logged and gets a code to quote.
  public static String sentence(Exception problem) {
    return switch (problem) {
      case Refused refused -> message(refused);
      case FolderException folder -> message(folder);
      case StoreException store -> store.advised();
      case SecretFileException secret -> message(secret);
      case RpcError refused -> message(refused);
      case ConnectionFailedException connection -> message(connection);
      case ToldException told -> message(told);
      case IOException io -> sentence(io);
      case InterruptedException interrupted -> "Interrupted.";
      default -> unforeseen(problem);
    };
  }

  private static String sentence(IOException e) {
    return switch (e) {
      case NoSuchFileException gone -> "There is no file " + gone.getFile() + ".";
      case AccessDeniedException denied -> "Access is denied to " + denied.getFile() + ".";
      case IOException full when StoreException.isFull(full) ->
          "The disk is full, so that was not done; what was there is safe. Make room and try"
              + " again.";
      case FileSystemException file -> message(file) + ".";
      default -> {
        log.warn("input or output failed", e);
        yield "It is not known whether that was done: " + withStop(message(e));
      }
    };
  }

  private static String withStop(String sentence) {
    return sentence.endsWith(".") ? sentence : sentence + ".";
  }

  private static String unforeseen(Exception bug) {
    String code = Integer.toString(Arrays.hashCode(bug.getStackTrace()) >>> 1, 36);
    log.error("unforeseen, code {}", code, bug);
    return "Something went wrong inside Tidings (%s, code %s). The log folder has the details."
        .formatted(bug.getClass().getSimpleName(), code.toUpperCase(Locale.ROOT));
  }

  private static String message(Throwable problem) {
    return problem.getMessage() == null ? problem.getClass().getSimpleName() : problem.getMessage();
  }
}
