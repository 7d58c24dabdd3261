package org.tidings.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.tidings.ui.navigation.Place;
import org.tidings.ui.workspace.SomeCircle;

/// Whatever can get the focus has a name and a role that a screen reader can say, wherever one can
/// be.
@Tag("journey")
@Timeout(300)
class EveryPlaceJourneyTest {
  @TempDir private Path folder;

  @Test
  void amongFriends() throws Exception {
    try (OpenShell window = online()) {
      SomeCircle circle = SomeCircle.in(window.test());
      everythingHasAName(window, EveryPlace.among(circle, window.test()));
    }
  }

  @Test
  void whereNothingIs() throws Exception {
    try (OpenShell window = online()) {
      everythingHasAName(window, EveryPlace.alone(window.test()));
    }
  }

  private OpenShell online() throws IOException {
    OpenShell window = new OpenShell(folder);
    window.test().goOnline();
    return window;
  }

  private static void everythingHasAName(OpenShell window, List<Place> places) {
    for (Place place : places) {
      window.go(place);
      assertThat(window.unspoken()).as("%s", place).isEmpty();
    }
  }
}
