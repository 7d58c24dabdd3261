package org.tidings.feed.store;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.tidings.feed.store.StoreException.Kind;

/// The numbered SQL steps of one part of the database, `V001__….sql` and so on beside its package.
/// Steps are only ever added; each runs in one transaction. Immutable.
///
/// @param part which part, for example `store`
/// @param anchor a class beside whose package the resources lie, in `migration/`
/// @param steps the resource names in order
public record Migrations(String part, Class<?> anchor, List<String> steps) {

  /// The log itself: feeds and messages.
  public static final Migrations STORE =
      new Migrations(
          "store",
          Migrations.class,
          List.of(
              "V001__messages.sql",
              "V002__index_builds.sql",
              "V003__quarantine.sql",
              "V004__early.sql",
              "V005__checked.sql",
              "V006__build_offsets.sql",
              "V007__shown.sql",
              "V008__origins.sql"));

  public Migrations {
    steps = List.copyOf(steps);
  }

  /// Compares the database with the steps we know; changes nothing.
  ///
  /// @throws StoreException when this part was written by a newer program
  void refuseNewer(Tx tx) {
    int found = versionIn(tx);
    if (found > steps.size()) {
      throw new StoreException(Kind.TOO_NEW);
    }
  }

  /// Compares the database with the steps we know; changes nothing.
  ///
  /// @throws StoreException when this part was written by another version of the program, or never
  void refuseOther(Tx tx) {
    refuseNewer(tx);
    if (!isBegun(tx)) {
      throw new StoreException(
          Kind.READ_ONLY,
          "Nothing is kept in this data folder yet, and nothing can be written there now: the disk"
              + " is full, or the folder may only be read.");
    }
    if (versionIn(tx) < steps.size()) {
      throw new StoreException(
          Kind.READ_ONLY,
          "This data folder was last used by an older version of Tidings and has to be brought up"
              + " to date first, but nothing can be written there.");
    }
  }

  /// How many steps the database has seen.
  int versionIn(Tx tx) {
    if (!isBegun(tx)) {
      return 0;
    }
    return tx.one("SELECT version FROM schema_versions WHERE part = ?", row -> row.integer(1), part)
        .orElse(0);
  }

  /// Whether any step of any part was ever done.
  private static boolean isBegun(Tx tx) {
    return tx.one("SELECT 1 FROM sqlite_schema WHERE name = 'schema_versions'", row -> true)
        .orElse(false);
  }

  /// Runs step number `version` (counted from 1) and records it.
  void run(Tx tx, int version) {
    tx.script(read(steps.get(version - 1)));
    tx.update(
        "INSERT OR REPLACE INTO schema_versions (part, version) VALUES (?, ?)", part, version);
  }

  private String read(String step) {
    try (InputStream in = anchor.getResourceAsStream("migration/" + step)) {
      if (in == null) {
        throw new IllegalStateException("missing resource " + step);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
