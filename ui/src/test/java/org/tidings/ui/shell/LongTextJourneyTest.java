package org.tidings.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.tidings.feed.index.PostView;
import org.tidings.ui.navigation.Place;

/// What a person does whose text outgrows one post.
@Tag("journey")
class LongTextJourneyTest extends OnSomeCircle {
  private static final String LONG =
      ("Nine days at sea, without any network at all. ".repeat(20).strip() + "\n\n")
          .repeat(11)
          .strip();

  private List<PostView> thread() {
    return window.test().workspace().feeds().threads().of(circle.harbour()).orElseThrow().posts();
  }

  @Test
  void aLongPostGoesOutAsAThreadAndIsTakenBackWhole() {
    window.press(KeyCode.CONTROL, KeyCode.N);
    window.write(LONG);
    window.reads("It fits into a thread of 2 posts.");
    assertThat(window.canClick("Post")).isFalse();
    window.click("Continue as a thread");
    window.reads("Goes out as a thread of 2 posts");
    window.reads("2 of 2");
    window.press(KeyCode.CONTROL, KeyCode.ENTER);
    window.reads("Posting in 10 s");
    window.reads("2 posts");
    window.press(KeyCode.CONTROL, KeyCode.Z);
    window.readsNoMore("Posting in");
    assertThat(window.written()).isEqualTo(LONG);
    window.reads("Goes out as a thread of 2 posts");
  }

  @Test
  void aLongReplyGoesOnBelowItself() {
    int before = thread().size();
    window.go(new Place.InThread(circle.harbour(), true));
    window.write(LONG);
    window.click("Continue as a thread");
    window.press(KeyCode.CONTROL, KeyCode.ENTER);
    window.waitsForPosting();
    await().until(() -> thread().size() == before + 2);
    assertThat(thread().getLast().post().place().branch())
        .containsExactly(thread().get(before).id());
    assertThat(window.written()).isEmpty();
  }
}
