package org.tidings.app.folder;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PlacesTest {
  private static final Map<String, String> NOTHING_SET = Map.of();

  @Test
  void linuxFollowsXdg() {
    assertThat(Places.of("Linux", NOTHING_SET, "/home/ada"))
        .isEqualTo(
            new Places(
                Path.of("/home/ada/.local/share/Tidings"),
                Path.of("/home/ada/.local/state/Tidings")));
    assertThat(
            Places.of(
                "Linux",
                Map.of("XDG_DATA_HOME", "/big", "XDG_STATE_HOME", "relative"),
                "/home/ada"))
        .isEqualTo(new Places(Path.of("/big/Tidings"), Path.of("/home/ada/.local/state/Tidings")));
  }

  @Test
  void aHomeThatWasSetIsTheHome() {
    Map<String, String> set = Map.of("HOME", "/tmp/other");

    assertThat(Places.of("Linux", set, "/home/ada").data())
        .isEqualTo(Path.of("/tmp/other/.local/share/Tidings"));
    assertThat(Places.of("Mac OS X", set, "/Users/ada").data())
        .isEqualTo(Path.of("/tmp/other/Library/Application Support/Tidings"));
  }

  @Test
  void macUsesApplicationSupport() {
    assertThat(Places.of("Mac OS X", NOTHING_SET, "/Users/ada").data())
        .isEqualTo(Path.of("/Users/ada/Library/Application Support/Tidings"));
  }

  @Test
  void windowsKeepsStateOffTheRoamingProfile() {
    Places places =
        Places.of(
            "Windows 11", Map.of("APPDATA", "/c/roaming", "LOCALAPPDATA", "/c/local"), "/c/ada");

    assertThat(places.data()).isEqualTo(Path.of("/c/roaming/Tidings"));
    assertThat(places.state()).isEqualTo(Path.of("/c/local/Tidings State"));
  }

  @Test
  void dataAndStateAreNeverTheSame() {
    for (String system : new String[] {"Linux", "Mac OS X", "Windows 11"}) {
      Places places = Places.of(system, NOTHING_SET, "/home/ada");
      assertThat(places.state()).isNotEqualTo(places.data());
      assertThat(places.state()).matches(state -> !state.startsWith(places.data()));
    }
  }
}
