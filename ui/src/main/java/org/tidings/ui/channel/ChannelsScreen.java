package org.tidings.ui.channel;

import javafx.scene.control.Label;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.tidings.ui.common.Texts;
import org.tidings.ui.control.Clickable;
import org.tidings.ui.control.EmptyState;
import org.tidings.ui.control.Icon;
import org.tidings.ui.control.NameLabel;
import org.tidings.ui.control.RowList;
import org.tidings.ui.control.ScreenHeader;
import org.tidings.ui.control.Words;
import org.tidings.ui.navigation.Place;
import org.tidings.ui.workspace.Screen;
import org.tidings.ui.workspace.Workspace;

/// Which channels there are. Confined to the JavaFX thread.
public final class ChannelsScreen extends BorderPane {
  private final Workspace workspace;

  private ChannelsScreen(Workspace workspace, ChannelsViewModel model) {
    this.workspace = workspace;
    RowList<ChannelRow> rows = new RowList<>(this::row);
    rows.setItems(model.rows());
    rows.setAccessibleText(Texts.of("channels.title"));
    rows.named(ChannelsScreen::sentence);
    rows.keyed(ChannelRow::key);
    rows.leading(ChannelRow.Of.class::isInstance);
    rows.onOpen(this::open);
    rows.whenEmpty(new EmptyState(Feather.HASH, "channels.empty"), model.loadedProperty());
    setTop(new ScreenHeader(workspace.navigator(), Texts.of("channels.title")));
    setCenter(rows);
    getStyleClass().add("screen");
    sceneProperty().subscribe(scene -> rows.requestFocus());
  }

  /// The screen of all channels.
  public static Screen screen(Workspace workspace) {
    ChannelsViewModel model = new ChannelsViewModel(workspace);
    return new Screen(new ChannelsScreen(workspace, model), model::close);
  }

  private static String sentence(ChannelRow row) {
    return switch (row) {
      case ChannelRow.Title(var section) -> Texts.of("channels." + section.name());
      case ChannelRow.Of of -> "#" + of.view().name() + ", " + about(of);
    };
  }

  private static String about(ChannelRow.Of row) {
    String subscribers = Texts.of("channel.subscribers", row.view().subscribers());
    return row.posts() == 0
        ? subscribers
        : Texts.of("channels.posts", row.posts()) + "  ·  " + subscribers;
  }

  private void open(ChannelRow row) {
    if (row instanceof ChannelRow.Of of) {
      workspace.navigator().go(new Place.Channel(of.view().name()));
    }
  }

  private Region row(ChannelRow row) {
    return switch (row) {
      case ChannelRow.Title title -> {
        Label label = new Label(sentence(title));
        label.getStyleClass().add("channels-title");
        yield label;
      }
      case ChannelRow.Of of -> channel(of);
    };
  }

  private Region channel(ChannelRow.Of of) {
    NameLabel name = new NameLabel("#" + of.view().name(), "post-author");
    VBox words = new VBox(name, Words.of(about(of), "hint"));
    words.setMinWidth(0);
    HBox.setHgrow(words, Priority.ALWAYS);
    HBox line = new HBox(new Icon(Feather.HASH), words);
    line.setFillHeight(false);
    line.getStyleClass().add("person-row");
    Clickable.mouse(line, () -> open(of));
    return line;
  }
}
