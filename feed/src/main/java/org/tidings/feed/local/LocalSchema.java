package org.tidings.feed.local;

import java.util.List;
import org.tidings.feed.store.Migrations;

/// The steps that made the tables of this package.
public final class LocalSchema {

  public static final Migrations MIGRATIONS =
      new Migrations(
          "local",
          LocalSchema.class,
          List.of(
              "V001__local.sql",
              "V002__notes.sql",
              "V003__blobs.sql",
              "V004__invites.sql",
              "V005__copies.sql",
              "V006__elsewhere.sql",
              "V007__hidden_words.sql",
              "V008__strangers.sql"));

  private LocalSchema() {}
}
