package org.tidings.replication.local;

import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.tidings.feed.json.JsonObject;
import org.tidings.feed.told.Told;
import org.tidings.replication.muxrpc.RpcError;

/// What became of the lines of a file.
///
/// @param added how many messages are here now that were not
/// @param known how many were here before
/// @param refused how many lines were not taken in, by the reason in a few words
/// @param cut why the file was not read to its end, if it was not; what was taken in stays
public record Taken(long added, long known, SortedMap<Told, Long> refused, Optional<Told> cut) {
  private static final Comparator<Told> BY_WORDS = Comparator.comparing(Told::sentence);

  static Taken of(long added, long known, Map<Told, Long> refused, Optional<Told> cut) {
    SortedMap<Told, Long> sorted = new TreeMap<>(BY_WORDS);
    sorted.putAll(refused);
    return new Taken(added, known, sorted, cut);
  }

  /// How many lines were not taken in.
  public long refusals() {
    return refused.values().stream().mapToLong(count -> count).sum();
  }

  /// `{"added","known","refused","reasons"}`.
  ///
  /// @throws RpcError when the file was not read to its end
  JsonObject json() throws RpcError {
    if (cut.isPresent()) {
      throw new RpcError(cut.get().sentence() + before(cut.get()));
    }
    JsonObject.Builder why = JsonObject.builder();
    refused.forEach((reason, count) -> why.put(reason.sentence(), (double) count));
    return JsonObject.builder()
        .put("added", (double) added)
        .put("known", (double) known)
        .put("refused", (double) refusals())
        .put("reasons", why.build())
        .build();
  }

  private String before(Told why) {
    return added == 0
        ? " Nothing new was taken in before that."
        : " Before that, %d messages of this file were taken in; %s."
            .formatted(
                added, why.what() instanceof FileFault ? "they stay" : "it can be imported again");
  }
}
