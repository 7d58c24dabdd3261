package org.tidings.ui.settings;

import static org.tidings.ui.control.ScrollColumn.hint;
import static org.tidings.ui.control.ScrollColumn.section;

import java.util.SplittableRandom;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.BorderPane;
import org.tidings.ui.common.Texts;
import org.tidings.ui.control.Buttons;
import org.tidings.ui.control.CopyLine;
import org.tidings.ui.control.ScreenHeader;
import org.tidings.ui.control.ScrollColumn;
import org.tidings.ui.navigation.Place;
import org.tidings.ui.workspace.Installation;
import org.tidings.ui.workspace.Screen;
import org.tidings.ui.workspace.Workspace;

/// What a person may set, what to keep safe, and what this program is. Confined to the JavaFX
/// thread.
public final class SettingsView extends BorderPane {

  private SettingsView(
      Workspace workspace,
      HiddenViewModel hidden,
      StorageViewModel storage,
      AdvancedViewModel advanced) {
    setTop(new ScreenHeader(workspace.navigator(), Texts.of("settings.title")));
    ScrollColumn column =
        new ScrollColumn(
            section(
                "settings.appearance", new AppearancePane(workspace.environment().preferences())),
            section("settings.spelling", new SpellingPane(workspace)),
            section("settings.notifications", new DesktopPane(workspace)),
            section("settings.privacy", new PrivacyPane(new PrivacyViewModel(workspace))),
            section("settings.range", new RangePane(new RangeViewModel(workspace))),
            section(
                "settings.storage",
                new StoragePane(storage, workspace.navigator(), workspace.album().pictures())),
            section("settings.files", new FilesPane(workspace.transfers())),
            identity(workspace),
            backup(workspace),
            section(
                "settings.hidden",
                new HiddenPane(hidden, workspace.navigator(), workspace.album().pictures())),
            section("settings.keys", new OnRequest("keys.keys.what", KeysPane::new)),
            section(
                "settings.advanced",
                new AdvancedPane(
                    advanced, workspace.environment().dialogs(), workspace.navigator())),
            section(
                "settings.about", new AboutPane(workspace.environment().installation().version())));
    setCenter(column);
    getStyleClass().add("screen");
    column.beginIn(this, Texts.of("settings.title"));
  }

  /// The screen of the settings.
  public static Screen screen(Workspace workspace) {
    HiddenViewModel hidden = new HiddenViewModel(workspace);
    StorageViewModel storage = new StorageViewModel(workspace);
    AdvancedViewModel advanced = new AdvancedViewModel(workspace);
    return new Screen(
        new SettingsView(workspace, hidden, storage, advanced),
        () -> {
          hidden.close();
          storage.close();
          advanced.close();
        });
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
