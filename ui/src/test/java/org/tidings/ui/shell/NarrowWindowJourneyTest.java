package org.tidings.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.tidings.feed.content.Vote;
import org.tidings.ui.common.Language;
import org.tidings.ui.common.Texts;
import org.tidings.ui.navigation.Place;
import org.tidings.ui.workspace.Sealing;
import org.tidings.ui.workspace.SomeCircle;

/// In the smallest window nothing is cut off, wherever one can be.
@Tag("journey")
@Timeout(300)
class NarrowWindowJourneyTest {
  private static final int WIDTH = 720;
  private static final int HEIGHT = 640;
  private static final int LARGEST_TEXT = 200;
  private static final int USUAL_TEXT = 100;

  @TempDir private Path folder;

  @AfterEach
  void englishAgain() {
    Texts.speak(Language.ENGLISH);
  }

  @ParameterizedTest
  @EnumSource(value = Language.class, mode = EnumSource.Mode.EXCLUDE, names = "SYSTEM")
  void inTheLargestText(Language language) throws Exception {
    Texts.speak(language);
    nothingIsCutOff(LARGEST_TEXT);
  }

  @Test
  void inTheUsualText() throws Exception {
    Texts.speak(Language.GERMAN);
    nothingIsCutOff(USUAL_TEXT);
  }

  private void nothingIsCutOff(int textPercent) throws Exception {
    try (OpenShell window = new OpenShell(folder)) {
      window.test().goOnline();
      window.resize(WIDTH, HEIGHT, textPercent);
      Map<Object, List<String>> found = new LinkedHashMap<>();
      look("before anything was written", window, found);
      SomeCircle circle = SomeCircle.in(window.test());
      Sealing.write(
          circle.jonas, "Three of us", window.test().workspace().self(), circle.mara.id());
      Vote vote = new Vote(circle.harbour(), 1, Optional.of("🌊"));
      circle.longName.write(vote.toJson());
      window.test().receive(circle.jonas, circle.longName);
      for (Place place : EveryPlace.among(circle, window.test())) {
        window.go(place);
        look(place, window, found);
      }
      window.go(new Place.InThread(circle.harbour(), true));
      look("a thread that is answered", window, found);
      window.go(new Place.Conversation(Set.of(circle.mara.id())));
      window.click(Texts.of("private.change"));
      look("a conversation with others", window, found);
      assertThat(found).isEmpty();
    }
  }

  private static void look(Object at, OpenShell window, Map<Object, List<String>> found) {
    List<String> cutOff = window.cutOff();
    if (!cutOff.isEmpty()) {
      found.put(at, cutOff);
    }
  }
}
