package org.tidings.ui.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import javafx.application.Platform;
import javafx.geometry.NodeOrientation;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tidings.ui.Fx;
import org.tidings.ui.common.FxThread;
import org.tidings.ui.common.Language;
import org.tidings.ui.common.Texts;
import org.tidings.ui.theme.Motion;
import org.tidings.ui.theme.ThemeChoice;
import org.tidings.ui.workspace.Preferences;
import org.tidings.ui.workspace.TestWorkspace;
import org.tidings.ui.workspace.WindowSettings.Frame;

@Tag("journey")
class SettingsJourneyTest {
  private TestWorkspace test;
  private Preferences preferences;

  @BeforeEach
  void prepareFolder(@TempDir Path folder) {
    test = new TestWorkspace(folder, FxThread::run);
    preferences = test.workspace().environment().preferences();
  }

  @AfterEach
  void close() {
    Texts.speak(Language.ENGLISH);
    test.close();
  }

  @Test
  void coloursAndTextSizeChangeAtOnce() {
    try (OpenWindow window = open()) {
      window.press(KeyCode.CONTROL, KeyCode.COMMA);
      window.click("Colours: Dark");
      assertThat(stylesheets(window)).anyMatch(file -> file.endsWith("dark.css"));
      window.click("Colours: Light");
      assertThat(stylesheets(window)).anyMatch(file -> file.endsWith("light.css"));
      window.click("text-larger");
      window.reads("110 %");
      window.press(KeyCode.CONTROL, KeyCode.DIGIT0);
      window.reads("100 %");
      assertThat(Fx.get(preferences::settings).appearance().theme()).isEqualTo(ThemeChoice.LIGHT);
    }
  }

  @Test
  void oneComesToOnesProfileFromHere() {
    try (OpenWindow window = open()) {
      window.press(KeyCode.CONTROL, KeyCode.COMMA);
      window.click("Edit profile");
      window.readsNoMore("Your identity");
      window.reads("Edit profile");
    }
  }

  @Test
  void lessMotionIsChosenForThisWindowAlone() {
    try (OpenWindow window = open()) {
      Scene.Preferences scene = window.stage().getScene().getPreferences();
      window.press(KeyCode.CONTROL, KeyCode.COMMA);
      window.click("Motion: Always reduced");
      assertThat(Fx.get(scene::isReducedMotion)).isTrue();
      await().until(() -> test.saved().appearance().motion() == Motion.REDUCED);
      window.click("Motion: As the system");
      assertThat(Fx.get(scene::isReducedMotion))
          .isEqualTo(Fx.get(() -> Platform.getPreferences().isReducedMotion()));
    }
  }

  @Test
  void theWindowSpeaksTheLanguageChosenAtOnce() {
    try (OpenWindow window = open()) {
      window.press(KeyCode.CONTROL, KeyCode.COMMA);
      window.click("language-ARABIC");
      window.reads("الرئيسية");
      window.readsNoMore("Home");
      assertThat(side(window)).isEqualTo(NodeOrientation.RIGHT_TO_LEFT);
      await().until(() -> test.saved().appearance().language() == Language.ARABIC);
      window.click("language-GERMAN");
      window.reads("Aktivität");
      assertThat(side(window)).isEqualTo(NodeOrientation.LEFT_TO_RIGHT);
      window.click("language-ENGLISH");
      window.reads("Home");
      await().until(() -> test.saved().appearance().language() == Language.ENGLISH);
    }
  }

  @Test
  void whatIsAboutToBePostedWaitsOnInAnotherLanguage() {
    try (OpenWindow window = open()) {
      write(window, "Low water");
      Fx.run(() -> test.pass(Duration.ofSeconds(4)));
      window.press(KeyCode.CONTROL, KeyCode.COMMA);
      window.click("language-GERMAN");
      window.click("Start");
      window.reads("Wird in 6 s gepostet");
      assertThat(messages()).isZero();
      Fx.run(() -> test.pass(Duration.ofSeconds(6)));
      window.readsNoMore("Wird in");
      await().until(() -> messages() == 1);
      await().until(() -> test.workspace().feeds().drafts().all().isEmpty());
    }
  }

  @Test
  void whatIsAboutToBePostedIsTakenBackInAnotherLanguage() {
    try (OpenWindow window = open()) {
      write(window, "Low water");
      window.press(KeyCode.CONTROL, KeyCode.COMMA);
      window.click("language-GERMAN");
      window.click("Start");
      window.click("Rückgängig");
      window.readsNoMore("Wird in");
      Fx.run(() -> test.pass(Duration.ofSeconds(10)));
      await().until(() -> test.workspace().feeds().drafts().load("post").isPresent());
      assertThat(messages()).isZero();
    }
  }

  private static void write(OpenWindow window, String text) {
    window.press(KeyCode.CONTROL, KeyCode.N);
    window.type(text);
    window.press(KeyCode.CONTROL, KeyCode.ENTER);
    window.reads("Posting in 10 s");
  }

  private long messages() {
    return test.workspace().feeds().log().count();
  }

  @Test
  void theWindowOpensWhereItWasClosed() {
    Fx.run(() -> preferences.change(now -> now.withFrame(new Frame(40, 30, 980, 655, false))));
    try (OpenWindow window = open()) {
      assertThat(Fx.get(() -> window.stage().getWidth())).isEqualTo(980);
      Fx.run(() -> window.stage().setWidth(970));
      Fx.settle();
    }
    assertThat(Fx.get(preferences::settings).frame()).contains(new Frame(40, 30, 970, 655, false));
  }

  @Test
  void aPlaceThatNoScreenShowsIsGivenUp() {
    Fx.run(() -> preferences.change(now -> now.withFrame(new Frame(9_000, 30, 980, 655, false))));
    try (OpenWindow window = open()) {
      assertThat(Fx.get(() -> window.stage().getX())).isLessThan(2_000);
    }
  }

  private OpenWindow open() {
    return new OpenWindow(test);
  }

  private static NodeOrientation side(OpenWindow window) {
    return Fx.get(() -> window.stage().getScene().getRoot().getEffectiveNodeOrientation());
  }

  private static Iterable<String> stylesheets(OpenWindow window) {
    Scene scene = window.stage().getScene();
    return Fx.get(scene::getStylesheets);
  }
}
