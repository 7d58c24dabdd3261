package org.tidings.ui.welcome;

import javafx.geometry.Pos;
import javafx.scene.Parent;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.tidings.ui.common.FileDialogs;
import org.tidings.ui.control.ProblemBanner;
import org.tidings.ui.workspace.Installation;

/// The first start, in the middle of an otherwise empty window. Confined to the JavaFX thread.
public final class WelcomeView extends VBox {
  private final WelcomeViewModel model;
  private final Installation installation;
  private final FileDialogs dialogs;
  private final StackPane page = new StackPane();

  /// @param dialogs to choose a picture or a key file with
  public WelcomeView(WelcomeViewModel model, Installation installation, FileDialogs dialogs) {
    this.model = model;
    this.installation = installation;
    this.dialogs = dialogs;
    page.setAlignment(Pos.CENTER);
    ScrollPane scroll = new ScrollPane(page);
    scroll.setFitToWidth(true);
    scroll.setFitToHeight(true);
    scroll.setFocusTraversable(false);
    scroll.getStyleClass().add("welcome-scroll");
    VBox.setVgrow(scroll, Priority.ALWAYS);
    getChildren().setAll(new ProblemBanner(model.problemProperty(), model::dismiss), scroll);
    getStyleClass().addAll("screen", "welcome");
    model.stepProperty().subscribe(this::show);
  }

  private void show(WelcomeViewModel.Step step) {
    Parent shown =
        switch (step) {
          case CARDS -> new WelcomeCards(model, installation);
          case NAME -> new NamePage(model, dialogs);
          case RESTORE -> new RestorePage(model, dialogs);
        };
    page.getChildren().setAll(shown);
  }
}
