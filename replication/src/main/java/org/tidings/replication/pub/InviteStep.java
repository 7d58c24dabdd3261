package org.tidings.replication.pub;

import java.util.Arrays;
import java.util.Optional;
import org.tidings.feed.json.JsonObject;
import org.tidings.feed.told.Told;

/// How one step of using an invite went. A value.
///
/// @param done whether it succeeded; nothing follows a step that did not, but for
///     [Kind#CONNECTION]
/// @param sentence what happened and what to try, in English
/// @param why the same of a step that failed here, for other languages
public record InviteStep(Kind kind, boolean done, String sentence, Optional<Told> why) {

  /// The steps, in their order.
  public enum Kind {
    /// The text is a code that can be used from here.
    CODE("code"),
    /// The name of the pub leads to a computer.
    NAME("name"),
    /// Something answers there at that port.
    PORT("port"),
    /// It proved to be that pub, and let us in.
    HANDSHAKE("handshake"),
    /// The pub took the code.
    USE("use"),
    /// We said that we follow the pub, and where it is.
    FOLLOW("follow"),
    /// It is connected to us now, and will be called from now on.
    CONNECTION("connection"),
    /// Its follow of us has arrived here.
    FOLLOWED_BACK("followedBack");

    private final String word;

    Kind(String word) {
      this.word = word;
    }
  }

  static InviteStep done(Kind kind, String sentence) {
    return new InviteStep(kind, true, sentence, Optional.empty());
  }

  static InviteStep failed(Kind kind, Told why) {
    return new InviteStep(kind, false, why.sentence(), Optional.of(why));
  }

  /// Reads what [#json] wrote; empty when it is something else.
  public static Optional<InviteStep> of(JsonObject json) {
    return Arrays.stream(Kind.values())
        .filter(kind -> json.string("step").filter(kind.word::equals).isPresent())
        .findFirst()
        .flatMap(
            kind ->
                json.bool("done")
                    .map(
                        done ->
                            new InviteStep(
                                kind, done, json.string("sentence").orElse(""), Optional.empty())));
  }

  /// Whether the invite came to nothing by this. That the pub does not answer at once, or its
  /// follow is still on its way, does not matter.
  public boolean isInVain() {
    return !done && kind.compareTo(Kind.CONNECTION) < 0;
  }

  /// `{"step","done","sentence"}`.
  public JsonObject json() {
    return JsonObject.builder()
        .put("step", kind.word)
        .put("done", done)
        .put("sentence", sentence)
        .build();
  }
}
