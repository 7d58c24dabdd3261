package org.tidings.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.lang.ref.WeakReference;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.tidings.ui.Fx;
import org.tidings.ui.common.FxThread;
import org.tidings.ui.compose.Desk;
import org.tidings.ui.navigation.Navigator;
import org.tidings.ui.navigation.Place;
import org.tidings.ui.sync.SyncViewModel;
import org.tidings.ui.theme.Theme;
import org.tidings.ui.theme.ThemeChoice;
import org.tidings.ui.workspace.SomeCircle;
import org.tidings.ui.workspace.TestWorkspace;
import org.tidings.ui.workspace.Unseen;
import org.tidings.ui.workspace.Workspace;

/// Nothing that lives as long as the window holds a screen that nobody comes back to.
@Tag("journey")
@Timeout(300)
class LeftScreensTest {
  @TempDir private Path folder;
  private TestWorkspace test;
  private Unseen unseen;
  private Desk desk;
  private SyncViewModel sync;
  private final StackPane centre = Fx.get(StackPane::new);
  private final Stage stage = Fx.get(Stage::new);

  @BeforeEach
  void open() throws IOException {
    test = new TestWorkspace(folder, FxThread::run);
    test.goOnline();
    unseen = Fx.get(() -> new Unseen(test.workspace()));
    desk = Fx.get(() -> new Desk(test.workspace()));
    sync = Fx.get(() -> new SyncViewModel(test.workspace()));
    Fx.run(
        () -> {
          stage.setScene(new Scene(centre, 1_000, 800));
          new Theme(stage.getScene()).show(ThemeChoice.LIGHT, 100);
          stage.show();
        });
  }

  @AfterEach
  void close() {
    Fx.run(stage::hide);
    Fx.run(sync::close);
    Fx.run(unseen::close);
    test.close();
  }

  @Test
  void areHeldByNothing() throws Exception {
    List<Place> places = EveryPlace.among(SomeCircle.in(test), test);
    Map<Place, WeakReference<Parent>> shown = new LinkedHashMap<>();
    Screens screens = Fx.get(() -> new Screens(test.workspace(), unseen, desk, sync));
    for (Place place : places) {
      shown.put(place, show(screens, place));
    }
    // Never given up while there is a window.
    shown.remove(new Place.Home());
    Fx.run(screens::close);
    // What was laid out and focused last is held by JavaFX.
    show(Fx.get(() -> new Screens(test.workspace(), unseen, desk, sync)), new Place.Compose());
    List<Place> held = new ArrayList<>();
    await()
        .untilAsserted(
            () -> {
              System.gc();
              held.clear();
              shown.forEach(
                  (place, screen) -> {
                    if (!screen.refersTo(null)) {
                      held.add(place);
                    }
                  });
              assertThat(held).isEmpty();
            });
  }

  /// As where another language is chosen.
  @Test
  void aWholeShellIsHeldByNothing() {
    WeakReference<Parent> left =
        Fx.get(
            () -> {
              Shell shell = new Shell(anotherWorkspace());
              centre.getChildren().setAll(shell);
              new Desk(test.workspace(), shell.handOver());
              return new WeakReference<>(shell);
            });
    Fx.settle();
    Screens screens = Fx.get(() -> new Screens(test.workspace(), unseen, desk, sync));
    show(screens, new Place.Compose());
    await()
        .untilAsserted(
            () -> {
              System.gc();
              assertThat(left.refersTo(null)).isTrue();
            });
  }

  private Workspace anotherWorkspace() {
    Workspace all = test.workspace();
    Workspace other =
        Workspace.of(
            all.services(),
            all.environment(),
            all.background(),
            new Navigator(new Place.Home()),
            all.notices(),
            all.transfers());
    test.closeFirst(other.album().pictures()::close);
    test.closeFirst(other.spelling()::close);
    // Here questions are answered on the thread that asks.
    all.feeds().beforeWaiting(() -> {});
    return other;
  }

  private WeakReference<Parent> show(Screens screens, Place place) {
    WeakReference<Parent> screen =
        Fx.get(
            () -> {
              Parent content = screens.at(place);
              centre.getChildren().setAll(content);
              return new WeakReference<>(content);
            });
    Fx.settle();
    return screen;
  }
}
