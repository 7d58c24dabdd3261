package org.tidings.app.command;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.DoubleFunction;
import org.tidings.app.folder.FolderException;
import org.tidings.app.owner.Access;
import org.tidings.app.owner.Start.Reach;
import org.tidings.feed.json.Json;
import org.tidings.feed.json.JsonArray;
import org.tidings.feed.json.JsonException;
import org.tidings.feed.json.JsonObject;
import org.tidings.replication.local.LocalStorage;
import org.tidings.replication.muxrpc.ConnectionEndedException;

/// Waits for what was begun behind, and tells those who watch how far it has come and everybody
/// what came of it. Confined to one thread.
final class UpkeepProgress {
  private final Common common;
  private JsonObject last = JsonObject.of();

  UpkeepProgress(Common common) {
    this.common = common;
  }

  /// Something that was begun and is to be begun again with the next to have the folder, because
  /// whoever had it may have forgotten it.
  @FunctionalInterface
  interface Begun {
    JsonObject again(LocalStorage storage) throws IOException, InterruptedException;
  }

  /// Follows what goes on by itself also in another process, and tells what came of it.
  ///
  /// @param what for programs, who are told beside it whether all was done
  /// @param sentence for people, when all was done and the file has so many bytes
  void watch(Access access, JsonObject.Builder what, DoubleFunction<String> sentence)
      throws FolderException, IOException, InterruptedException {
    follow(access, storage -> JsonObject.of());
    conclude(what, sentence);
  }

  /// Returns when there is nothing more to do, or nothing more can be done now.
  void follow(Access access, Begun begun)
      throws FolderException, IOException, InterruptedException {
    try (ProgressLine line = new ProgressLine(common.terminal(), "At work")) {
      follow(access, begun, line);
    }
  }

  /// A command of another process that answers may be done before all is: the next to have the
  /// folder goes on with it.
  private void follow(Access access, Begun begun, ProgressLine line)
      throws FolderException, IOException, InterruptedException {
    try {
      access.node().storage().watch(told -> tell(parse(told), line));
    } catch (ConnectionEndedException ended) {
      try (Access next = common.accessToBegun(new Reach.Offline(true))) {
        begun.again(next.node().storage());
        follow(next, begun, line);
      }
    }
  }

  /// Where the file could not be packed, nothing was done, and nothing goes on by itself.
  void refuse() throws Refused {
    Optional<String> refused = last.string("refused");
    if (refused.isPresent()) {
      throw new Refused(refused.get());
    }
  }

  /// Tells what came of it, as [#watch] does.
  void conclude(JsonObject.Builder what, DoubleFunction<String> sentence) {
    boolean isDone = isDone();
    common.tell(
        what.put("done", isDone).build(),
        isDone
            ? sentence.apply(number(last, "file"))
            : "Not all of it could be done now. "
                + last.string("obstacle").orElse("It goes on by itself."));
  }

  private boolean isDone() {
    return number(last, "messages") == 0
        && indexing(last).isEmpty()
        && last.string("obstacle").isEmpty();
  }

  private void tell(JsonObject progress, ProgressLine line) {
    last = progress;
    String sentence = sentence(progress);
    if (!sentence.isEmpty()) {
      line.doing(sentence);
    }
  }

  /// How far it has come, for people; empty where there is nothing to wait for.
  static String sentence(JsonObject progress) {
    List<String> left = new ArrayList<>();
    List<JsonObject> indexing = indexing(progress);
    if (!indexing.isEmpty()) {
      left.add(building(indexing));
    }
    if (number(progress, "messages") > 0) {
      left.add(
          Amounts.counted(number(progress, "messages"), "message")
              + (indexing.isEmpty() ? " to drop" : " to drop after that"));
    }
    if (progress.bool("packing").orElse(false)) {
      left.add("The database is written anew");
    } else if (number(progress, "free") > 0) {
      left.add(Amounts.bytes(number(progress, "free")) + " to give to the disk");
    }
    return String.join("; ", left);
  }

  /// How far those of these indexes have come that lack something; empty where none does.
  ///
  /// @param progress anything that tells `indexing`
  static String lacking(JsonObject progress, Set<String> names) {
    return building(
        indexing(progress).stream()
            .filter(index -> index.string("name").filter(names::contains).isPresent())
            .filter(index -> index.bool("lacking").orElse(false))
            .toList());
  }

  /// How far all indexes have come that are behind; empty where none is.
  static String building(JsonObject progress) {
    return building(indexing(progress));
  }

  private static String building(List<JsonObject> indexing) {
    return indexing.isEmpty()
        ? ""
        : "Building %s: %.0f %%".formatted(indexes(indexing), built(indexing));
  }

  private static String indexes(List<JsonObject> indexing) {
    return indexing.size() == 1 ? "an index" : indexing.size() + " indexes";
  }

  /// How far they have come together, in hundredths.
  private static double built(List<JsonObject> indexing) {
    return 100 * sum(indexing, "done") / Math.max(1, sum(indexing, "total"));
  }

  private static double sum(List<JsonObject> indexing, String key) {
    return indexing.stream().mapToDouble(index -> number(index, key)).sum();
  }

  private static List<JsonObject> indexing(JsonObject progress) {
    return progress.array("indexing").map(JsonArray::items).orElse(List.of()).stream()
        .flatMap(index -> index.asObject().stream())
        .toList();
  }

  private static double number(JsonObject progress, String key) {
    return progress.number(key).orElse(0);
  }

  private static JsonObject parse(byte[] line) throws IOException {
    try {
      return Json.parse(line).asObject().orElse(JsonObject.of());
    } catch (JsonException broken) {
      throw new IOException("an unexpected answer", broken);
    }
  }
}
