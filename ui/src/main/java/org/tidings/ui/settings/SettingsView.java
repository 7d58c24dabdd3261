package org.tidings.ui.settings;

import static org.tidings.ui.control.ScrollColumn.hint;
import static org.tidings.ui.control.ScrollColumn.section;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.BorderPane;
import org.tidings.ui.common.FxThread;
import org.tidings.ui.common.Texts;
import org.tidings.ui.control.Buttons;
import org.tidings.ui.control.CopyLine;
import org.tidings.ui.control.ScreenHeader;
import org.tidings.ui.control.ScrollColumn;
import org.tidings.ui.navigation.Place;
import org.tidings.ui.workspace.Installation;
import org.tidings.ui.workspace.Screen;
import org.tidings.ui.workspace.Workspace;

/// What a person may set, what to keep safe, and what this program is. What is not to be seen at
/// first is made later, and not at all where the person only passes by: what is on the disk takes a
/// while to look at. Confined to the JavaFX thread.
public final class SettingsView extends BorderPane {
  /// Whoever only passes by has gone on by then, and what is seen at first is drawn, on a slow
  /// machine as well.
  private static final Duration PASSING_BY = Duration.ofSeconds(1);

  private final Workspace workspace;
  private final ScrollColumn column;
  private final Deque<Supplier<Node>> later = new ArrayDeque<>();
  private final List<Runnable> leaving = new ArrayList<>();

  private SettingsView(Workspace workspace) {
    this.workspace = workspace;
    setTop(new ScreenHeader(workspace.navigator(), Texts.of("settings.title")));
    column =
        new ScrollColumn(
            section(
                "settings.appearance", new AppearancePane(workspace.environment().preferences())),
            section("settings.spelling", new SpellingPane(workspace)),
            section("settings.notifications", new DesktopPane(workspace)),
            section("settings.privacy", new PrivacyPane(new PrivacyViewModel(workspace))));
    later.add(() -> section("settings.range", new RangePane(new RangeViewModel(workspace))));
    later.add(this::storage);
    later.add(() -> section("settings.files", new FilesPane(workspace.transfers())));
    later.add(() -> identity(workspace));
    later.add(() -> backup(workspace));
    later.add(this::hidden);
    later.add(() -> section("settings.keys", new OnRequest("keys.keys.what", KeysPane::new)));
    later.add(this::advanced);
    later.add(
        () ->
            section(
                "settings.about", new AboutPane(workspace.environment().installation().version())));
    setCenter(column);
    getStyleClass().add("screen");
    column.beginIn(this, Texts.of("settings.title"));
    sceneProperty()
        .subscribe(scene -> workspace.background().onScreenAfter(PASSING_BY, this::goOn));
    addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
    addEventFilter(ScrollEvent.SCROLL, scroll -> makeAll());
  }

  /// The screen of the settings.
  public static Screen screen(Workspace workspace) {
    SettingsView view = new SettingsView(workspace);
    return new Screen(view, view::leave);
  }

  /// One after the other, so that none is waited for.
  private void goOn() {
    if (getScene() != null && !later.isEmpty()) {
      column.add(later.remove().get());
      FxThread.soon(this::goOn);
    }
  }

  private void pressed(KeyEvent key) {
    if (key.getCode() == KeyCode.TAB || key.getCode().isNavigationKey()) {
      makeAll();
    }
  }

  /// Whoever is on the way to the end of all comes to it.
  private void makeAll() {
    while (!later.isEmpty()) {
      column.add(later.remove().get());
    }
  }

  private void leave() {
    later.clear();
    leaving.forEach(Runnable::run);
  }

  private Node storage() {
    StorageViewModel model = new StorageViewModel(workspace);
    leaving.add(model::close);
    return section(
        "settings.storage",
        new StoragePane(model, workspace.navigator(), workspace.album().pictures()));
  }

  private Node hidden() {
    HiddenViewModel model = new HiddenViewModel(workspace);
    leaving.add(model::close);
    return section(
        "settings.hidden",
        new HiddenPane(model, workspace.navigator(), workspace.album().pictures()));
  }

  private Node advanced() {
    AdvancedViewModel model = new AdvancedViewModel(workspace);
    leaving.add(model::close);
    return section(
        "settings.advanced",
        new AdvancedPane(model, workspace.environment().dialogs(), workspace.navigator()));
  }

  private static Node identity(Workspace workspace) {
    return section(
        "settings.identity",
        Buttons.plain(
            "profile.edit", () -> workspace.navigator().go(new Place.Profile(workspace.self()))),
        hint(Texts.of("settings.identity.text")),
        new CopyLine("settings.id", workspace.self().toString()));
  }

  private static Node backup(Workspace workspace) {
    Installation installation = workspace.environment().installation();
    Button open =
        Buttons.inColumn(
            "settings.openFolder",
            () ->
                workspace.environment().browser().accept(installation.folder().toUri().toString()));
    return section(
        "settings.backup",
        hint(Texts.of("settings.backup.text")),
        new CopyLine("settings.secret", installation.secret().toString()),
        hint(Texts.of("settings.backup.once")),
        hint(Texts.of("settings.words.text")),
        new WordsPane(
            new WordsViewModel(
                workspace.feeds().identity(),
                new SplittableRandom(workspace.environment().clock().millis()))),
        hint(Texts.of("settings.folder.text")),
        new CopyLine("settings.folder", installation.folder().toString()),
        open);
  }
}
