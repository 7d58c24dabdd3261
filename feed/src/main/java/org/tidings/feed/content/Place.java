package org.tidings.feed.content;

import java.util.List;
import java.util.Optional;
import org.tidings.feed.json.Json;
import org.tidings.feed.json.JsonArray;
import org.tidings.feed.json.JsonObject;
import org.tidings.feed.ref.MessageId;

/// Where a post or vote stands among threads. Protocol 10.1 and 10.6.
///
/// @param root the first message of the thread; empty for a post that starts one. Of one that names
///     only the message it departs from, that message: it stands in a sub-thread
/// @param branch the newest messages of the thread the author knew of
/// @param fork the message a sub-thread departs from
public record Place(Optional<MessageId> root, List<MessageId> branch, Optional<MessageId> fork) {
  /// Outside of any thread: a post here starts one.
  public static final Place ROOT = new Place(Optional.empty(), List.of(), Optional.empty());

  public Place {
    branch = List.copyOf(branch);
  }

  /// In the thread of `root`, after its newest messages.
  public static Place after(MessageId root, List<MessageId> branch) {
    return new Place(Optional.of(root), branch, Optional.empty());
  }

  /// Whether a post here starts a thread.
  public boolean isRoot() {
    return root.isEmpty();
  }

  /// Puts the fields in their usual order; one branch stands alone, several in an array.
  JsonObject.Builder putInto(JsonObject.Builder content) {
    return content
        .put("root", root.map(id -> Json.of(id.toString())))
        .put("branch", branchJson())
        .put("fork", fork.map(id -> Json.of(id.toString())));
  }

  private Optional<Json> branchJson() {
    List<Json> ids = branch.stream().map(id -> Json.of(id.toString())).toList();
    return ids.size() > 1 ? Optional.of(new JsonArray(ids)) : ids.stream().findFirst();
  }
}
