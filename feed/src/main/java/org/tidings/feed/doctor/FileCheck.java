package org.tidings.feed.doctor;

import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tidings.feed.store.StoreException;
import org.tidings.feed.store.StoreException.Kind;
import org.tidings.feed.store.Tx;

/// Whether the file is whole as a database: pages, keys, and SQL indexes against their tables. What
/// is in them is for others to judge. Stateless.
final class FileCheck {

  private static final Logger log = LoggerFactory.getLogger(FileCheck.class);
  private static final int WORDS = 3;
  private static final String OK = "ok";

  private FileCheck() {}

  static List<Finding> of(Tx tx) {
    try {
      List<String> words = tx.list("PRAGMA integrity_check(" + WORDS + ")", row -> row.text(1));
      if (words.equals(List.of(OK))) {
        return List.of();
      }
      log.error("the file is damaged: {}", words);
    } catch (StoreException failure) {
      if (failure.kind() == Kind.CANCELLED) {
        throw failure;
      }
      log.error("the file cannot be checked", failure);
    }
    return List.of(new Finding.BrokenFile());
  }
}
