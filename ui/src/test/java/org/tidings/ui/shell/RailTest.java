package org.tidings.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.tidings.feed.SomeFeed;
import org.tidings.ui.Fx;
import org.tidings.ui.common.Language;
import org.tidings.ui.common.Texts;
import org.tidings.ui.navigation.Place;

class RailTest {
  /// Of a window that has no room for the names.
  private static final double NARROW = 570;

  @AfterEach
  void englishAgain() {
    Texts.speak(Language.ENGLISH);
  }

  @ParameterizedTest
  @EnumSource(
      value = Language.class,
      names = {"ENGLISH", "GERMAN", "ARABIC"})
  void theSignsOfAnEntryStandBesideItsName(Language language, @TempDir Path folder) {
    Texts.speak(language);
    try (OpenShell window = new OpenShell(folder)) {
      Node rail = calledBy("a stranger", window);
      List<Bounds> names = Fx.get(() -> shown(rail, ".rail-entry > .text"));
      List<Bounds> signs = Fx.get(() -> shown(rail, ".rail-signs > *"));
      assertThat(signs).hasSize(2);
      assertThat(names)
          .hasSizeGreaterThan(8)
          .allMatch(name -> signs.stream().noneMatch(name::intersects));
    }
  }

  @Test
  void theNumberOfANarrowEntryLeavesItsIconToBeSeen(@TempDir Path folder) {
    try (OpenShell window = new OpenShell(folder)) {
      Node rail = calledBy("a stranger", window);
      Fx.run(() -> window.stage().setWidth(NARROW));
      window.eventually(
          "names give way to icons", () -> shown(rail, ".rail-entry > .text").isEmpty());
      Fx.settle();
      List<Bounds> badge = Fx.get(() -> shown(rail, ".rail-badge"));
      assertThat(badge).hasSize(1);
      assertThat(Fx.get(() -> shown(rail, ".rail-entry .icon")))
          .noneMatch(icon -> badge.getFirst().contains(icon.getMinX() + 1, icon.getCenterY()));
    }
  }

  private static Node calledBy(String stranger, OpenShell window) {
    window
        .test()
        .workspace()
        .feeds()
        .strangers()
        .called(
            SomeFeed.of(stranger).id(), window.test().workspace().environment().clock().millis());
    window.reopen();
    window.go(new Place.Peers());
    Node rail = Fx.get(() -> window.stage().getScene().lookup(".rail"));
    window.eventually("the stranger is counted", () -> !shown(rail, ".rail-badge").isEmpty());
    Fx.settle();
    return rail;
  }

  @Test
  void whereOneIsIsInSightThoughTheWindowIsLow(@TempDir Path folder) {
    try (OpenShell window = new OpenShell(folder)) {
      window.resize(720, 640, 200);
      window.go(new Place.Bookmarks());
      window.go(new Place.Profile(window.test().workspace().self()));
      Fx.settle();
      Node rail = Fx.get(() -> window.stage().getScene().lookup(".rail"));
      Node places = Fx.get(() -> rail.lookup(".scroll-column"));
      Bounds room = Fx.get(() -> places.localToScene(places.getLayoutBounds()));
      List<Bounds> entries = Fx.get(() -> shown(places, ".rail-entry"));
      Bounds profile =
          entries.stream().max(Comparator.comparingDouble(Bounds::getMinY)).orElseThrow();
      assertThat(profile.getMaxY()).isLessThanOrEqualTo(room.getMaxY());
    }
  }

  private static List<Bounds> shown(Node rail, String selector) {
    return Set.copyOf(rail.lookupAll(selector)).stream()
        .filter(Node::isVisible)
        .map(node -> node.localToScene(node.getLayoutBounds()))
        .toList();
  }
}
