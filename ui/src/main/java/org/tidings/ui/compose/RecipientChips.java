package org.tidings.ui.compose;

import java.util.List;
import java.util.function.Consumer;
import javafx.collections.ObservableList;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import org.kordamp.ikonli.feather.Feather;
import org.tidings.feed.index.Byline;
import org.tidings.ui.common.Texts;
import org.tidings.ui.control.Buttons;
import org.tidings.ui.control.NameLabel;
import org.tidings.ui.picture.AvatarView;
import org.tidings.ui.picture.Pictures;

/// Those chosen, each with a way to be taken out again. Confined to the JavaFX thread.
public final class RecipientChips extends FlowPane {
  private static final double AVATAR = 22;

  private final Consumer<Byline> remove;
  private final Pictures pictures;

  /// @param remove told whom the person takes out
  public RecipientChips(ObservableList<Byline> chosen, Consumer<Byline> remove, Pictures pictures) {
    this.remove = remove;
    this.pictures = pictures;
    getStyleClass().add("recipients");
    chosen.subscribe(() -> show(chosen));
    show(chosen);
  }

  private void show(List<Byline> chosen) {
    getChildren().setAll(chosen.stream().map(this::chip).toList());
    setManaged(!chosen.isEmpty());
  }

  private Node chip(Byline by) {
    NameLabel name = new NameLabel(by.name());
    Button out = Buttons.icon(Feather.X, "private.remove", () -> remove.accept(by));
    out.setAccessibleText(Texts.of("private.remove.name", by.name()));
    HBox chip = new HBox(new AvatarView(AVATAR, by, pictures), name, out);
    chip.setFillHeight(false);
    // A long name is cut, so that the way to take it out stays within reach.
    chip.maxWidthProperty().bind(widthProperty());
    chip.getStyleClass().add("recipient");
    return chip;
  }
}
