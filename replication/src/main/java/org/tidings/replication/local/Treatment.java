package org.tidings.replication.local;

import org.tidings.feed.doctor.Depth;
import org.tidings.feed.json.JsonObject;

/// What is asked of the doctor.
///
/// @param repair whether damage is mended, too
public record Treatment(Depth depth, boolean repair) {
  private static final String FULL = "full";
  private static final String REPAIR = "repair";

  static Treatment of(JsonObject json) {
    return new Treatment(
        json.bool(FULL).orElse(false) ? Depth.INDEXES : Depth.MESSAGES,
        json.bool(REPAIR).orElse(false));
  }

  JsonObject json() {
    return JsonObject.builder().put(FULL, depth == Depth.INDEXES).put(REPAIR, repair).build();
  }
}
