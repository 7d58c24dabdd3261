package org.tidings.app.command;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.tidings.app.folder.FolderException;
import org.tidings.app.owner.Access;
import org.tidings.feed.json.Json;
import org.tidings.feed.json.JsonObject;
import org.tidings.feed.ref.FeedId;

/// Somebody as named on a command line: by an id, the beginning of one as `log` and `search` show
/// it, or the name that they are shown by.
///
/// @param word as it was typed
/// @param id where it is one
record Person(String word, Optional<FeedId> id) {
  private static final int MOST = 10;

  /// Who that is, for what writes. A folder that is not there yet knows nobody, and is not made for
  /// that.
  ///
  /// @throws Refused when that may be several
  /// @throws WrongUsage when that is nobody
  FeedId in(Common common)
      throws Refused, WrongUsage, FolderException, IOException, InterruptedException {
    if (id.isPresent()) {
      return id.get();
    }
    if (!common.isBegun()) {
      return meant(List.of());
    }
    try (Access access = common.accessToRead(false)) {
      return in(access);
    }
  }

  /// Who that is, as a folder that is open knows them.
  ///
  /// @throws Refused when that may be several
  /// @throws WrongUsage when that is nobody
  FeedId in(Access access) throws Refused, WrongUsage, IOException, InterruptedException {
    return id.isPresent() ? id.get() : meant(access.node().people(word).items());
  }

  private FeedId meant(List<Json> people) throws Refused, WrongUsage {
    if (people.isEmpty()) {
      throw nobody(word);
    }
    if (people.size() > 1) {
      throw new Refused(
          "'%s' may be several: %s. Say the id of one.".formatted(word, listed(people)));
    }
    return FeedId.parse(text(people.getFirst(), "id")).orElseThrow();
  }

  /// What is said of a word that is nobody.
  static WrongUsage nobody(String word) {
    return new WrongUsage(
        ("'%s' is not a feed id such as @…=.ed25519, nor how one begins as log shows it, @ and all,"
                + " and nobody known here is called so.")
            .formatted(word));
  }

  private static String listed(List<Json> people) {
    String some =
        people.stream()
            .limit(MOST)
            .map(person -> text(person, "id") + " " + text(person, "name"))
            .collect(Collectors.joining(", "));
    int more = people.size() - MOST;
    return more > 0 ? some + " and " + more + " more" : some;
  }

  private static String text(Json person, String key) {
    return person.asObject().flatMap((JsonObject object) -> object.string(key)).orElseThrow();
  }
}
