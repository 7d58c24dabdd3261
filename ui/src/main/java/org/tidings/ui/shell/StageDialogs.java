package org.tidings.ui.shell;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.stage.FileChooser;
import javafx.stage.FileChooser.ExtensionFilter;
import javafx.stage.Stage;
import org.tidings.ui.common.FileDialogs;
import org.tidings.ui.common.Texts;

/// The dialogs of the system, in front of a window. Confined to the JavaFX thread.
public final class StageDialogs implements FileDialogs {
  private final Stage stage;

  public StageDialogs(Stage stage) {
    this.stage = stage;
  }

  @Override
  public List<Path> open() {
    FileChooser chooser = new FileChooser();
    chooser.setTitle(Texts.of("dialog.attach"));
    List<File> files = chooser.showOpenMultipleDialog(stage);
    return files == null ? List.of() : files.stream().map(File::toPath).toList();
  }

  /// Of other programs, some are named otherwise.
  @Override
  public Optional<Path> messages() {
    FileChooser chooser = new FileChooser();
    chooser.setTitle(Texts.of("dialog.messages"));
    chooser
        .getExtensionFilters()
        .setAll(
            new ExtensionFilter(
                Texts.of("dialog.messages.kind"),
                "*.ndjson",
                "*.jsonl",
                "*.ndjson.gz",
                "*.jsonl.gz"),
            new ExtensionFilter(Texts.of("dialog.all"), "*"));
    return Optional.ofNullable(chooser.showOpenDialog(stage)).map(File::toPath);
  }

  @Override
  public Optional<Path> save(String name) {
    FileChooser chooser = new FileChooser();
    chooser.setTitle(Texts.of("dialog.save"));
    chooser.setInitialFileName(name);
    return Optional.ofNullable(chooser.showSaveDialog(stage)).map(File::toPath);
  }
}
