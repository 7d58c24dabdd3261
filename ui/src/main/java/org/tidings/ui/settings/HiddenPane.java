package org.tidings.ui.settings;

import java.util.List;
import java.util.function.Function;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.tidings.feed.index.Byline;
import org.tidings.ui.common.Texts;
import org.tidings.ui.control.Buttons;
import org.tidings.ui.control.Clickable;
import org.tidings.ui.control.Focus;
import org.tidings.ui.control.Icon;
import org.tidings.ui.control.NameLabel;
import org.tidings.ui.control.ScrollColumn;
import org.tidings.ui.navigation.Navigator;
import org.tidings.ui.navigation.Place;
import org.tidings.ui.picture.AvatarView;
import org.tidings.ui.picture.Pictures;
import org.tidings.ui.post.Excerpt;
import org.tidings.ui.settings.HiddenViewModel.QuietThread;
import org.tidings.ui.writing.LineField;

/// What the person would rather not come across, and what that does: words and threads are taken
/// back here, people on their profiles. Confined to the JavaFX thread.
final class HiddenPane extends VBox {
  private static final double AVATAR = 28;
  private static final int LONGEST_WORD = 100;

  private final HiddenViewModel model;
  private final Navigator navigator;
  private final Pictures pictures;
  private final LineField field;
  private final VBox lists = new VBox();

  HiddenPane(HiddenViewModel model, Navigator navigator, Pictures pictures) {
    this.model = model;
    this.navigator = navigator;
    this.pictures = pictures;
    field =
        new LineField(model.typedProperty(), "settings.unwanted.word", LONGEST_WORD, model::hide);
    lists.getStyleClass().add("settings-lines");
    getChildren().setAll(ScrollColumn.hint(Texts.of("settings.unwanted")), adding(), lists);
    getStyleClass().add("settings-lines");
    model
        .hiddenProperty()
        .subscribe(hidden -> Focus.stayIn(lists, () -> show(hidden), field.editor()::focusText));
  }

  private HBox adding() {
    field.setId("hidden-word");
    field.prompt("settings.unwanted.prompt");
    HBox.setHgrow(field, Priority.ALWAYS);
    HBox line = new HBox(field, Buttons.plain("settings.unwanted.hide", model::hide));
    line.getStyleClass().add("copy-line");
    return line;
  }

  private void show(HiddenViewModel.Hidden hidden) {
    lists.getChildren().clear();
    hidden.words().forEach(word -> lists.getChildren().add(row(word)));
    add("settings.quiet", hidden.threads(), this::row);
    add("settings.muted", hidden.muted(), this::row);
    add("settings.blocked", hidden.blocked(), this::row);
  }

  private <T> void add(String key, List<T> things, Function<T, Node> row) {
    lists.getChildren().add(ScrollColumn.hint(Texts.of(things.isEmpty() ? key + ".none" : key)));
    things.forEach(thing -> lists.getChildren().add(row.apply(thing)));
  }

  private Node row(String word) {
    return new WordRow(word, "settings.unwanted.show", () -> model.show(word));
  }

  private Node row(QuietThread thread) {
    String words = thread.opening().map(Excerpt::words).orElse(thread.root().toString());
    return new WordRow(words, "thread.unmute", () -> model.unmute(thread.root()));
  }

  private Node row(Byline by) {
    NameLabel name = new NameLabel(by.name(), "post-author");
    name.setMinWidth(0);
    HBox.setHgrow(name, Priority.ALWAYS);
    HBox row =
        new HBox(new AvatarView(AVATAR, by, pictures), name, new Icon(Feather.CHEVRON_RIGHT));
    row.setFillHeight(false);
    row.getStyleClass().add("person-row");
    return Clickable.link(row, by.name(), () -> navigator.go(new Place.Profile(by.id())));
  }
}
