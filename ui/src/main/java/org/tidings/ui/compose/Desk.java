package org.tidings.ui.compose;

import java.util.HashMap;
import java.util.Map;
import org.tidings.ui.workspace.Workspace;

/// The texts being written in this window. Screens that show the same place write the same text,
/// and none is put away before it is on disk. Confined to the screen thread.
public final class Desk {
  private final Workspace workspace;
  private final Map<Destination, Sheet> sheets = new HashMap<>();

  public Desk(Workspace workspace) {
    this.workspace = workspace;
  }

  /// A text on the desk, and how many screens show it.
  private static final class Sheet {
    final ComposeViewModel model;
    int readers;

    Sheet(ComposeViewModel model) {
      this.model = model;
    }

    boolean isDone() {
      return readers == 0
          && model.draft().settledProperty().get()
          && !model.publishingProperty().get();
    }
  }

  /// The text for `destination`; to be put back by whoever took it.
  public ComposeViewModel take(Destination destination) {
    Sheet sheet = sheets.computeIfAbsent(destination, this::open);
    sheet.readers++;
    return sheet.model;
  }

  private Sheet open(Destination destination) {
    Sheet sheet = new Sheet(new ComposeViewModel(workspace, destination));
    sheet.model.draft().settledProperty().subscribe((was, is) -> tidy(destination, sheet));
    sheet.model.publishingProperty().subscribe((was, is) -> tidy(destination, sheet));
    return sheet;
  }

  /// The screen that took the text for `destination` goes away.
  public void putBack(Destination destination) {
    Sheet sheet = sheets.get(destination);
    if (sheet != null) {
      sheet.readers--;
      sheet.model.draft().keep();
      tidy(destination, sheet);
    }
  }

  private void tidy(Destination destination, Sheet sheet) {
    if (sheet.isDone() && sheets.remove(destination, sheet)) {
      sheet.model.close();
    }
  }
}
