package org.tidings.app.command;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleFunction;
import org.tidings.app.owner.Access;
import org.tidings.feed.json.Json;
import org.tidings.feed.json.JsonArray;
import org.tidings.feed.json.JsonException;
import org.tidings.feed.json.JsonObject;

/// Waits for what was begun behind, and tells people how far it has come and everybody what came of
/// it. Confined to one thread.
final class UpkeepProgress {
  private final Common common;
  private JsonObject last = JsonObject.of();
  private String said = "";

  UpkeepProgress(Common common) {
    this.common = common;
  }

  /// Returns when there is nothing more to do, or nothing more can be done now.
  ///
  /// @param what for programs, who are told beside it whether all was done
  /// @param sentence for people, when all was done and the file has so many bytes
  void watch(Access access, JsonObject.Builder what, DoubleFunction<String> sentence)
      throws IOException, InterruptedException {
    access.node().storage().watch(this::tell);
    boolean isDone = number("messages") == 0 && indexing().isEmpty();
    common.tell(
        what.put("done", isDone).build(),
        isDone
            ? sentence.apply(number("file"))
            : last.string("obstacle").map(why -> why + " ").orElse("")
                + "Not all of it could be done now; it goes on by itself.");
  }

  private void tell(byte[] line) throws IOException {
    last = parse(line);
    String sentence = sentence();
    if (!common.wantsJson() && !sentence.isEmpty() && !sentence.equals(said)) {
      common.terminal().say(sentence);
      common.terminal().out().flush();
      said = sentence;
    }
  }

  private String sentence() {
    List<String> left = new ArrayList<>();
    indexing()
        .forEach(
            index ->
                left.add(
                    "index %s at %.0f of %.0f"
                        .formatted(
                            index.string("name").orElse(""),
                            index.number("done").orElse(0),
                            index.number("total").orElse(0))));
    if (number("messages") > 0) {
      left.add(Amounts.counted(number("messages"), "message") + " to drop");
    }
    if (number("free") > 0) {
      left.add(Amounts.bytes(number("free")) + " to give to the disk");
    }
    return String.join("; ", left);
  }

  private List<JsonObject> indexing() {
    return last.array("indexing").map(JsonArray::items).orElse(List.of()).stream()
        .flatMap(index -> index.asObject().stream())
        .toList();
  }

  private double number(String key) {
    return last.number(key).orElse(0);
  }

  private static JsonObject parse(byte[] line) throws IOException {
    try {
      return Json.parse(line).asObject().orElse(JsonObject.of());
    } catch (JsonException broken) {
      throw new IOException("an unexpected answer", broken);
    }
  }
}
